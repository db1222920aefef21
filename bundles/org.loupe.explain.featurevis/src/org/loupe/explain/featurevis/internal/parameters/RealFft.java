/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.parameters;

/**
 * The orthonormal two-dimensional Fourier transform between a real picture and the half of its spectrum that says it
 * all. Two rows of the picture share one complex transform. Rows become columns between the transforms, tile by tile,
 * so that what is near in one order is near enough in the other. Not safe for several threads at once.
 */
final class RealFft {
  /** Side of a tile. */
  private static final int TILE = 16;
  private final int height;
  private final int width;
  private final int half;
  private final int pairs;
  private final double scale;
  private final Fft across;
  private final Fft down;
  private final double[][] rowRe;
  private final double[][] rowIm;
  private final double[][] re;
  private final double[][] im;

  RealFft(int height, int width) {
    this.height = height;
    this.width = width;
    half = width / 2 + 1;
    pairs = (height + 1) / 2;
    scale = 1 / Math.sqrt((double) height * width);
    across = new Fft(width, pairs);
    down = new Fft(height, half);
    rowRe = new double[width][pairs];
    rowIm = new double[width][pairs];
    re = new double[height][half];
    im = new double[height][half];
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
    for (int y = 0; y < height; y++) {
      System.arraycopy(spectrum, from + y * half, re[y], 0, half);
      System.arraycopy(spectrum, from + (height + y) * half, im[y], 0, half);
    }
    down.transform(im, re);
    tiles(half, this::paired);
    across.transform(rowIm, rowRe);
    tiles(width, (first, last, left, right) -> toPicture(picture, to, first, last, left, right));
  }

  /** The adjoint of {@link #inverse}: from the derivative by the picture to the one by the spectrum. */
  void adjoint(double[] picture, int from, double[] spectrum, int to) {
    tiles(width, (first, last, left, right) -> fromPicture(picture, from, first, last, left, right));
    across.transform(rowRe, rowIm);
    tiles(half, this::parted);
    down.transform(re, im);
    int size = height * half;
    for (int y = 0; y < height; y++) {
      for (int k = 0; k < half; k++) {
        int at = to + y * half + k;
        double times = k == 0 || 2 * k == width ? scale : 2 * scale;
        spectrum[at] = times * re[y][k];
        spectrum[at + size] = times * im[y][k];
      }
    }
  }

  /** What is done with a tile: pairs of rows from the first to before the last, columns from left to before right. */
  private interface Tile {
    void run(int first, int last, int left, int right);
  }

  private void tiles(int columns, Tile tile) {
    for (int j = 0; j < pairs; j += TILE) {
      for (int k = 0; k < columns; k += TILE) {
        tile.run(j, Math.min(pairs, j + TILE), k, Math.min(columns, k + TILE));
      }
    }
  }

  private void toPicture(double[] picture, int to, int first, int last, int left, int right) {
    for (int j = first; j < last; j++) {
      int at = to + 2 * j * width;
      boolean two = 2 * j + 1 < height;
      for (int x = left; x < right; x++) {
        picture[at + x] = scale * rowRe[x][j];
        if (two) {
          picture[at + width + x] = scale * rowIm[x][j];
        }
      }
    }
  }

  private void fromPicture(double[] picture, int from, int first, int last, int left, int right) {
    for (int j = first; j < last; j++) {
      int at = from + 2 * j * width;
      boolean two = 2 * j + 1 < height;
      for (int x = left; x < right; x++) {
        rowRe[x][j] = picture[at + x];
        rowIm[x][j] = two ? picture[at + width + x] : 0;
      }
    }
  }

  /** The whole spectrum of each pair of rows, the second times i, from the halves of both. */
  private void paired(int first, int last, int left, int right) {
    for (int j = first; j < last; j++) {
      boolean two = 2 * j + 1 < height;
      double[] aRe = re[2 * j];
      double[] aIm = im[2 * j];
      for (int k = left; k < right; k++) {
        boolean own = k == 0 || 2 * k == width;
        double bRe = two ? re[2 * j + 1][k] : 0;
        double bIm = two && !own ? im[2 * j + 1][k] : 0;
        double i = own ? 0 : aIm[k];
        rowRe[k][j] = aRe[k] - bIm;
        rowIm[k][j] = i + bRe;
        if (!own) {
          rowRe[width - k][j] = aRe[k] + bIm;
          rowIm[width - k][j] = bRe - i;
        }
      }
    }
  }

  /** The halves of the spectra of both rows of each pair: a real row's spectrum is its own mirror image. */
  private void parted(int first, int last, int left, int right) {
    for (int j = first; j < last; j++) {
      boolean two = 2 * j + 1 < height;
      for (int k = left; k < right; k++) {
        int mirror = k == 0 ? 0 : width - k;
        double zRe = rowRe[k][j];
        double zIm = rowIm[k][j];
        double mRe = rowRe[mirror][j];
        double mIm = rowIm[mirror][j];
        re[2 * j][k] = (zRe + mRe) / 2;
        im[2 * j][k] = (zIm - mIm) / 2;
        if (two) {
          re[2 * j + 1][k] = (zIm + mIm) / 2;
          im[2 * j + 1][k] = (mRe - zRe) / 2;
        }
      }
    }
  }
}
