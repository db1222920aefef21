/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.color;

import java.util.Arrays;
import org.loupe.math.scale.Ticks;
import org.loupe.math.stats.Quantiles;
import org.loupe.math.stats.Summary;

/**
 * From numbers to colours: a range laid over a colour map, linearly. Numbers outside take the colour of the end, NaN
 * the map's colour for it.
 *
 * @param map the colours
 * @param min number at the start of the map
 * @param max number at the end of the map, larger than {@code min}
 * @param clipsBelow whether the data that the scale was made for has smaller numbers
 * @param clipsAbove whether it has larger ones
 */
public record ColorScale(ColorMap map, double min, double max, boolean clipsBelow, boolean clipsAbove) {

  /** @throws IllegalArgumentException if the range is empty or not finite */
  public ColorScale {
    if (!(min < max) || Double.isInfinite(max - min)) {
      throw new IllegalArgumentException("no colour scale from " + min + " to " + max);
    }
  }

  /** A fixed range. */
  public static ColorScale between(ColorMap map, double min, double max) {
    return new ColorScale(map, min, max, false, false);
  }

  /** From the smallest to the largest finite value. If there is only one value, from zero to it. */
  public static ColorScale minMax(ColorMap map, double... values) {
    Summary s = Summary.of(values);
    return range(map, s.min(), s.max(), s);
  }

  /** As far below zero as above: to the largest absolute finite value. If there is none but zero, from -1 to 1. */
  public static ColorScale symmetric(ColorMap map, double... values) {
    Summary s = Summary.of(values);
    return symmetric(map, s.maxAbs(), s);
  }

  /**
   * Between two quantiles of the finite values, so that a few extremes do not hide the rest.
   *
   * @param low probability of the lower quantile, such as 0.01
   * @param high probability of the upper quantile, such as 0.99
   */
  public static ColorScale percentile(ColorMap map, double low, double high, double... values) {
    double[] ends = Quantiles.of(finite(values), low, high);
    return range(map, ends[0], ends[1], Summary.of(values));
  }

  /** As far below zero as above: to a quantile, such as 0.99, of the absolute finite values. */
  public static ColorScale symmetricPercentile(ColorMap map, double high, double... values) {
    double[] absolute = finite(values);
    for (int i = 0; i < absolute.length; i++) {
      absolute[i] = Math.abs(absolute[i]);
    }
    return symmetric(map, Quantiles.one(absolute, high), Summary.of(values));
  }

  /** Position of a number in the map: 0 at {@code min}, 1 at {@code max}, clipped; NaN for NaN. */
  public double position(double value) {
    return Double.isNaN(value) ? Double.NaN : Math.clamp((value - min) / (max - min), 0.0, 1.0);
  }

  /** Opaque colour of a number. */
  public int argb(double value) {
    return map.argb(position(value));
  }

  /** Round numbers within the range, for the legend. */
  public Ticks ticks(int atMost) {
    return Ticks.between(min, max, atMost);
  }

  private static ColorScale range(ColorMap map, double min, double max, Summary data) {
    if (min < max && !Double.isInfinite(max - min)) {
      return new ColorScale(map, min, max, data.min() < min, data.max() > max);
    }
    if (min == max && min != 0) {
      return new ColorScale(map, Math.min(min, 0), Math.max(min, 0), data.min() < Math.min(min, 0), data.max() > min);
    }
    return new ColorScale(map, 0, 1, data.min() < 0, data.max() > 1);
  }

  private static ColorScale symmetric(ColorMap map, double limit, Summary data) {
    double end = limit > 0 ? Math.min(limit, Double.MAX_VALUE / 4) : 1;
    return new ColorScale(map, -end, end, data.min() < -end, data.max() > end);
  }

  private static double[] finite(double... values) {
    return Arrays.stream(values).filter(Double::isFinite).toArray();
  }
}
