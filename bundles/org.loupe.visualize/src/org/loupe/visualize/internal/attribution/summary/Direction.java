/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.summary;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.loupe.math.scale.Numbers;

/**
 * Whether high values of a feature raise the score.
 *
 * @param correlation Spearman's rank correlation of value and attribution; NaN if one of them does not vary
 */
record Direction(double correlation) {
  /** Of more, so many evenly spaced rows are looked at. */
  static final int MOST_ROWS = 20_000;
  /** Where there is none. */
  static final String NONE = "\u2013";
  private static final double CLEAR = 0.5;

  /** Rows without a finite value are left out. */
  static Direction of(double[] inputs, double[] values) {
    int count = Math.min(MOST_ROWS, inputs.length);
    int[] rows = IntStream.range(0, count).map(i -> (int) ((long) i * inputs.length / count))
        .filter(i -> Double.isFinite(inputs[i])).toArray();
    double[] x = ranks(inputs, rows);
    double[] y = ranks(values, rows);
    double middle = (rows.length - 1) / 2.0;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < rows.length; i++) {
      xy += (x[i] - middle) * (y[i] - middle);
      xx += (x[i] - middle) * (x[i] - middle);
      yy += (y[i] - middle) * (y[i] - middle);
    }
    return new Direction(xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN);
  }

  /** From 0 on; equal numbers share the mean of their ranks. */
  private static double[] ranks(double[] numbers, int... rows) {
    // 0 is added so that there is one zero
    double[] sorted = IntStream.of(rows).mapToDouble(r -> numbers[r] + 0.0).sorted().toArray();
    double[] mean = new double[sorted.length];
    for (int from = 0; from < sorted.length;) {
      int to = from;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      Arrays.fill(mean, from, to, (from + to - 1) / 2.0);
      from = to;
    }
    return IntStream.of(rows).mapToDouble(r -> mean[Arrays.binarySearch(sorted, numbers[r] + 0.0)]).toArray();
  }

  String text() {
    if (Double.isNaN(correlation)) {
      return NONE;
    }
    String word = correlation >= CLEAR ? "raise" : correlation <= -CLEAR ? "lower" : "mixed";
    return word + " (" + Numbers.format(correlation, 2) + ")";
  }
}
