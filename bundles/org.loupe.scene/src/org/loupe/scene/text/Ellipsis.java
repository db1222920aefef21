/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.text;

import java.text.BreakIterator;
import java.util.Locale;
import org.loupe.scene.TextStyle;

/** Cuts text that is too wide. */
public final class Ellipsis {
  private static final String MARK = "\u2026";

  private Ellipsis() {
  }

  /**
   * The text if it is no wider than a limit, else the longest beginning of it, of whole characters as people see them,
   * that fits with an ellipsis; empty if not even the ellipsis fits.
   */
  public static String fit(String text, TextStyle style, double maxWidth, TextMeasure measure) {
    if (maxWidth == Double.POSITIVE_INFINITY || measure.width(text, style) <= maxWidth) {
      return text;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int fits = -1;
    int tooLong = text.length();
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) >>> 1;
      int end = characters.isBoundary(middle) ? middle : characters.preceding(middle);
      boolean ok = measure.width(text.substring(0, end).stripTrailing() + MARK, style) <= maxWidth;
      fits = ok ? middle : fits;
      tooLong = ok ? tooLong : middle;
    }
    if (fits < 0) {
      return "";
    }
    int end = characters.isBoundary(fits) ? fits : characters.preceding(fits);
    return text.substring(0, end).stripTrailing() + MARK;
  }
}
