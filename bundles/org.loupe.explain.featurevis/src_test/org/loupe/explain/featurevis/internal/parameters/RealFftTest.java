/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.parameters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealFftTest {
  @ParameterizedTest
  @CsvSource({"1,1", "1,6", "5,1", "2,2", "3,4", "4,3", "5,5", "6,8", "7,14"})
  void thePictureIsTheSumOverTheHalfSpectrum(int height, int width) {
    RealFft fft = new RealFft(height, width);
    int half = fft.half();
    double[] spectrum = new Random(height * 31 + width).doubles(2L * height * half, -1, 1).toArray();
    double[] wanted = new double[height * width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int v = 0; v < height; v++) {
          for (int u = 0; u < half; u++) {
            double angle = 2 * Math.PI * ((double) v * y / height + (double) u * x / width);
            double times = u == 0 || 2 * u == width ? 1 : 2;
            wanted[y * width + x] += times / Math.sqrt(height * width)
                * (spectrum[v * half + u] * Math.cos(angle) - spectrum[(height + v) * half + u] * Math.sin(angle));
          }
        }
      }
    }
    double[] picture = new double[height * width + 3];
    fft.inverse(spectrum, 0, picture, 3);
    assertArrayEquals(wanted, java.util.Arrays.copyOfRange(picture, 3, picture.length), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,6", "5,1", "2,2", "3,4", "4,3", "9,7", "28,56"})
  void theAdjointHasTheSameInnerProduct(int height, int width) {
    RealFft fft = new RealFft(height, width);
    Random random = new Random(height + 100 * width);
    double[] x = random.doubles(2L * height * fft.half(), -1, 1).toArray();
    double[] y = random.doubles((long) height * width, -1, 1).toArray();
    double[] ax = new double[y.length];
    double[] aty = new double[x.length];
    fft.inverse(x, 0, ax, 0);
    fft.adjoint(y, 0, aty, 0);
    assertEquals(dot(ax, y), dot(x, aty), 1e-10 * y.length);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
