/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.scale;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers within a range, 1, 2 or 5 times a power of ten apart, with labels that show just the digits that tell
 * them apart. Where no two round numbers have room, the ends of the range.
 *
 * @param step distance of neighbours; 0 if there is only one tick
 * @param values ascending, all within the range
 * @param labels one for each value
 */
public record Ticks(double step, List<Double> values, List<String> labels) {
  private static final double SLACK = 1e-9;
  private static final int MAX_DIGITS = 17;

  public Ticks {
    values = List.copyOf(values);
    labels = List.copyOf(labels);
  }

  /**
   * Ticks between two numbers, ends included.
   *
   * @param atMost the most ticks to give, at least 2
   * @throws IllegalArgumentException if an end is not finite, the ends are out of order, or fewer than 2 are asked for
   */
  public static Ticks between(double min, double max, int atMost) {
    if (!(min <= max) || Double.isInfinite(min) || Double.isInfinite(max) || atMost < 2) {
      throw new IllegalArgumentException("no ticks from " + min + " to " + max + ", at most " + atMost);
    }
    double raw = max / atMost - min / atMost;
    int exponent = raw > 0 ? (int) Math.floor(Math.log10(raw)) : 0;
    double largest = Math.max(Math.abs(min), Math.abs(max));
    if (raw < largest * 1e-14 || raw < 1e-300) {
      return ends(min, max);
    }
    for (;; exponent++) {
      for (int mantissa : new int[] {1, 2, 5}) {
        BigDecimal step = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
        double s = step.doubleValue();
        long first = (long) Math.ceil(min / s - SLACK);
        long last = (long) Math.floor(max / s + SLACK);
        if (last - first < atMost) {
          return last > first ? multiples(step, first, last, min, max) : ends(min, max);
        }
      }
    }
  }

  /**
   * Ticks between two numbers that are shown by their logarithm: powers of ten, or every so many of them; where there
   * are fewer than two, as {@link #between}. The step is a factor.
   *
   * @throws IllegalArgumentException if the lesser end is not more than 0, or as {@link #between}
   */
  public static Ticks logarithmic(double min, double max, int atMost) {
    if (!(min > 0)) {
      throw new IllegalArgumentException("no logarithmic ticks from " + min);
    }
    int first = (int) Math.ceil(Math.log10(min) - SLACK);
    int last = (int) Math.floor(Math.log10(max) + SLACK);
    if (last <= first || atMost < 2 || Double.isInfinite(max)) {
      return between(min, max, atMost);
    }
    int every = 1;
    while (Math.floorDiv(last, every) - Math.ceilDiv(first, every) >= atMost) {
      every++;
    }
    List<Double> values = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int e = Math.ceilDiv(first, every) * every; e <= last; e += every) {
      values.add(Math.clamp(BigDecimal.ONE.scaleByPowerOfTen(e).doubleValue(), min, max));
      labels.add(Numbers.format(BigDecimal.ONE.scaleByPowerOfTen(e).doubleValue()));
    }
    return values.size() < 2 ? between(min, max, atMost) : new Ticks(Math.pow(10, every), values, labels);
  }

  private static Ticks multiples(BigDecimal step, long first, long last, double min, double max) {
    List<Double> values = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    BigDecimal largest = step.multiply(BigDecimal.valueOf(Math.max(Math.abs(first), Math.abs(last))));
    for (long i = first; i <= last; i++) {
      BigDecimal v = step.multiply(BigDecimal.valueOf(i));
      values.add(Math.clamp(v.doubleValue(), min, max) + 0.0);
      labels.add(Numbers.aligned(v, step, largest));
    }
    return new Ticks(step.doubleValue(), values, labels);
  }

  private static Ticks ends(double min, double max) {
    if (min == max) {
      return new Ticks(0, List.of(min), List.of(Numbers.format(min)));
    }
    int digits = Numbers.DIGITS;
    while (digits < MAX_DIGITS && Numbers.format(min, digits).equals(Numbers.format(max, digits))) {
      digits++;
    }
    return new Ticks(max - min, List.of(min, max), List.of(Numbers.format(min, digits), Numbers.format(max, digits)));
  }
}
