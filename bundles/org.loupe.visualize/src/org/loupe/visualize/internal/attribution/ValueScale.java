/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import org.loupe.math.stats.Quantiles;

/**
 * Where the values of a feature lie between low, 0, and high, 1: between their 5 % and 95 % quantiles, so that a few
 * extremes do not make all others alike; where these are one number, between the extremes.
 *
 * @param low number at 0
 * @param high number at 1
 */
public record ValueScale(double low, double high) {
  public static ValueScale of(double... values) {
    double[] finite = java.util.Arrays.stream(values).filter(v -> Math.abs(v) <= Sheet.FAR).toArray();
    double[] q = Quantiles.of(finite, 0, 0.05, 0.95, 1);
    return q[1] < q[2] ? new ValueScale(q[1], q[2]) : new ValueScale(q[0], q[3]);
  }

  /** From 0 to 1, clipped; the middle if all values are the same; NaN for what is not finite. */
  public double position(double value) {
    if (!(Math.abs(value) <= Sheet.FAR)) {
      return Double.NaN;
    }
    return low < high ? Math.clamp((value - low) / (high - low), 0.0, 1.0) : 0.5;
  }

  /** Whether there is a smaller number than that at 0. */
  public boolean clipsBelow(double... values) {
    return java.util.Arrays.stream(values).anyMatch(v -> v < low);
  }

  /** Whether there is a larger number than that at 1. */
  public boolean clipsAbove(double... values) {
    return java.util.Arrays.stream(values).anyMatch(v -> v > high);
  }
}
