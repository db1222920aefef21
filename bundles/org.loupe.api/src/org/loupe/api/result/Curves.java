/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.result;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines over a common axis.
 *
 * @param x what the axis is
 * @param labels names of the places on the axis where these are things, as layers; else empty
 * @param series the lines
 * @param figures see {@link Result#figures}
 */
public record Curves(Axis x, List<String> labels, List<Series> series, Map<String, Double> figures)
    implements Result {
  public Curves {
    labels = List.copyOf(labels);
    series = List.copyOf(series);
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /** What is measured along an axis. @param unit empty for none */
  public record Axis(String name, String unit) {
  }

  /**
   * One line.
   *
   * @param y what its values are
   * @param xs rising
   * @param ys as many as {@code xs}; NaN where there is none
   */
  public record Series(String name, Axis y, double[] xs, double[] ys) {
    public Series {
      xs = xs.clone();
      ys = ys.clone();
      if (xs.length != ys.length) {
        throw new IllegalArgumentException(xs.length + " places and " + ys.length + " values");
      }
    }

    @Override
    public double[] xs() {
      return xs.clone();
    }

    @Override
    public double[] ys() {
      return ys.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Series s && name.equals(s.name) && y.equals(s.y) && Arrays.equals(xs, s.xs)
          && Arrays.equals(ys, s.ys);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + Arrays.hashCode(ys);
    }
  }
}
