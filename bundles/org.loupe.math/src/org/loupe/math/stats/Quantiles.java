/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.stats;

import java.util.Arrays;

/** Order statistics with linear interpolation: type 7 of Hyndman and Fan, The American Statistician 50(4), 1996. */
public final class Quantiles {
  private Quantiles() {
  }

  /**
   * Quantiles of the values that are numbers; the array is not changed.
   *
   * @param values in any order; NaN is left out, infinities count
   * @param probabilities each from 0 (smallest) to 1 (largest)
   * @return one for each probability; NaN if there are no numbers
   * @throws IllegalArgumentException if a probability is outside 0 to 1
   */
  public static double[] of(double[] values, double... probabilities) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    while (n > 0 && Double.isNaN(sorted[n - 1])) {
      n--;
    }
    double[] out = new double[probabilities.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = at(sorted, n, probabilities[i]);
    }
    return out;
  }

  /** One quantile, as {@link #of}. */
  public static double one(double[] values, double probability) {
    return of(values, probability)[0];
  }

  private static double at(double[] sorted, int n, double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("a quantile is asked for at " + p + ", outside 0 to 1");
    }
    if (n == 0) {
      return Double.NaN;
    }
    double position = p * (n - 1);
    int low = (int) position;
    double part = position - low;
    if (part == 0 || sorted[low] == sorted[low + 1]) {
      return sorted[low];
    }
    return sorted[low] * (1 - part) + sorted[low + 1] * part;
  }
}
