/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import java.util.Arrays;

/** Maps of some channels as they are shown, and what was seen of each channel's values on the way. */
final class Maps {
  private static final int MOST_FOR_QUANTILES = 200_000;
  private final int rows;
  private final int columns;
  private final float[][] values;
  private final double[] least;
  private final double[] most;
  private final boolean[] notZero;
  private final long[] notFinite;

  Maps(int rows, int columns, int count) {
    this.rows = rows;
    this.columns = columns;
    values = new float[count][Math.multiplyExact(rows, columns)];
    least = new double[count];
    most = new double[count];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    notZero = new boolean[count];
    notFinite = new long[count];
  }

  void see(int map, double value) {
    if (Double.isFinite(value)) {
      least[map] = Math.min(least[map], value);
      most[map] = Math.max(most[map], value);
    } else {
      notFinite[map]++;
    }
    notZero[map] |= value != 0;
  }

  void put(int map, int row, int column, double value) {
    values[map][row * columns + column] = (float) value;
  }

  int count() {
    return values.length;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  float at(int map, int row, int column) {
    return values[map][row * columns + column];
  }

  /** Least finite value of a map; infinite if there is none. */
  double least(int map) {
    return least[map];
  }

  /** Greatest finite value of a map; minus infinite if there is none. */
  double most(int map) {
    return most[map];
  }

  /** Whether every value is 0. */
  boolean dead(int map) {
    return !notZero[map];
  }

  long notFinite(int map) {
    return notFinite[map];
  }

  /** Least finite value of all; 0 if there is none. */
  double least() {
    double v = Arrays.stream(least).min().orElse(0);
    return Double.isFinite(v) ? v : 0;
  }

  /** Greatest finite value of all; 0 if there is none. */
  double most() {
    double v = Arrays.stream(most).max().orElse(0);
    return Double.isFinite(v) ? v : 0;
  }

  /** Finite values as they are shown, of many every so manieth, for quantiles. */
  double[] sample() {
    long total = (long) values.length * rows * columns;
    long step = Math.max(1, total / MOST_FOR_QUANTILES);
    double[] out = new double[(int) Math.ceilDiv(total, step)];
    int n = 0;
    for (long i = 0; i < total; i += step) {
      float v = values[(int) (i / ((long) rows * columns))][(int) (i % ((long) rows * columns))];
      if (Float.isFinite(v)) {
        out[n++] = v;
      }
    }
    return Arrays.copyOf(out, n);
  }
}
