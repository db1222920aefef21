/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.dependence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.visualize.internal.Notes;
import org.loupe.visualize.internal.attribution.Sheet;

/**
 * Rows by value and attribution.
 *
 * @param other feature of the colours; -1 for none
 */
record Cloud(Sheet sheet, int feature, int other, Places places, PointColours colours) {
  private static final double RADIUS = 3;
  private static final double CELL = 3;
  private static final int FAINT = 0x70;

  List<Item> points() {
    List<Item> items = new ArrayList<>();
    for (int r = 0; r < sheet.rows(); r++) {
      double x = x(r);
      double y = places.y(sheet.value(r, feature));
      items.add(PathItem.filled(PathData.circle(x, y, RADIUS), SceneColor.argb(argb(r) & 0xffffff | 0xd8000000)));
      String more = other < 0 ? "" : "\n" + sheet.named(r, other);
      items.add(HitRegion.of(new Rect(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS), sheet.tooltip(r, feature) + more
          + "\nscore " + Numbers.format(sheet.score(r), 6), sheet.selection(r, feature)));
    }
    return items;
  }

  private double x(int row) {
    return places.x(sheet.column(feature).seen(sheet.input(row, feature)), row);
  }

  private int argb(int row) {
    return colours.argb(other < 0 ? 0 : sheet.input(row, other));
  }

  /** Small squares in the mean colour of their rows, the stronger the more rows there are, by their logarithm. */
  List<Item> density() {
    Rect area = places.inner();
    int columns = (int) Math.max(1, area.width() / CELL);
    int lines = (int) Math.max(1, area.height() / CELL);
    int[] counts = new int[columns * lines];
    long[][] sums = new long[3][counts.length];
    for (int r = 0; r < sheet.rows(); r++) {
      int at = cell(x(r) - area.x(), area.width(), columns)
          + columns * cell(places.y(sheet.value(r, feature)) - area.y(), area.height(), lines);
      int argb = argb(r);
      counts[at]++;
      sums[0][at] += argb >> 16 & 0xff;
      sums[1][at] += argb >> 8 & 0xff;
      sums[2][at] += argb & 0xff;
    }
    int most = java.util.Arrays.stream(counts).max().orElse(1);
    int[] pixels = new int[counts.length];
    for (int i = 0; i < pixels.length; i++) {
      if (counts[i] > 0) {
        int alpha = FAINT + (int) ((0xff - FAINT) * Math.log1p(counts[i]) / Math.log1p(most));
        pixels[i] = alpha << 24 | (int) (sums[0][i] / counts[i]) << 16 | (int) (sums[1][i] / counts[i]) << 8
            | (int) (sums[2][i] / counts[i]);
      }
    }
    return List.of(new ImageItem(Raster.of(columns, lines, pixels), area, false, 1, "attributions by value"),
        new HitGrid(area, lines, columns, new HitGrid.Cells() {
          @Override
          public String tooltip(int line, int column) {
            int rows = counts[line * columns + column];
            return rows == 0 ? "" : sheet.column(feature).name() + ": " + Notes.count(rows, "row") + " here";
          }

          @Override
          public Optional<Selection> selection(int line, int column) {
            return Optional.of(sheet.featureSelection(feature));
          }

          @Override
          public List<PathData> outlines(Selection thing) {
            OptionalInt row = sheet.row(thing);
            return row.isEmpty() ? List.of() : List.of(PathData.circle(x(row.getAsInt()),
                places.y(sheet.value(row.getAsInt(), feature)), 2 * RADIUS));
          }
        }));
  }

  private static int cell(double at, double extent, int count) {
    return (int) Math.clamp(at / extent * count, 0, count - 1);
  }
}
