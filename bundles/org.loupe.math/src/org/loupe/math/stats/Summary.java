/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.stats;

import org.loupe.math.tensor.Tensor;

/**
 * What a set of numbers looks like. Minimum, maximum, mean and standard deviation are over the finite values and are
 * NaN if there is none.
 *
 * @param count all values
 * @param min smallest finite value
 * @param max largest finite value
 * @param mean mean of the finite values
 * @param std population standard deviation of the finite values
 * @param nan number of values that are not a number
 * @param infinite number of infinite values, of either sign
 * @param zero number of zeros, of either sign
 */
public record Summary(long count, double min, double max, double mean, double std, long nan, long infinite,
    long zero) {

  public static Summary of(double... values) {
    Builder b = new Builder();
    for (double v : values) {
      b.add(v);
    }
    return b.build();
  }

  public static Summary of(float[] values) {
    Builder b = new Builder();
    for (float v : values) {
      b.add(v);
    }
    return b.build();
  }

  /** Of all elements of a numeric tensor, read block by block. */
  public static Summary of(Tensor tensor) {
    Builder b = new Builder();
    Blocks.forEach(tensor, b::add);
    return b.build();
  }

  /** Number of finite values. */
  public long finite() {
    return count - nan - infinite;
  }

  /** Largest absolute finite value, NaN if there is none. */
  public double maxAbs() {
    return Math.max(Math.abs(min), Math.abs(max));
  }

  /**
   * Gathers values one by one, in one pass. Mean and variance follow B. P. Welford, "Note on a Method for Calculating
   * Corrected Sums of Squares and Products", Technometrics 4(3), 1962, and merge as in Chan, Golub and LeVeque, 1979.
   */
  public static final class Builder {
    private long count;
    private long nan;
    private long infinite;
    private long zero;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double mean;
    private double squares;

    public void add(double v) {
      count++;
      if (Double.isNaN(v)) {
        nan++;
      } else if (Double.isInfinite(v)) {
        infinite++;
      } else {
        zero += v == 0 ? 1 : 0;
        min = Math.min(min, v);
        max = Math.max(max, v);
        double delta = v - mean;
        mean += delta / finite();
        squares += delta * (v - mean);
      }
    }

    /** Adds what another builder has gathered. */
    public void add(Builder other) {
      long n = finite();
      long m = other.finite();
      if (m > 0) {
        double delta = other.mean - mean;
        mean += delta * m / (n + m);
        squares += other.squares + delta * delta * n * m / (n + m);
      }
      count += other.count;
      nan += other.nan;
      infinite += other.infinite;
      zero += other.zero;
      min = Math.min(min, other.min);
      max = Math.max(max, other.max);
    }

    public Summary build() {
      long n = finite();
      return n == 0
          ? new Summary(count, Double.NaN, Double.NaN, Double.NaN, Double.NaN, nan, infinite, zero)
          : new Summary(count, min, max, mean, Math.sqrt(squares / n), nan, infinite, zero);
    }

    private long finite() {
      return count - nan - infinite;
    }
  }
}
