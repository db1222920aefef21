/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.resample;

import java.util.Arrays;

/**
 * Changes the size of float pictures of one size to another, first along rows, then along columns. Weights are worked
 * out once; the resampler can be used again and by several threads.
 */
public final class Resampler {
  private final int height;
  private final int width;
  private final int newHeight;
  private final int newWidth;
  private final Mode mode;
  private final Filter filter;
  private final Weights across;
  private final Weights down;

  private Resampler(int height, int width, int newHeight, int newWidth, Filter filter, Mode mode) {
    this.height = height;
    this.width = width;
    this.newHeight = newHeight;
    this.newWidth = newWidth;
    this.filter = filter;
    this.mode = mode;
    this.across = Weights.of(width, newWidth, filter, mode);
    this.down = Weights.of(height, newHeight, filter, mode);
  }

  /** @throws IllegalArgumentException if an extent is not positive */
  public static Resampler of(int height, int width, int newHeight, int newWidth, Filter filter, Mode mode) {
    if (height < 1 || width < 1 || newHeight < 1 || newWidth < 1) {
      throw new IllegalArgumentException(
          "cannot resize " + height + " x " + width + " to " + newHeight + " x " + newWidth);
    }
    return new Resampler(height, width, newHeight, newWidth, filter, mode);
  }

  /** One-off {@link #apply}. */
  public static float[] resize(float[] pixels, int height, int width, int channels, int newHeight, int newWidth,
      Filter filter, Mode mode) {
    return of(height, width, newHeight, newWidth, filter, mode).apply(pixels, channels);
  }

  /**
   * Resizes a picture.
   *
   * @param pixels [height, width, channels], row-major; not changed
   * @param channels 1 for a plane [height, width]
   * @return [newHeight, newWidth, channels]
   * @throws IllegalArgumentException if the number of pixels is not that of the picture
   * @throws ArithmeticException if the result does not fit an array
   */
  public float[] apply(float[] pixels, int channels) {
    long expected = Math.multiplyExact((long) height * width, (long) channels);
    if (channels < 1 || pixels.length != expected) {
      throw new IllegalArgumentException(pixels.length + " values for a picture [" + height + ", " + width + ", "
          + channels + "]");
    }
    float[] wide = new float[Math.multiplyExact(Math.multiplyExact(height, newWidth), channels)];
    float[] out = new float[Math.multiplyExact(Math.multiplyExact(newHeight, newWidth), channels)];
    if (mode == Mode.PILLOW_8BIT && filter != Filter.NEAREST) {
      EightBit.across(pixels, wide, height, width, channels, across);
      EightBit.down(wide, out, newWidth * channels, down);
    } else {
      across(pixels, wide, channels);
      down(wide, out, newWidth * channels);
    }
    return out;
  }

  private void across(float[] in, float[] out, int channels) {
    int to = 0;
    for (int y = 0; y < height; y++) {
      int row = y * width * channels;
      for (int x = 0; x < newWidth; x++) {
        int from = row + across.first()[x] * channels;
        int weight = x * across.taps();
        int count = across.count()[x];
        for (int c = 0; c < channels; c++) {
          double sum = 0;
          for (int k = 0; k < count; k++) {
            sum += across.value()[weight + k] * in[from + k * channels + c];
          }
          out[to++] = (float) sum;
        }
      }
    }
  }

  private void down(float[] in, float[] out, int rowLength) {
    double[] sums = new double[rowLength];
    for (int y = 0; y < newHeight; y++) {
      Arrays.fill(sums, 0);
      for (int k = 0; k < down.count()[y]; k++) {
        double weight = down.value()[y * down.taps() + k];
        int from = (down.first()[y] + k) * rowLength;
        for (int i = 0; i < rowLength; i++) {
          sums[i] += weight * in[from + i];
        }
      }
      for (int i = 0, to = y * rowLength; i < rowLength; i++, to++) {
        out[to] = (float) sums[i];
      }
    }
  }
}
