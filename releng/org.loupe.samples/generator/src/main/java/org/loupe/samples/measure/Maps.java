/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.measure;

import java.io.IOException;
import java.util.Arrays;
import org.loupe.math.resample.Filter;
import org.loupe.math.resample.Mode;
import org.loupe.math.resample.Resampler;
import org.loupe.samples.data.Example;
import org.loupe.samples.picture.PicturePainter;

/** Explanations by their definitions, as plain as can be; positive parts only, [SIZE, SIZE]. */
public final class Maps {
  private static final int SIZE = PicturePainter.SIZE;

  private Maps() {
  }

  /**
   * Class activation map: the last maps weighed by the dense layer. With this head Grad-CAM is the same up to a factor,
   * since the gradient of the logit is the weight over the number of places.
   */
  public static float[] cam(float[][][] maps, float[] weights) {
    int side = maps[0].length;
    float[] cam = new float[side * side];
    for (int i = 0; i < cam.length; i++) {
      double sum = 0;
      for (int c = 0; c < maps.length; c++) {
        sum += weights[c] * maps[c][i / side][i % side];
      }
      cam[i] = (float) Math.max(0, sum);
    }
    return Resampler.resize(cam, side, side, 1, SIZE, SIZE, Filter.BILINEAR, Mode.PLAIN);
  }

  /**
   * Occlusion: how the logit drops when a square of the picture's mean colour covers a place; each pixel has the mean
   * over the squares that cover it. The last square of a row or column is cut off at the border.
   */
  public static float[] occlusion(Classifier model, Example example, int target, int window, int stride)
      throws IOException {
    float[] input = example.input();
    float[] mean = means(input);
    int steps = (int) Math.ceil((SIZE - window) / (double) stride) + 1;
    float[] all = new float[(steps * steps + 1) * input.length];
    for (int i = 0; i <= steps * steps; i++) {
      System.arraycopy(input, 0, all, i * input.length, input.length);
      if (i < steps * steps) {
        cover(all, i * input.length, i / steps * stride, i % steps * stride, window, mean);
      }
    }
    float[][] logits = model.answer(all).logits();
    float[] sum = new float[SIZE * SIZE];
    float[] count = new float[SIZE * SIZE];
    for (int i = 0; i < steps * steps; i++) {
      float drop = logits[steps * steps][target] - logits[i][target];
      for (int y = i / steps * stride; y < Math.min(SIZE, i / steps * stride + window); y++) {
        for (int x = i % steps * stride; x < Math.min(SIZE, i % steps * stride + window); x++) {
          sum[y * SIZE + x] += drop;
          count[y * SIZE + x]++;
        }
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.max(0, sum[i] / count[i]);
    }
    return sum;
  }

  private static float[] means(float[] input) {
    float[] means = new float[3];
    for (int c = 0; c < means.length; c++) {
      double sum = 0;
      for (int i = c * SIZE * SIZE; i < (c + 1) * SIZE * SIZE; i++) {
        sum += input[i];
      }
      means[c] = (float) (sum / (SIZE * SIZE));
    }
    return means;
  }

  private static void cover(float[] to, int offset, int top, int left, int window, float[] colour) {
    for (int c = 0; c < 3; c++) {
      for (int y = top; y < Math.min(SIZE, top + window); y++) {
        int row = offset + (c * SIZE + y) * SIZE;
        Arrays.fill(to, row + left, row + Math.min(SIZE, left + window), colour[c]);
      }
    }
  }

  /** The part of a map's sum that lies on the animal, 0 to 1; NaN for a map of zeros. */
  public static double inside(float[] map, Example example) {
    double inside = 0;
    double all = 0;
    for (int i = 0; i < map.length; i++) {
      inside += map[i] * example.seen(i);
      all += map[i];
    }
    return inside / all;
  }
}
