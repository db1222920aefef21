/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.text;

import org.loupe.scene.Anchor;
import org.loupe.scene.Rect;
import org.loupe.scene.TextItem;
import org.loupe.scene.TextStyle;

/** The room that text takes, in pixels. Safe for use by several threads. */
public interface TextMeasure {
  /** Half the height of a capital letter, as a part of the font's size; alike in common faces. */
  double HALF_CAPITAL = 0.36;

  /** Length of one line. */
  double width(String text, TextStyle style);

  /** From the baseline up to the top of the highest letters. */
  double ascent(TextStyle style);

  /** From the baseline down to the lower end of the lowest letters. */
  double descent(TextStyle style);

  default double height(TextStyle style) {
    return ascent(style) + descent(style);
  }

  /** The y of the line on which the letters of an item stand, before rotation. */
  default double baseline(TextItem item) {
    return item.y() + switch (item.baseline()) {
      case ALPHABETIC -> 0;
      case MIDDLE -> HALF_CAPITAL * item.style().size();
      case TOP -> ascent(item.style());
      case BOTTOM -> -descent(item.style());
    };
  }

  /** The rectangle around an item's text, cut as it will be shown, before rotation. */
  default Rect bounds(TextItem item) {
    double width = width(Ellipsis.fit(item.text(), item.style(), item.maxWidth(), this), item.style());
    double left = item.x() - (item.anchor() == Anchor.START ? 0 : item.anchor() == Anchor.END ? width : width / 2);
    return new Rect(left, baseline(item) - ascent(item.style()), width, height(item.style()));
  }

  /** Measures with the fonts of this machine, or with average widths if Java finds none. */
  static TextMeasure best() {
    return FontHolder.MEASURE;
  }
}
