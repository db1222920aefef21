/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.content;

import java.util.List;

/** Texts of files as a message can hold them, and numbers written as texts. */
public final class Texts {
  private static final int SHOWN = 40;

  private Texts() {
  }

  /** One line of at most some forty characters. */
  public static String shortened(String text) {
    String line = text.substring(0, Math.min(text.length(), SHOWN)).replaceAll("\\p{Cntrl}", " ");
    return text.length() > SHOWN ? line + "..." : line;
  }

  public static double number(String what, String text) throws FormatException {
    try {
      return Double.parseDouble(text.equals("nan") || text.equals("-nan") ? "NaN"
          : text.equals("inf") ? "Infinity" : text.equals("-inf") ? "-Infinity" : text);
    } catch (NumberFormatException e) {
      throw new FormatException(what + " is \"" + shortened(text) + "\", not a number", e);
    }
  }

  public static int integer(String what, String text) throws FormatException {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new FormatException(what + " is \"" + shortened(text) + "\", not a whole number", e);
    }
  }

  /** Up to {@code most} of some names, for a message. */
  public static String some(List<String> names, int most) {
    String shown = String.join(", ", names.stream().limit(most).map(Texts::shortened).toList());
    return names.size() > most ? shown + " and " + (names.size() - most) + " more" : shown;
  }
}
