/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.file;

import java.util.Locale;
import java.util.Set;

/** Numbers as tables have them. */
public final class Numerals {
  private static final Set<String> INFINITE = Set.of("inf", "infinity", "+inf", "-inf", "+infinity", "-infinity");

  private Numerals() {
  }

  /** Whether a text is a decimal number; of an infinite one it is not. */
  public static boolean is(String text, boolean decimalComma) {
    boolean digits = false;
    boolean point = false;
    boolean exponent = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = true;
      } else if (c == (decimalComma ? ',' : '.') && !point && !exponent) {
        point = true;
      } else if ((c == 'e' || c == 'E') && digits && !exponent) {
        exponent = true;
        digits = false;
      } else if (c != '+' && c != '-' || i > 0 && (text.charAt(i - 1) | 32) != 'e') {
        return false;
      }
    }
    return digits;
  }

  /** The number; infinite if it is larger than a double-precision one. @param text one that {@link #is} a number */
  public static double parse(String text, boolean decimalComma) {
    return Double.parseDouble(decimalComma ? text.replace(',', '.') : text);
  }

  /** Whether a text stands for an infinite number. */
  public static boolean infinite(String text) {
    return text.length() < 10 && INFINITE.contains(text.toLowerCase(Locale.ROOT));
  }
}
