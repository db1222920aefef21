/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.heatmap;

import java.util.Arrays;
import org.loupe.api.LoupeException;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.stats.Summary;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.visualize.internal.heatmap.HeatmapOptions.Reduction;
import org.loupe.visualize.internal.heatmap.HeatmapOptions.Sign;

/**
 * One number for each position of a grid.
 *
 * @param rows at least 1
 * @param columns at least 1
 * @param values row by row
 */
public record Plane(int rows, int columns, double[] values) {
  private static final int MAX_VALUES = 1 << 26;

  /**
   * Reduces the channels of a map; of other axes, as the batch, the first item is taken.
   *
   * @throws LoupeException NOT_APPLICABLE if the axes are not those of the values, or there is nothing or too much
   *     to draw
   */
  static Plane of(SaliencyMap map, Reduction reduction) throws LoupeException {
    Shape shape = map.values().shape();
    SpatialAxes axes = map.axes();
    int rank = shape.rank();
    boolean wrong = axes.height() < 0 || axes.width() < 0 || axes.height() >= rank || axes.width() >= rank
        || axes.channel() >= rank || map.values().type() == ElementType.STRING;
    if (wrong || shape.size() < 1 || shape.size() > MAX_VALUES) {
      throw LoupeException.notApplicable("a map of shape " + shape + " cannot be drawn as a heat map");
    }
    int rows = shape.intDim(axes.height());
    int columns = shape.intDim(axes.width());
    int channels = axes.channel() < 0 ? 1 : shape.intDim(axes.channel());
    double[] out = new double[rows * columns];
    double[] one = new double[channels];
    boolean equal = reduction == Reduction.AUTO && equalChannels(map, rows, columns, channels);
    for (int i = 0; i < out.length; i++) {
      channels(map, i / columns, i % columns, one);
      out[i] = equal ? common(one) : reduce(one, reduction);
    }
    return new Plane(rows, columns, out);
  }

  private static boolean equalChannels(SaliencyMap map, int rows, int columns, int channels) {
    double[] one = new double[channels];
    for (int i = 0; i < rows * columns; i++) {
      channels(map, i / columns, i % columns, one);
      double first = one[0];
      if (!Double.isNaN(common(one)) && Arrays.stream(one).anyMatch(v -> v != first)) {
        return false;
      }
    }
    return true;
  }

  /** The first of equal numbers; NaN if one of them is. */
  private static double common(double[] channels) {
    return Arrays.stream(channels).anyMatch(Double::isNaN) ? Double.NaN : channels[0];
  }

  private static void channels(SaliencyMap map, int row, int column, double[] out) {
    Shape shape = map.values().shape();
    SpatialAxes axes = map.axes();
    for (int c = 0; c < out.length; c++) {
      long index = 0;
      for (int axis = 0; axis < shape.rank(); axis++) {
        int at = axis == axes.height() ? row : axis == axes.width() ? column : axis == axes.channel() ? c : 0;
        index = index * shape.dim(axis) + at;
      }
      out[c] = map.values().get(index);
    }
  }

  private static double reduce(double[] channels, Reduction reduction) {
    return switch (reduction) {
      case AUTO, SUM -> Arrays.stream(channels).sum();
      case MEAN -> Arrays.stream(channels).sum() / channels.length;
      case L2 -> Math.sqrt(Arrays.stream(channels).map(v -> v * v).sum());
      case MAX_ABS -> {
        double most = channels[0];
        for (double v : channels) {
          most = Double.isNaN(v) || Math.abs(v) > Math.abs(most) ? v : most;
        }
        yield most;
      }
    };
  }

  /** The part that a sign asks for; NaN stays NaN. */
  Plane signed(Sign sign) {
    return new Plane(rows, columns, Arrays.stream(values).map(v -> switch (sign) {
      case SIGNED -> v;
      case POSITIVE -> Math.max(v, 0);
      case NEGATIVE -> Math.min(v, 0);
      case ABSOLUTE -> Math.abs(v);
    }).toArray());
  }

  public double at(int row, int column) {
    return values[row * columns + column];
  }

  Summary summary() {
    return Summary.of(values);
  }

  /** Index of the finite value that is furthest from zero; -1 if all are zero or none is finite. */
  int peak() {
    int best = -1;
    for (int i = 0; i < values.length; i++) {
      double size = Math.abs(values[i]);
      if (Double.isFinite(size) && size > (best < 0 ? 0 : Math.abs(values[best]))) {
        best = i;
      }
    }
    return best;
  }
}
