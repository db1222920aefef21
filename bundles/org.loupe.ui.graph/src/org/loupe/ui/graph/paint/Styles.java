/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.paint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.graphics.Color;

/** The colour of each box of a drawing, and what is written on it beside its own lines. */
public final class Styles {
  private final Color[] fills;
  private final Color[] texts;
  private final String[] values;
  private final Color[] palette;
  private final int[] byPalette;

  /**
   * @param fills colour of each box, in the drawing's order
   * @param values what is written in place of the last line; null for a box that keeps it
   */
  public Styles(Color[] fills, String[] values) {
    this.fills = fills.clone();
    this.values = values.clone();
    texts = new Color[fills.length];
    palette = Arrays.stream(fills).distinct().toArray(Color[]::new);
    Color[] onPalette = Arrays.stream(palette).map(c -> GraphTheme.textOn(c.getRGB())).toArray(Color[]::new);
    Map<Color, Integer> numbers = new HashMap<>();
    for (int i = 0; i < palette.length; i++) {
      numbers.put(palette[i], i);
    }
    byPalette = new int[fills.length];
    for (int i = 0; i < fills.length; i++) {
      byPalette[i] = numbers.get(fills[i]);
      texts[i] = onPalette[byPalette[i]];
    }
  }

  public Color fill(int box) {
    return fills[box];
  }

  Color text(int box) {
    return texts[box];
  }

  /** What is written in place of the last line of a box; null if it keeps it. */
  public String value(int box) {
    return values[box];
  }

  Color[] palette() {
    return palette;
  }

  int paletteNumber(int box) {
    return byPalette[box];
  }
}
