/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.GC;

/**
 * How wide the columns of the grid are and where they begin. A width stays while the view shows tables of these
 * columns: neither another order of the rows nor a column that comes in between changes it.
 */
final class ColumnWidths {
  static final int LEAST = 30;
  private static final int LEAST_AT_FIRST = 44;
  private static final int MOST_AT_FIRST = 190;
  private static final int LOOKED_AT = 40;
  private static final int FITTED_TO = 2000;
  /** Of so many columns texts are measured; the others are as wide as their headings are long. */
  private static final int MEASURED = 400;
  private static final int WIDE_CHARACTERS = 0x1100;

  private final Map<String, Integer> known = new HashMap<>();
  private List<String> keys = List.of();
  private int[] places = {0};

  /** Takes the columns; those that are new are measured. */
  void show(GridRows rows, GC gc) {
    keys = rows.columns().stream().map(ColumnWidths::key).toList();
    places = new int[keys.size() + 1];
    int measured = 0;
    for (int c = 0; c < keys.size(); c++) {
      Integer width = known.get(keys.get(c));
      if (width == null) {
        width = Math.clamp(measured++ < MEASURED ? wanted(rows, c, LOOKED_AT, gc)
            : (int) (rows.columns().get(c).heading().length() * gc.getFontMetrics().getAverageCharacterWidth())
                + RowsGrid.ARROW + 2 * GridPainter.PAD, LEAST_AT_FIRST, MOST_AT_FIRST);
        known.put(keys.get(c), width);
      }
      places[c + 1] = Math.addExact(places[c], width);
    }
  }

  /** Forgets widths of columns that belong to another table. */
  void forget() {
    known.clear();
  }

  /** What tells a column from others, whatever stands between them; the attributions of all features are one column. */
  private static String key(GridColumn column) {
    return column.kind() + switch (column.kind()) {
      case FEATURE -> " " + column.number() + " " + column.heading();
      default -> "";
    };
  }

  /** What heading and cells need, of which the longest are measured. */
  private static int wanted(GridRows rows, int c, int lines, GC gc) {
    GridColumn column = rows.columns().get(c);
    int width = gc.textExtent(column.heading() + " " + column.unit()).x + RowsGrid.ARROW;
    Stream<String> texts = IntStream.range(0, Math.min(lines, rows.rows())).mapToObj(line -> rows.text(line, column));
    List<String> longest = texts.distinct().sorted(Comparator.comparingInt(ColumnWidths::length).reversed()).limit(2)
        .toList();
    for (String text : longest) {
      width = Math.max(width, gc.textExtent(text).x);
    }
    return width + 2 * GridPainter.PAD;
  }

  /** Characters, those of wide scripts twice. */
  private static int length(String text) {
    return text.codePoints().map(p -> p >= WIDE_CHARACTERS ? 2 : 1).sum();
  }

  /** As wide as what stands in it, at most as wide as there is room. */
  void fit(GridRows rows, int column, int room, GC gc) {
    set(column, Math.min(Math.max(MOST_AT_FIRST, room), wanted(rows, column, FITTED_TO, gc)));
  }

  void set(int column, int width) {
    int next = Math.max(LEAST, width);
    int by = next - width(column);
    known.put(keys.get(column), next);
    for (int c = column + 1; c < places.length; c++) {
      places[c] += by;
    }
  }

  int count() {
    return keys.size();
  }

  int width(int column) {
    return places[column + 1] - places[column];
  }

  /** Where a column begins, counted from where the first does. */
  int place(int column) {
    return places[column];
  }

  int all() {
    return places[keys.size()];
  }

  /** The column at a place; -1 behind the last one. */
  int at(int place) {
    int found = Arrays.binarySearch(places, place);
    int column = found >= 0 ? found : -found - 2;
    return column >= 0 && column < keys.size() ? column : -1;
  }
}
