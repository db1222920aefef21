/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.text;

import org.loupe.scene.TextStyle;

/** Measures by average widths of kinds of characters, on the wide side; needs no fonts. */
public final class AverageTextMeasure implements TextMeasure {
  private static final double BOLD = 1.1;

  @Override
  public double width(String text, TextStyle style) {
    double em = text.codePoints().mapToDouble(c -> style.fixedWidth() && c < 0x1100 ? 0.61 : width(c)).sum();
    return em * style.size() * (style.bold() ? BOLD : 1);
  }

  private static double width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
      return 0;
    }
    if (c >= 0x1100 && (Character.isIdeographic(c) || c > 0xffff || c >= 0x3000 && c <= 0xd7ff
        || c >= 0xff00 && c <= 0xff60 || c <= 0x11ff)) {
      return 1;
    }
    if ("iIjl.,:;'|! ".indexOf(c) >= 0) {
      return 0.34;
    }
    if ("mwMW@%".indexOf(c) >= 0) {
      return 0.98;
    }
    return Character.isUpperCase(c) ? 0.74 : 0.63;
  }

  @Override
  public double ascent(TextStyle style) {
    return 0.93 * style.size();
  }

  @Override
  public double descent(TextStyle style) {
    return 0.24 * style.size();
  }
}
