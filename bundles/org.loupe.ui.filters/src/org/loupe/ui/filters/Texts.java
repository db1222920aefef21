/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import org.eclipse.osgi.util.NLS;
import org.loupe.math.scale.Numbers;

/** Texts with numbers in them, for widgets. */
final class Texts {
  private Texts() {
  }

  static String bind(String message, Object... values) {
    Object[] texts = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      texts[i] = values[i] instanceof Double d ? Numbers.format(d, 3) : values[i];
    }
    return NLS.bind(message, texts);
  }

  /** For labels, in which an ampersand would be an underline. */
  static String label(String text) {
    return text.replace("&", "&&");
  }
}
