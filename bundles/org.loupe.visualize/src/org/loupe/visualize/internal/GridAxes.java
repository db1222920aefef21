/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal;

import java.util.ArrayList;
import java.util.List;
import org.loupe.math.scale.Ticks;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.TextMeasure;

/**
 * Row numbers, counted downwards, and column numbers around a grid.
 *
 * @param row what a row is
 * @param column what a column is
 */
public record GridAxes(int rows, int columns, String row, String column, TextMeasure measure) {
  private static final double TICK = 4;
  private static final double APART = 48;

  /** Room at the left, for row numbers and their heading. */
  public double left() {
    return measure.width(Integer.toString(rows), Styles.SMALL) + TICK + 3 + measure.height(Styles.SMALL) + 2;
  }

  /** Room at the bottom, for column numbers and their heading. */
  public double bottom() {
    return TICK + 2 * measure.height(Styles.SMALL) + 2;
  }

  /** Axes at the left of and below a grid. */
  public List<Item> around(Rect grid) {
    List<Item> items = new ArrayList<>();
    for (double v : ticks(columns, grid.width())) {
      double x = grid.x() + (v + 0.5) * grid.width() / columns;
      items.add(PathItem.stroked(PathData.line(x, grid.bottom(), x, grid.bottom() + TICK), Styles.FRAME));
      items.add(TextItem.of(Integer.toString((int) v), x, grid.bottom() + TICK, Styles.SMALL).color(Styles.MUTED)
          .align(Anchor.MIDDLE, Baseline.TOP));
    }
    for (double v : ticks(rows, grid.height())) {
      double y = grid.y() + (v + 0.5) * grid.height() / rows;
      items.add(PathItem.stroked(PathData.line(grid.x() - TICK, y, grid.x(), y), Styles.FRAME));
      items.add(TextItem.of(Integer.toString((int) v), grid.x() - TICK - 3, y, Styles.SMALL).color(Styles.MUTED)
          .align(Anchor.END, Baseline.MIDDLE));
    }
    items.add(TextItem.of(column, grid.centerX(), grid.bottom() + bottom(), Styles.SMALL)
        .align(Anchor.MIDDLE, Baseline.BOTTOM));
    items.add(TextItem.of(row, grid.x() - left(), grid.centerY(), Styles.SMALL).rotate(-90)
        .align(Anchor.MIDDLE, Baseline.TOP));
    return items;
  }

  private static List<Double> ticks(int extent, double room) {
    if (extent == 1) {
      return List.of(0.0);
    }
    int most = (int) Math.clamp(room / APART, 2, 12);
    return Ticks.between(0, extent - 1, most).values().stream().filter(v -> v == Math.rint(v)).toList();
  }
}
