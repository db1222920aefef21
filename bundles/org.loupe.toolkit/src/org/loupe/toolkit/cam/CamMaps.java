/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.cam;

import java.util.Arrays;
import org.loupe.math.resample.Filter;
import org.loupe.math.resample.Mode;
import org.loupe.math.resample.Resampler;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * From sums of channels to maps: rectified, brought to the size of the input, scaled, in this order.
 *
 * @param values [N, H, W]
 * @param positive whether there was anything above 0, of any item, before anything was done
 */
public record CamMaps(Tensor values, boolean positive) {
  /**
   * Finishes maps.
   *
   * @param sums a map [rows * columns] for each item
   * @param height H, where the maps are brought to the size of the input
   * @param width W
   */
  public static CamMaps of(double[][] sums, int rows, int columns, int height, int width, CamOptions options) {
    boolean up = options.upsample() == CamOptions.Upsample.BILINEAR;
    int h = up ? height : rows;
    int w = up ? width : columns;
    Resampler resampler = Resampler.of(rows, columns, h, w, Filter.BILINEAR, Mode.PLAIN);
    float[] all = new float[Math.multiplyExact(sums.length, Math.multiplyExact(h, w))];
    boolean positive = false;
    for (int n = 0; n < sums.length; n++) {
      positive |= Arrays.stream(sums[n]).anyMatch(v -> v > 0);
      float[] map = new float[sums[n].length];
      for (int i = 0; i < map.length; i++) {
        map[i] = (float) (options.relu() ? Math.max(0, sums[n][i]) : sums[n][i]);
      }
      float[] sized = up ? resampler.apply(map, 1) : map;
      scale(sized, options.scale());
      System.arraycopy(sized, 0, all, n * h * w, h * w);
    }
    return new CamMaps(ArrayTensor.of(Shape.of(sums.length, h, w), all), positive);
  }

  /** A map without anything positive, or without any difference, is 0 everywhere rather than divided by 0. */
  private static void scale(float[] map, CamOptions.Scale scale) {
    float max = Float.NEGATIVE_INFINITY;
    float min = Float.POSITIVE_INFINITY;
    for (float v : map) {
      max = Math.max(max, v);
      min = Math.min(min, v);
    }
    float from = scale == CamOptions.Scale.MIN_MAX ? min : 0;
    float range = max - from;
    for (int i = 0; scale != CamOptions.Scale.NONE && i < map.length; i++) {
      map[i] = range > 0 ? (map[i] - from) / range : 0;
    }
  }
}
