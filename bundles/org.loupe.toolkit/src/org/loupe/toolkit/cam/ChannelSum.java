/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.cam;

import java.util.Arrays;
import org.loupe.api.LoupeException;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * The channels of a feature map and of what belongs to it, in double precision: [N, C, h, w] or [N, h, w, C].
 *
 * @param items N
 * @param channels C
 * @param rows h
 * @param columns w
 * @param channelAxis 1 or 3
 */
public record ChannelSum(int items, int channels, int rows, int columns, int channelAxis) {
  /**
   * For maps of this shape.
   *
   * @param layer its id, for the message
   * @throws LoupeException NOT_APPLICABLE if it has not four axes
   */
  public static ChannelSum of(Shape shape, int channelAxis, String layer) throws LoupeException {
    if (shape.rank() != 4 || shape.size() == 0) {
      throw LoupeException.notApplicable("layer " + layer + " of shape " + shape
          + " is no feature map with channels, rows and columns; name another");
    }
    int row = channelAxis == 1 ? 2 : 1;
    return new ChannelSum(shape.intDim(0), shape.intDim(channelAxis), shape.intDim(row), shape.intDim(row + 1),
        channelAxis);
  }

  /** Mean over the grid of each channel of each item, [N][C]. */
  public double[][] means(Tensor tensor) {
    double[] values = tensor.toDoubles();
    double[][] out = new double[items][channels];
    int places = rows * columns;
    for (int n = 0; n < items; n++) {
      for (int c = 0; c < channels; c++) {
        double sum = 0;
        for (int p = 0; p < places; p++) {
          sum += values[index(n, c, p)];
        }
        out[n][c] = sum / places;
      }
    }
    return out;
  }

  /** The channels times their weights, added up: a map [h * w] for each item. */
  public double[][] weighted(Tensor activations, double[][] weights) {
    double[] values = activations.toDoubles();
    double[][] out = new double[items][rows * columns];
    for (int n = 0; n < items; n++) {
      for (int c = 0; c < channels; c++) {
        for (int p = 0; weights[n][c] != 0 && p < out[n].length; p++) {
          out[n][p] += weights[n][c] * values[index(n, c, p)];
        }
      }
    }
    return out;
  }

  /** One number for each channel of each item, [N][C], from a tensor of so many elements. */
  public double[][] perChannel(Tensor tensor) {
    double[] values = tensor.toDoubles();
    double[][] out = new double[items][];
    for (int n = 0; n < items; n++) {
      out[n] = Arrays.copyOfRange(values, n * channels, (n + 1) * channels);
    }
    return out;
  }

  private int index(int item, int channel, int place) {
    int places = rows * columns;
    return channelAxis == 1 ? (item * channels + channel) * places + place
        : (item * places + place) * channels + channel;
  }
}
