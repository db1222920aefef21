/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.swarm;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.HitGrid;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Selection;
import org.loupe.visualize.internal.Notes;
import org.loupe.visualize.internal.attribution.Colours;
import org.loupe.visualize.internal.attribution.FeatureLines;

/**
 * A line of so many rows that points would cover each other: at each attribution a column as high as the square root of
 * the number of rows there, filled from low values at its lower to high values at its upper end.
 */
final class Density {
  private static final int LEVELS = 64;
  private static final double PIXELS = 3;
  private static final double MARK = 4;
  private static final int ROWS_IN_COLUMN = 5;
  private static final int LEAST_COLUMNS = 60;
  private static final int MOST_COLUMNS = 4000;

  private Density() {
  }

  static List<Item> of(Swarm swarm, FeatureLines lines, Rect line) {
    int width = Math.clamp(swarm.values().length / ROWS_IN_COLUMN, LEAST_COLUMNS,
        (int) Math.clamp(line.width() / PIXELS, LEAST_COLUMNS, MOST_COLUMNS));
    int height = (int) Math.max(3, Math.round(line.height() * 0.92));
    int[][] counts = counts(swarm, lines, line, width);
    int[] totals = new int[width];
    int most = 1;
    for (int x = 0; x < width; x++) {
      totals[x] = java.util.Arrays.stream(counts[x]).sum();
      most = Math.max(most, totals[x]);
    }
    int[] pixels = new int[width * height];
    for (int x = 0; x < width; x++) {
      int high = totals[x] == 0 ? 0 : (int) Math.max(1, Math.round(height * Math.sqrt((double) totals[x] / most)));
      int top = (height - high) / 2;
      int level = LEVELS;
      int passed = 0;
      for (int k = 0; k < high; k++) {
        while (level > 0 && passed + counts[x][level] <= (k + 0.5) / high * totals[x]) {
          passed += counts[x][level--];
        }
        pixels[(top + k) * width + x] = argb(level);
      }
    }
    Rect place = new Rect(line.x(), line.centerY() - height / 2.0, line.width(), height);
    return List.of(new ImageItem(Raster.of(width, height, pixels), place, false, 1, swarm.name()),
        new HitGrid(place, 1, width, cells(swarm, lines, line, totals)));
  }

  /** Rows by pixel and level of their value; the level 0 is for those without a value. */
  private static int[][] counts(Swarm swarm, FeatureLines lines, Rect line, int width) {
    int[][] counts = new int[width][LEVELS + 1];
    for (int i = 0; i < swarm.values().length; i++) {
      double position = swarm.positions()[i];
      int level = Double.isNaN(position) ? 0 : 1 + (int) Math.min(LEVELS - 1, position * LEVELS);
      counts[pixel(lines.x(swarm.values()[i]), line, width)][level]++;
    }
    return counts;
  }

  private static int pixel(double x, Rect line, int width) {
    return (int) Math.clamp((x - line.x()) / line.width() * width, 0, width - 1);
  }

  private static int argb(int level) {
    return Colours.LOW_HIGH.argb(level == 0 ? Double.NaN : (level - 1) / (LEVELS - 1.0));
  }

  private static HitGrid.Cells cells(Swarm swarm, FeatureLines lines, Rect line, int[] totals) {
    double perNumber = lines.x(1) - lines.x(0);
    return new HitGrid.Cells() {
      @Override
      public String tooltip(int row, int column) {
        double wide = line.width() / totals.length;
        double low = (line.x() + column * wide - lines.x(0)) / perNumber;
        double high = low + wide / perNumber;
        return swarm.name() + "\nattribution " + Numbers.format(low, 3) + " to " + Numbers.format(high, 3) + ": "
            + Notes.count(totals[column], "row");
      }

      @Override
      public Optional<Selection> selection(int row, int column) {
        return swarm.feature().map(swarm.sheet()::featureSelection);
      }

      @Override
      public List<PathData> outlines(Selection thing) {
        OptionalInt row = swarm.sheet().row(thing);
        return row.isEmpty() ? List.of() : List.of(PathData.rect(new Rect(
            lines.x(swarm.values()[row.getAsInt()]) - MARK / 2, line.y(), MARK, line.height())));
      }
    };
  }
}
