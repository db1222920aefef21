/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables.rows;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.loupe.api.Progress;

/** Finds the rows that are wanted and puts them in order; missing values come last, either way. */
public final class RowOrder {
  private static final int LOOK = 1024;

  private RowOrder() {
  }

  /**
   * Filters and sorts; rows that are alike stay in the order of the file.
   *
   * @return numbers of rows
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static int[] of(LoadedTable table, String filter, SortKey key, Optional<Explained> explained,
      Progress progress) {
    RowFilter wanted = new RowFilter(filter, table);
    int[] rows = new int[table.rows()];
    int count = 0;
    for (int row = 0; row < rows.length; row++) {
      if (row % LOOK == 0) {
        progress.check();
      }
      if (wanted.takes(row)) {
        rows[count++] = row;
      }
    }
    return sorted(table, Arrays.copyOf(rows, count), key, explained);
  }

  private static int[] sorted(LoadedTable table, int[] rows, SortKey key, Optional<Explained> explained) {
    boolean words = key.kind() == SortKey.Kind.FEATURE
        && (table.texts(key.column()) || !table.column(key.column()).words().isEmpty());
    if (words) {
      String[] texts = new String[table.rows()];
      for (int row : rows) {
        texts[row] = table.text(row, key.column());
      }
      Comparator<Integer> order = Comparator.comparing(row -> texts[row], String.CASE_INSENSITIVE_ORDER);
      return sorted(rows, row -> texts[row].isEmpty(), key.descending() ? order.reversed() : order);
    }
    double[] numbers = new double[table.rows()];
    for (int row : rows) {
      numbers[row] = number(table, row, key, explained);
    }
    Comparator<Integer> order = Comparator.comparingDouble(row -> numbers[row]);
    return sorted(rows, row -> Double.isNaN(numbers[row]), key.descending() ? order.reversed() : order);
  }

  private static double number(LoadedTable table, int row, SortKey key, Optional<Explained> explained) {
    return switch (key.kind()) {
      case ROW -> row;
      case LABEL -> table.label(row);
      case FEATURE -> table.number(row, key.column());
      case SCORE -> explained.map(e -> e.score(row)).orElse(Double.NaN);
      case ATTRIBUTION -> explained.map(e -> e.attribution(row, key.column())).orElse(Double.NaN);
    };
  }

  private static int[] sorted(int[] rows, java.util.function.IntPredicate missing, Comparator<Integer> order) {
    Comparator<Integer> last = Comparator.comparing(missing::test);
    return Arrays.stream(rows).boxed().sorted(last.thenComparing(order)).mapToInt(Integer::intValue).toArray();
  }

  /** So many of the rows, evenly spread; all of them if they are not more. */
  public static int[] spread(int[] rows, int most) {
    if (rows.length <= most) {
      return rows;
    }
    int[] out = new int[most];
    for (int i = 0; i < most; i++) {
      out[i] = rows[(int) ((long) i * rows.length / most)];
    }
    return out;
  }
}
