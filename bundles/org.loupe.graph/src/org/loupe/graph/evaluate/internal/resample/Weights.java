/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.resample;

import org.loupe.graph.evaluate.internal.Call;

/** How much each element along an axis counts for each element of the resized axis. */
final class Weights {
  private final Call call;
  private final String mode;
  private final String coordinates;
  private final boolean floorOnly;

  /** @param floorOnly for the oldest forms, which know no choice of coordinates and of the nearest element */
  Weights(Call call, boolean floorOnly) {
    this.call = call;
    this.floorOnly = floorOnly;
    this.mode = call.node().string("mode", "nearest");
    this.coordinates = floorOnly ? "asymmetric" : call.node().string("coordinate_transformation_mode", "half_pixel");
  }

  /** A row for each element of the resized axis. */
  double[][] matrix(int in, int out, double scale) {
    double[][] rows = new double[out][in];
    for (int o = 0; o < out; o++) {
      double at = original(o, in, out, scale);
      switch (mode) {
        case "nearest" -> rows[o][Math.clamp(nearest(at), 0, in - 1)] = 1;
        case "linear", "bilinear" -> filter(rows[o], at, scale, 1);
        case "cubic" -> filter(rows[o], at, scale, 2);
        default -> throw new IllegalArgumentException("mode '" + mode + "' is not known");
      }
    }
    return rows;
  }

  private double original(int o, int in, int out, double scale) {
    return switch (coordinates) {
      case "half_pixel" -> (o + 0.5) / scale - 0.5;
      case "pytorch_half_pixel" -> out > 1 ? (o + 0.5) / scale - 0.5 : 0;
      case "half_pixel_symmetric" -> in / 2.0 * (1 - out / (scale * in)) + (o + 0.5) / scale - 0.5;
      case "align_corners" -> out > 1 ? o * (in - 1.0) / (out - 1) : 0;
      case "asymmetric" -> o / scale;
      case "tf_half_pixel_for_nn" -> (o + 0.5) / scale;
      default -> throw new IllegalArgumentException("coordinates '" + coordinates + "' are not known");
    };
  }

  private int nearest(double at) {
    String rounding = floorOnly ? "floor" : call.node().string("nearest_mode", "round_prefer_floor");
    return (int) switch (rounding) {
      case "round_prefer_floor" -> Math.ceil(at - 0.5);
      case "round_prefer_ceil" -> Math.floor(at + 0.5);
      case "floor" -> Math.floor(at);
      case "ceil" -> Math.ceil(at);
      default -> throw new IllegalArgumentException("nearest_mode '" + rounding + "' is not known");
    };
  }

  /**
   * The weights of a filter that reaches {@code reach} elements to both sides. Beyond the ends the last element counts,
   * unless the outside is excluded; then, and where the filter is stretched against aliasing, the weights are made to
   * add up to one.
   */
  private void filter(double[] row, double at, double scale, int reach) {
    boolean antialias = call.flag("antialias", false) && scale < 1;
    boolean excluded = antialias || reach == 2 && call.flag("exclude_outside", false);
    double stretch = antialias ? 1 / scale : 1;
    double sum = 0;
    int last = (int) Math.ceil(at + reach * stretch);
    for (int i = (int) Math.floor(at - reach * stretch); i <= last; i++) {
      double weight = reach == 1 ? triangle((i - at) / stretch) : cubic((i - at) / stretch);
      if (!excluded || i >= 0 && i < row.length) {
        row[Math.clamp(i, 0, row.length - 1)] += weight;
        sum += weight;
      }
    }
    for (int i = 0; i < row.length && excluded; i++) {
      row[i] /= sum;
    }
  }

  private static double triangle(double distance) {
    return Math.max(0, 1 - Math.abs(distance));
  }

  /** The cubic convolution of Keys (1981). */
  private double cubic(double distance) {
    double a = call.number("cubic_coeff_a", -0.75);
    double d = Math.abs(distance);
    return d < 1 ? ((a + 2) * d - (a + 3)) * d * d + 1 : d < 2 ? ((a * d - 5 * a) * d + 8 * a) * d - 4 * a : 0;
  }
}
