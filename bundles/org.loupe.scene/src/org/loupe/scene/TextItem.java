/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

/**
 * One line of text. It is made safe: see {@link SafeText}.
 *
 * @param text the text
 * @param x position of the anchor
 * @param y position of the baseline
 * @param style size and face
 * @param color colour
 * @param anchor which end stands at x
 * @param baseline which height stands at y
 * @param rotation degrees clockwise about the position
 * @param maxWidth the text is cut with an ellipsis if it is wider; infinite for no limit
 */
public record TextItem(String text, double x, double y, TextStyle style, SceneColor color, Anchor anchor,
    Baseline baseline, double rotation, double maxWidth) implements Item {
  public TextItem {
    if (!Double.isFinite(x + y + rotation) || !(maxWidth >= 0)) {
      throw new IllegalArgumentException(
          "no text at " + x + ", " + y + ", turned by " + rotation + ", width " + maxWidth);
    }
    text = SafeText.label(text);
  }

  /** Plain text to the right of a position, in the theme's foreground. */
  public static TextItem of(String text, double x, double y, TextStyle style) {
    return new TextItem(text, x, y, style, SceneColor.of(ThemeRole.FOREGROUND), Anchor.START, Baseline.ALPHABETIC, 0,
        Double.POSITIVE_INFINITY);
  }

  public TextItem color(SceneColor other) {
    return new TextItem(text, x, y, style, other, anchor, baseline, rotation, maxWidth);
  }

  public TextItem align(Anchor horizontal, Baseline vertical) {
    return new TextItem(text, x, y, style, color, horizontal, vertical, rotation, maxWidth);
  }

  public TextItem rotate(double degrees) {
    return new TextItem(text, x, y, style, color, anchor, baseline, degrees, maxWidth);
  }

  public TextItem limit(double width) {
    return new TextItem(text, x, y, style, color, anchor, baseline, rotation, width);
  }
}
