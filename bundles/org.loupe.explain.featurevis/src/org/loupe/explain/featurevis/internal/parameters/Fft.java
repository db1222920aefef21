/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.parameters;

import java.util.Arrays;

/**
 * The discrete Fourier transform of any length, of many signals at once: a signal is a column of a matrix, whose rows
 * are arrays of their own, so that the inner loops run along rows and on several elements at once. Mixed radix,
 * decimation in time; the cost grows with the sum of the prime factors of the length. Source: J. W. Cooley,
 * J. W. Tukey, "An Algorithm for the Machine Calculation of Complex Fourier Series", Mathematics of Computation 19,
 * 1965. Not safe for several threads at once.
 */
final class Fft {
  private final int length;
  private final int columns;
  private final int[] radices;
  private final double[] cos;
  private final double[] sin;
  /** Rows in the order in which they are combined. */
  private final double[][] re;
  private final double[][] im;
  private final double[][] scratch;
  /** Results of an odd radix, before they take the place of what they are made of. */
  private final double[][] made;

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
    re = new double[length][];
    im = new double[length][];
    scratch = new double[4][columns];
    int largest = 1;
    for (int r : radices) {
      largest = Math.max(largest, r);
    }
    made = new double[2 * largest][columns];
  }

  /**
   * Transforms in place, not scaled: F[k] = sum over n of f[n] exp(-2 pi i k n / length). With real and imaginary parts
   * swapped it is the inverse, not scaled.
   *
   * @param rowsRe [length][columns]; rows change their places, and some are replaced by others
   * @param rowsIm likewise
   */
  void transform(double[][] rowsRe, double[][] rowsIm) {
    order(rowsRe, rowsIm, length, 0, 1, 0, 0);
    part(length, 0, 0);
    System.arraycopy(re, 0, rowsRe, 0, length);
    System.arraycopy(im, 0, rowsIm, 0, length);
  }

  /** Puts n rows, from a row on and a stride apart, where they are combined. */
  private void order(double[][] rowsRe, double[][] rowsIm, int n, int from, int stride, int to, int level) {
    if (n == 1) {
      re[to] = rowsRe[from];
      im[to] = rowsIm[from];
      return;
    }
    int radix = radices[level];
    for (int q = 0; q < radix; q++) {
      order(rowsRe, rowsIm, n / radix, from + q * stride, stride * radix, to + q * (n / radix), level + 1);
    }
  }

  /** Transforms n consecutive rows. */
  private void part(int n, int to, int level) {
    if (n == 1) {
      return;
    }
    int radix = radices[level];
    int inner = n / radix;
    for (int q = 0; q < radix; q++) {
      part(inner, to + q * inner, level + 1);
    }
    int step = length / n;
    for (int k = 0; k < inner; k++) {
      for (int q = 1; q < radix; q++) {
        turn(re[to + q * inner + k], im[to + q * inner + k], step * q * k % length);
      }
      if (radix == 2) {
        two(to + k, to + k + inner);
      } else if (radix == 4) {
        four(to + k, inner);
      } else {
        odd(radix, to + k, inner);
      }
    }
  }

  private void turn(double[] rowRe, double[] rowIm, int turn) {
    if (turn == 0) {
      return;
    }
    double c = cos[turn];
    double s = sin[turn];
    for (int x = 0; x < columns; x++) {
      double a = rowRe[x];
      double b = rowIm[x];
      rowRe[x] = a * c - b * s;
      rowIm[x] = a * s + b * c;
    }
  }

  private void two(int a, int b) {
    both(re[a], re[b]);
    both(im[a], im[b]);
  }

  /** The sum in the place of one, the difference in the place of the other. */
  private void both(double[] a, double[] b) {
    for (int x = 0; x < columns; x++) {
      double v = a[x];
      double w = b[x];
      a[x] = v + w;
      b[x] = v - w;
    }
  }

  private void four(int row, int apart) {
    int one = row + apart;
    int two = one + apart;
    int three = two + apart;
    two(row, two);
    two(one, three);
    // The third is turned by a quarter: i times it is to be taken off the second, and added for the fourth.
    quarter(re[two], im[two], re[three], im[three]);
    both(re[row], re[one]);
    both(im[row], im[one]);
    swap(re, one, two);
    swap(im, one, two);
  }

  private void quarter(double[] aRe, double[] aIm, double[] bRe, double[] bIm) {
    for (int x = 0; x < columns; x++) {
      double a = aRe[x];
      double b = bRe[x];
      double c = aIm[x];
      double d = bIm[x];
      aRe[x] = a + d;
      aIm[x] = c - b;
      bRe[x] = a - d;
      bIm[x] = c + b;
    }
  }

  private static void swap(double[][] rows, int a, int b) {
    double[] row = rows[a];
    rows[a] = rows[b];
    rows[b] = row;
  }

  /** Results k and radix - k have the same terms, of sums and of differences of opposite rows, but for a sign. */
  private void odd(int radix, int row, int apart) {
    int pairs = radix / 2;
    for (int q = 1; q <= pairs; q++) {
      two(row + q * apart, row + (radix - q) * apart);
    }
    for (int k = 1; k <= pairs; k++) {
      System.arraycopy(re[row], 0, scratch[0], 0, columns);
      System.arraycopy(im[row], 0, scratch[1], 0, columns);
      Arrays.fill(scratch[2], 0);
      Arrays.fill(scratch[3], 0);
      for (int q = 1; q <= pairs; q++) {
        int turn = (int) ((long) k * q % radix) * (length / radix);
        int sum = row + q * apart;
        int difference = row + (radix - q) * apart;
        add(cos[turn], re[sum], scratch[0]);
        add(cos[turn], im[sum], scratch[1]);
        add(-sin[turn], im[difference], scratch[2]);
        add(sin[turn], re[difference], scratch[3]);
      }
      apart(scratch[0], scratch[2], made[2 * k], made[2 * (radix - k)]);
      apart(scratch[1], scratch[3], made[2 * k + 1], made[2 * (radix - k) + 1]);
    }
    for (int q = 1; q <= pairs; q++) {
      add(1, re[row + q * apart], re[row]);
      add(1, im[row + q * apart], im[row]);
    }
    for (int k = 1; k < radix; k++) {
      double[] free = re[row + k * apart];
      re[row + k * apart] = made[2 * k];
      made[2 * k] = free;
      free = im[row + k * apart];
      im[row + k * apart] = made[2 * k + 1];
      made[2 * k + 1] = free;
    }
  }

  private void add(double times, double[] row, double[] to) {
    for (int x = 0; x < columns; x++) {
      to[x] += times * row[x];
    }
  }

  private void apart(double[] a, double[] b, double[] sum, double[] difference) {
    for (int x = 0; x < columns; x++) {
      double v = a[x];
      double w = b[x];
      sum[x] = v + w;
      difference[x] = v - w;
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
    return Arrays.copyOf(out, count);
  }
}
