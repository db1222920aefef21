/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.stats;

import org.loupe.math.tensor.Tensor;

/**
 * Counts of values in bins of equal width from {@code min} to {@code max}. A bin holds its lower edge, the last one
 * its upper edge as well.
 *
 * @param min lower edge of the first bin
 * @param max upper edge of the last bin
 * @param counts values in each bin
 * @param below values smaller than {@code min}
 * @param above values larger than {@code max}
 * @param nan values that are not a number
 */
public record Histogram(double min, double max, long[] counts, long below, long above, long nan) {
  private static final int MAX_BINS = 1 << 20;

  /** Of a tensor, from its smallest to its largest finite value; a constant gets bins of total width 1 around it. */
  public static Histogram of(Tensor tensor, int bins) {
    Summary s = Summary.of(tensor);
    boolean flat = !(s.max() > s.min());
    double centre = s.finite() == 0 ? 0.5 : s.min();
    return of(tensor, bins, flat ? centre - 0.5 : s.min(), flat ? centre + 0.5 : s.max());
  }

  /** @throws IllegalArgumentException if the range is empty or not finite, or the number of bins is out of bounds */
  public static Histogram of(Tensor tensor, int bins, double min, double max) {
    Builder c = new Builder(bins, min, max);
    Blocks.forEach(tensor, c::add);
    return c.build();
  }

  /** As {@link #of(Tensor, int, double, double)}. */
  public static Histogram of(double[] values, int bins, double min, double max) {
    Builder c = new Builder(bins, min, max);
    for (double v : values) {
      c.add(v);
    }
    return c.build();
  }

  /** Lower edge of a bin; edge {@code counts.length} is {@code max}. */
  public double edge(int bin) {
    return Builder.edge(min, max, bin, counts.length);
  }

  /** Gathers values one by one. */
  public static final class Builder {
    /** Part of a bin within which rounding may have put a value on the wrong side of an edge. */
    private static final double NEAR = 1e-6;

    private final double min;
    private final double max;
    private final long[] counts;
    private long below;
    private long above;
    private long nan;

    /** @throws IllegalArgumentException as {@link Histogram#of(Tensor, int, double, double)} */
    public Builder(int bins, double min, double max) {
      if (bins < 1 || bins > MAX_BINS || !(min < max) || Double.isInfinite(max - min)) {
        throw new IllegalArgumentException("no histogram of " + bins + " bins from " + min + " to " + max);
      }
      this.min = min;
      this.max = max;
      this.counts = new long[bins];
    }

    static double edge(double min, double max, int bin, int bins) {
      return bin == bins ? max : min + (max - min) * bin / bins;
    }

    public void add(double v) {
      if (Double.isNaN(v)) {
        nan++;
      } else if (v < min) {
        below++;
      } else if (v > max) {
        above++;
      } else {
        counts[bin(v)]++;
      }
    }

    /**
     * Adds many at once, with the same result.
     *
     * @param from place of the first value
     * @param step from one value to the next
     * @param end one past the last place
     */
    public void add(double[] values, int from, int step, int end) {
      int n = counts.length;
      double width = max - min;
      // what is clipped at the lower end is often most of the values
      boolean plain = edge(min, max, 1, n) > min;
      for (int i = from; i < end; i += step) {
        double v = values[i];
        if (plain && v == min) {
          counts[0]++;
          continue;
        }
        double position = (v - min) / width * n;
        int bin = (int) position;
        double part = position - bin;
        // not so where the value is NaN or out of the range either, but above it
        if (part > NEAR && part < 1 - NEAR && bin < n) {
          counts[bin]++;
        } else {
          add(v);
        }
      }
    }

    private int bin(double v) {
      int n = counts.length;
      double position = (v - min) / (max - min) * n;
      int bin = Math.min(n - 1, (int) position);
      double part = position - bin;
      if (part > NEAR && part < 1 - NEAR) {
        return bin;
      }
      // the division may have rounded across an edge, so the edges decide
      if (v < edge(min, max, bin, n)) {
        return bin - 1;
      }
      return bin + 1 < n && v >= edge(min, max, bin + 1, n) ? bin + 1 : bin;
    }

    public Histogram build() {
      return new Histogram(min, max, counts.clone(), below, above, nan);
    }
  }
}
