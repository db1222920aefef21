/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.parameters;

/**
 * The orthonormal two-dimensional Fourier transform between a real picture and the half of its spectrum that says it
 * all. Two rows of the picture share one complex transform. Not safe for several threads at once.
 */
final class RealFft {
  private final int height;
  private final int width;
  private final int half;
  private final int pairs;
  private final double scale;
  private final Fft across;
  private final Fft down;
  private final double[] rowRe;
  private final double[] rowIm;
  private final double[] re;
  private final double[] im;

  RealFft(int height, int width) {
    this.height = height;
    this.width = width;
    half = width / 2 + 1;
    pairs = (height + 1) / 2;
    scale = 1 / Math.sqrt((double) height * width);
    across = new Fft(width, pairs);
    down = new Fft(height, half);
    rowRe = new double[width * pairs];
    rowIm = new double[width * pairs];
    re = new double[height * half];
    im = new double[height * half];
  }

  /** Columns of the half spectrum: frequencies 0 to width / 2. */
  int half() {
    return half;
  }

  /**
   * From spectrum to picture: the real part of the sum over the half spectrum, each frequency counted as often as it
   * stands in the whole one.
   *
   * @param spectrum real parts, then imaginary parts, [height, half] each, from {@code from} on
   * @param picture [height, width], from {@code to} on
   */
  void inverse(double[] spectrum, int from, double[] picture, int to) {
    System.arraycopy(spectrum, from, re, 0, re.length);
    System.arraycopy(spectrum, from + re.length, im, 0, im.length);
    down.transform(im, re);
    for (int k = 0; k < width; k++) {
      boolean mirrored = k >= half;
      int column = mirrored ? width - k : k;
      boolean own = column == 0 || 2 * column == width;
      double sign = own ? 0 : mirrored ? -1 : 1;
      for (int j = 0; j < pairs; j++) {
        int a = 2 * j * half + column;
        boolean two = 2 * j + 1 < height;
        double bRe = two ? re[a + half] : 0;
        double bIm = two ? im[a + half] : 0;
        rowRe[k * pairs + j] = re[a] - sign * bIm;
        rowIm[k * pairs + j] = sign * im[a] + bRe;
      }
    }
    across.transform(rowIm, rowRe);
    for (int y = 0; y < height; y++) {
      double[] rows = (y & 1) == 0 ? rowRe : rowIm;
      for (int x = 0; x < width; x++) {
        picture[to + y * width + x] = scale * rows[x * pairs + y / 2];
      }
    }
  }

  /** The adjoint of {@link #inverse}: from the derivative by the picture to the one by the spectrum. */
  void adjoint(double[] picture, int from, double[] spectrum, int to) {
    for (int j = 0; j < pairs; j++) {
      int a = from + 2 * j * width;
      boolean two = 2 * j + 1 < height;
      for (int x = 0; x < width; x++) {
        rowRe[x * pairs + j] = picture[a + x];
        rowIm[x * pairs + j] = two ? picture[a + width + x] : 0;
      }
    }
    across.transform(rowRe, rowIm);
    for (int k = 0; k < half; k++) {
      // A real row's spectrum is its own mirror image, which tells the two rows of a pair apart.
      int mirror = (width - k) % width;
      for (int j = 0; j < pairs; j++) {
        double zRe = rowRe[k * pairs + j];
        double zIm = rowIm[k * pairs + j];
        double mRe = rowRe[mirror * pairs + j];
        double mIm = rowIm[mirror * pairs + j];
        int a = 2 * j * half + k;
        re[a] = (zRe + mRe) / 2;
        im[a] = (zIm - mIm) / 2;
        if (2 * j + 1 < height) {
          re[a + half] = (zIm + mIm) / 2;
          im[a + half] = (mRe - zRe) / 2;
        }
      }
    }
    down.transform(re, im);
    for (int y = 0; y < height; y++) {
      for (int k = 0; k < half; k++) {
        int at = y * half + k;
        double times = k == 0 || 2 * k == width ? scale : 2 * scale;
        spectrum[to + at] = times * re[at];
        spectrum[to + re.length + at] = times * im[at];
      }
    }
  }
}
