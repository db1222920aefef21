/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.summary;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.loupe.math.scale.Numbers;

/**
 * Whether high values of a feature raise the score.
 *
 * @param correlation Spearman's rank correlation of value and attribution; NaN if one of them does not vary
 */
record Direction(double correlation) {
  private static final double CLEAR = 0.5;

  /** Rows without a finite value are left out. */
  static Direction of(double[] inputs, double[] values) {
    int[] rows = IntStream.range(0, inputs.length).filter(i -> Double.isFinite(inputs[i])).toArray();
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
    List<Integer> order = IntStream.range(0, rows.length).boxed()
        .sorted(Comparator.comparingDouble(i -> numbers[rows[i]])).toList();
    double[] out = new double[rows.length];
    for (int from = 0; from < order.size();) {
      int to = from;
      while (to < order.size() && numbers[rows[order.get(to)]] == numbers[rows[order.get(from)]]) {
        to++;
      }
      for (int k = from; k < to; k++) {
        out[order.get(k)] = (from + to - 1) / 2.0;
      }
      from = to;
    }
    return out;
  }

  String text() {
    if (Double.isNaN(correlation)) {
      return "\u2013";
    }
    String word = correlation >= CLEAR ? "raise" : correlation <= -CLEAR ? "lower" : "mixed";
    return word + " (" + Numbers.format(correlation, 2) + ")";
  }
}
