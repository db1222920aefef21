/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.resample;

import java.util.Arrays;

/** The arithmetic of {@link Mode#PILLOW_8BIT}: sums of whole-number pixels with weights of 22 fractional bits. */
final class EightBit {
  private static final int BITS = 22;
  private static final int HALF = 1 << (BITS - 1);

  private EightBit() {
  }

  private static int[] fixed(Weights w) {
    int[] out = new int[w.value().length];
    for (int i = 0; i < out.length; i++) {
      double v = w.value()[i] * (1 << BITS);
      out[i] = (int) (v < 0 ? v - 0.5 : v + 0.5);
    }
    return out;
  }

  static void across(float[] in, float[] out, int height, int width, int channels, Weights w) {
    if (identity(w, width)) {
      System.arraycopy(in, 0, out, 0, in.length);
      return;
    }
    int[] weights = fixed(w);
    int to = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < w.first().length; x++) {
        int from = (y * width + w.first()[x]) * channels;
        for (int c = 0; c < channels; c++) {
          int sum = HALF;
          for (int k = 0; k < w.count()[x]; k++) {
            sum += weights[x * w.taps() + k] * (int) in[from + k * channels + c];
          }
          out[to++] = clip(sum);
        }
      }
    }
  }

  static void down(float[] in, float[] out, int rowLength, Weights w) {
    if (identity(w, in.length / rowLength)) {
      System.arraycopy(in, 0, out, 0, in.length);
      return;
    }
    int[] weights = fixed(w);
    int[] sums = new int[rowLength];
    for (int y = 0; y < w.first().length; y++) {
      Arrays.fill(sums, HALF);
      for (int k = 0; k < w.count()[y]; k++) {
        int weight = weights[y * w.taps() + k];
        int from = (w.first()[y] + k) * rowLength;
        for (int i = 0; i < rowLength; i++) {
          sums[i] += weight * (int) in[from + i];
        }
      }
      for (int i = 0; i < rowLength; i++) {
        out[y * rowLength + i] = clip(sums[i]);
      }
    }
  }

  /** An axis that keeps its extent is not filtered. */
  private static boolean identity(Weights w, int in) {
    return w.first().length == in;
  }

  private static int clip(int sum) {
    return Math.clamp(sum >> BITS, 0, 255);
  }
}
