/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * What each element of a layer counts for: the same for every element of a channel's map but its border, all of the map
 * together 1.
 *
 * @param shape of the layer for one item, [1, channels, map...]; [1, channels] where there is no map
 * @param border elements at each edge of each axis of the map that do not count; an axis keeps at least its middle
 */
record LayerWeights(Shape shape, ElementType type, int border) {
  /** The mean of a channel. */
  Tensor channel(int channel) {
    return of(c -> c == channel ? 1 : 0);
  }

  /** The weighted sum of the means of the channels. */
  Tensor direction(List<Double> weights) {
    return of(weights::get);
  }

  /** The mean of all. */
  Tensor whole() {
    double channels = shape.rank() < 2 ? 1 : shape.dim(1);
    return of(c -> 1 / channels);
  }

  private Tensor of(IntToDoubleFunction weight) {
    double[] out = new double[Math.toIntExact(shape.size())];
    int channels = shape.rank() < 2 ? 1 : shape.intDim(1);
    int map = out.length / channels;
    double[] mask = mask(map);
    double sum = 0;
    for (double m : mask) {
      sum += m;
    }
    for (int c = 0; c < channels; c++) {
      double each = weight.applyAsDouble(c) / sum;
      for (int i = 0; i < map && each != 0; i++) {
        out[c * map + i] = each * mask[i];
      }
    }
    return ArrayTensor.convert(type, shape, out);
  }

  /** 1 for the elements of a map that count, else 0. */
  private double[] mask(int map) {
    double[] out = new double[map];
    java.util.Arrays.fill(out, 1);
    int stride = map;
    for (int axis = 2; axis < shape.rank(); axis++) {
      int extent = shape.intDim(axis);
      int dropped = Math.min(border, (extent - 1) / 2);
      stride /= extent;
      for (int i = 0; i < map; i++) {
        int position = i / stride % extent;
        if (position < dropped || position >= extent - dropped) {
          out[i] = 0;
        }
      }
    }
    return out;
  }
}
