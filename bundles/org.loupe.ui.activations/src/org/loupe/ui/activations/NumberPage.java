/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import org.loupe.api.Progress;

/**
 * A rectangle of numbers that was read.
 *
 * @param row the first row
 * @param column the first column
 * @param values by row and column
 */
record NumberPage(long row, long column, double[][] values) {
  static final NumberPage NONE = new NumberPage(0, 0, new double[0][0]);

  /** Reads what there is of a rectangle. @throws java.util.concurrent.CancellationException when cancelled */
  static NumberPage read(NumberSource source, long row, long column, int rows, int columns, Progress progress) {
    int height = (int) Math.max(0, Math.min(rows, source.rows() - row));
    int width = (int) Math.max(0, Math.min(columns, source.columns() - column));
    double[][] values = new double[height][width];
    for (int r = 0; r < height; r++) {
      progress.check();
      source.read(row + r, column, values[r]);
    }
    return new NumberPage(row, column, values);
  }

  boolean has(long r, long c) {
    return r >= row && r < row + values.length && c >= column && c < column + values[(int) (r - row)].length;
  }

  /** @throws IndexOutOfBoundsException if it is not there */
  double value(long r, long c) {
    return values[(int) (r - row)][(int) (c - column)];
  }
}
