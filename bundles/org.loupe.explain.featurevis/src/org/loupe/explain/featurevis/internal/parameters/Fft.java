/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.parameters;

/**
 * The discrete Fourier transform of any length, of many signals at once: a signal is a column of a row-major matrix,
 * so that the inner loops run along rows. Mixed radix, decimation in time; the cost grows with the sum of the prime
 * factors of the length. Source: J. W. Cooley, J. W. Tukey, "An Algorithm for the Machine Calculation of Complex
 * Fourier Series", Mathematics of Computation 19, 1965. Not safe for several threads at once.
 */
final class Fft {
  private final int length;
  private final int columns;
  private final int[] radices;
  private final double[] cos;
  private final double[] sin;
  private final double[] outRe;
  private final double[] outIm;
  private final double[] rowsRe;
  private final double[] rowsIm;
  private double[] inRe;
  private double[] inIm;

  /** @param length of each signal @param columns how many signals */
  Fft(int length, int columns) {
    this.length = length;
    this.columns = columns;
    this.radices = radices(length);
    cos = new double[length];
    sin = new double[length];
    for (int i = 0; i < length; i++) {
      cos[i] = Math.cos(2 * Math.PI * i / length);
      sin[i] = -Math.sin(2 * Math.PI * i / length);
    }
    int size = Math.multiplyExact(length, columns);
    outRe = new double[size];
    outIm = new double[size];
    int largest = 1;
    for (int r : radices) {
      largest = Math.max(largest, r);
    }
    rowsRe = new double[largest * columns];
    rowsIm = new double[largest * columns];
  }

  /**
   * Transforms in place, not scaled: F[k] = sum over n of f[n] exp(-2 pi i k n / length). With real and imaginary parts
   * swapped it is the inverse, not scaled.
   */
  void transform(double[] re, double[] im) {
    inRe = re;
    inIm = im;
    part(length, 0, 1, 0, 0);
    System.arraycopy(outRe, 0, re, 0, outRe.length);
    System.arraycopy(outIm, 0, im, 0, outIm.length);
  }

  /** Transforms n rows of the input, from a row on and a stride apart, to n consecutive rows of the output. */
  private void part(int n, int from, int stride, int to, int level) {
    if (n == 1) {
      System.arraycopy(inRe, from * columns, outRe, to * columns, columns);
      System.arraycopy(inIm, from * columns, outIm, to * columns, columns);
      return;
    }
    int radix = radices[level];
    int inner = n / radix;
    for (int q = 0; q < radix; q++) {
      part(inner, from + q * stride, stride * radix, to + q * inner, level + 1);
    }
    int step = length / n;
    for (int k = 0; k < inner; k++) {
      for (int q = 0; q < radix; q++) {
        twiddle((to + q * inner + k) * columns, q * columns, step * q * k % length);
      }
      if (radix == 2) {
        two((to + k) * columns, (to + inner + k) * columns);
      } else if (radix == 4) {
        four((to + k) * columns, inner * columns);
      } else {
        any(radix, (to + k) * columns, inner * columns);
      }
    }
  }

  /** Takes a row of the output, turned, to the scratch rows. */
  private void twiddle(int row, int scratch, int turn) {
    if (turn == 0) {
      System.arraycopy(outRe, row, rowsRe, scratch, columns);
      System.arraycopy(outIm, row, rowsIm, scratch, columns);
      return;
    }
    double c = cos[turn];
    double s = sin[turn];
    for (int x = 0; x < columns; x++) {
      double a = outRe[row + x];
      double b = outIm[row + x];
      rowsRe[scratch + x] = a * c - b * s;
      rowsIm[scratch + x] = a * s + b * c;
    }
  }

  private void two(int first, int second) {
    for (int x = 0; x < columns; x++) {
      double a = rowsRe[x];
      double b = rowsRe[columns + x];
      double c = rowsIm[x];
      double d = rowsIm[columns + x];
      outRe[first + x] = a + b;
      outIm[first + x] = c + d;
      outRe[second + x] = a - b;
      outIm[second + x] = c - d;
    }
  }

  private void four(int row, int apart) {
    int one = columns;
    int two = 2 * columns;
    int three = 3 * columns;
    for (int x = 0; x < columns; x++) {
      double evenRe = rowsRe[x] + rowsRe[two + x];
      double evenIm = rowsIm[x] + rowsIm[two + x];
      double crossRe = rowsRe[x] - rowsRe[two + x];
      double crossIm = rowsIm[x] - rowsIm[two + x];
      double oddRe = rowsRe[one + x] + rowsRe[three + x];
      double oddIm = rowsIm[one + x] + rowsIm[three + x];
      double turnRe = rowsIm[one + x] - rowsIm[three + x];
      double turnIm = rowsRe[three + x] - rowsRe[one + x];
      outRe[row + x] = evenRe + oddRe;
      outIm[row + x] = evenIm + oddIm;
      outRe[row + apart + x] = crossRe + turnRe;
      outIm[row + apart + x] = crossIm + turnIm;
      outRe[row + 2 * apart + x] = evenRe - oddRe;
      outIm[row + 2 * apart + x] = evenIm - oddIm;
      outRe[row + 3 * apart + x] = crossRe - turnRe;
      outIm[row + 3 * apart + x] = crossIm - turnIm;
    }
  }

  private void any(int radix, int row, int apart) {
    for (int p = 0; p < radix; p++) {
      int out = row + p * apart;
      System.arraycopy(rowsRe, 0, outRe, out, columns);
      System.arraycopy(rowsIm, 0, outIm, out, columns);
      for (int q = 1; q < radix; q++) {
        int turn = (int) ((long) p * q % radix) * (length / radix);
        double c = cos[turn];
        double s = sin[turn];
        int in = q * columns;
        for (int x = 0; x < columns; x++) {
          outRe[out + x] += rowsRe[in + x] * c - rowsIm[in + x] * s;
          outIm[out + x] += rowsRe[in + x] * s + rowsIm[in + x] * c;
        }
      }
    }
  }

  /** Fours first, then primes. */
  private static int[] radices(int length) {
    int[] out = new int[Integer.SIZE];
    int count = 0;
    int rest = length;
    while (rest % 4 == 0) {
      out[count++] = 4;
      rest /= 4;
    }
    for (int p = 2; rest > 1; p++) {
      while (rest % p == 0) {
        out[count++] = p;
        rest /= p;
      }
    }
    return java.util.Arrays.copyOf(out, count);
  }
}
