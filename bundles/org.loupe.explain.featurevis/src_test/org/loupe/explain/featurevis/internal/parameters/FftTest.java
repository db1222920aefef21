/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.parameters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FftTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 16, 28, 30, 37, 49, 64, 96, 100, 121, 128, 224})
  void equalsTheSumThatDefinesIt(int n) {
    int columns = 3;
    Random random = new Random(n);
    double[] re = random.doubles((long) n * columns, -1, 1).toArray();
    double[] im = random.doubles((long) n * columns, -1, 1).toArray();
    double[] wantedRe = new double[re.length];
    double[] wantedIm = new double[re.length];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        double angle = -2 * Math.PI * ((long) k * i % n) / n;
        for (int x = 0; x < columns; x++) {
          wantedRe[k * columns + x] += re[i * columns + x] * Math.cos(angle) - im[i * columns + x] * Math.sin(angle);
          wantedIm[k * columns + x] += re[i * columns + x] * Math.sin(angle) + im[i * columns + x] * Math.cos(angle);
        }
      }
    }
    Fft fft = new Fft(n, columns);
    double[][] gotRe = rows(re, n);
    double[][] gotIm = rows(im, n);
    fft.transform(gotRe, gotIm);
    assertArrayEquals(wantedRe, flat(gotRe), 1e-11 * n);
    assertArrayEquals(wantedIm, flat(gotIm), 1e-11 * n);
    // Parts swapped, it is the inverse times the length.
    fft.transform(gotIm, gotRe);
    assertArrayEquals(re, Arrays.stream(flat(gotRe)).map(v -> v / n).toArray(), 1e-12);
    assertArrayEquals(im, Arrays.stream(flat(gotIm)).map(v -> v / n).toArray(), 1e-12);
  }

  private static double[][] rows(double[] values, int rows) {
    int columns = values.length / rows;
    double[][] out = new double[rows][];
    Arrays.setAll(out, r -> Arrays.copyOfRange(values, r * columns, (r + 1) * columns));
    return out;
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }
}
