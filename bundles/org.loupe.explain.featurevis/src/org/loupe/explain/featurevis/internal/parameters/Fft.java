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
      if (radix == 2) {
        two((to + k) * columns, inner * columns, step * k);
      } else if (radix == 4) {
        four((to + k) * columns, inner * columns, step * k);
      } else {
        for (int q = 0; q < radix; q++) {
          twiddle((to + q * inner + k) * columns, q * columns, step * q * k % length);
        }
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

  private void two(int first, int apart, int turn) {
    double c = cos[turn];
    double s = sin[turn];
    int second = first + apart;
    for (int x = 0; x < columns; x++) {
      double aRe = outRe[first + x];
      double aIm = outIm[first + x];
      double bRe = outRe[second + x] * c - outIm[second + x] * s;
      double bIm = outRe[second + x] * s + outIm[second + x] * c;
      outRe[first + x] = aRe + bRe;
      outIm[first + x] = aIm + bIm;
      outRe[second + x] = aRe - bRe;
      outIm[second + x] = aIm - bIm;
    }
  }

  private void four(int row, int apart, int turn) {
    double c1 = cos[turn];
    double s1 = sin[turn];
    double c2 = cos[2 * turn];
    double s2 = sin[2 * turn];
    double c3 = cos[3 * turn];
    double s3 = sin[3 * turn];
    int one = row + apart;
    int two = one + apart;
    int three = two + apart;
    for (int x = 0; x < columns; x++) {
      double bRe = outRe[one + x] * c1 - outIm[one + x] * s1;
      double bIm = outRe[one + x] * s1 + outIm[one + x] * c1;
      double cRe = outRe[two + x] * c2 - outIm[two + x] * s2;
      double cIm = outRe[two + x] * s2 + outIm[two + x] * c2;
      double dRe = outRe[three + x] * c3 - outIm[three + x] * s3;
      double dIm = outRe[three + x] * s3 + outIm[three + x] * c3;
      double evenRe = outRe[row + x] + cRe;
      double evenIm = outIm[row + x] + cIm;
      double crossRe = outRe[row + x] - cRe;
      double crossIm = outIm[row + x] - cIm;
      outRe[row + x] = evenRe + bRe + dRe;
      outIm[row + x] = evenIm + bIm + dIm;
      outRe[one + x] = crossRe + bIm - dIm;
      outIm[one + x] = crossIm + dRe - bRe;
      outRe[two + x] = evenRe - bRe - dRe;
      outIm[two + x] = evenIm - bIm - dIm;
      outRe[three + x] = crossRe - bIm + dIm;
      outIm[three + x] = crossIm - dRe + bRe;
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
