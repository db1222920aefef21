/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.dataset;

import org.loupe.api.subject.Affine;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.SpatialAxes;

/** Small versions of pictures. Pure. */
public final class Thumbnail {
  private static final int LIGHT = 0xffffe000;
  private static final int DARK = 0xff000000;
  private static final int LEAST_MARK = 4;

  private Thumbnail() {
  }

  /** No larger than a square; one that is smaller stays as it is. Pixels are averaged by area. */
  public static Picture shrink(Picture picture, int side) {
    double scale = Math.min(1, (double) side / Math.max(picture.width(), picture.height()));
    if (scale == 1) {
      return new Picture(picture.width(), picture.height(), picture.argb().clone(), picture.inputToPicture());
    }
    int width = Math.max(1, (int) Math.round(picture.width() * scale));
    int height = Math.max(1, (int) Math.round(picture.height() * scale));
    int[] out = new int[width * height];
    for (int y = 0; y < height; y++) {
      int top = (int) ((long) y * picture.height() / height);
      int bottom = Math.max(top + 1, (int) ((long) (y + 1) * picture.height() / height));
      for (int x = 0; x < width; x++) {
        int left = (int) ((long) x * picture.width() / width);
        int right = Math.max(left + 1, (int) ((long) (x + 1) * picture.width() / width));
        out[y * width + x] = mean(picture, left, top, right, bottom);
      }
    }
    Affine a = picture.inputToPicture();
    double sx = (double) width / picture.width();
    double sy = (double) height / picture.height();
    return new Picture(width, height, out, new Affine(a.scaleX() * sx, a.offsetX() * sx, a.scaleY() * sy,
        a.offsetY() * sy));
  }

  private static int mean(Picture picture, int left, int top, int right, int bottom) {
    long alpha = 0;
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int p = picture.argb()[y * picture.width() + x];
        int a = p >>> 24;
        alpha += a;
        red += a * (p >> 16 & 0xff);
        green += a * (p >> 8 & 0xff);
        blue += a * (p & 0xff);
      }
    }
    long n = (long) (right - left) * (bottom - top);
    return alpha == 0 ? 0 : (int) (alpha / n) << 24 | (int) (red / alpha) << 16 | (int) (green / alpha) << 8
        | (int) (blue / alpha);
  }

  /**
   * A small version of an input with a frame where the channel's map has its largest element: the part of the input
   * that lies under that element when the map is laid over it. What the element sees may be larger.
   *
   * @throws java.util.NoSuchElementException if the input is no picture
   */
  public static Picture marked(DecodedInput input, ExcitingFile file, ExcitingFiles found, int side) {
    Picture small = shrink(input.picture().orElseThrow(), side);
    if (found.rows() > 1 || found.columns() > 1) {
      input.axes().ifPresent(axes -> mark(small, input, axes, file, found));
    }
    return small;
  }

  private static void mark(Picture small, DecodedInput input, SpatialAxes axes, ExcitingFile file,
      ExcitingFiles found) {
    Affine a = small.inputToPicture();
    double cellX = (double) input.tensor().shape().dim(axes.width()) / found.columns();
    double cellY = (double) input.tensor().shape().dim(axes.height()) / found.rows();
    int left = (int) Math.round(a.scaleX() * file.column() * cellX + a.offsetX());
    int right = (int) Math.round(a.scaleX() * (file.column() + 1) * cellX + a.offsetX()) - 1;
    int top = (int) Math.round(a.scaleY() * file.row() * cellY + a.offsetY());
    int bottom = (int) Math.round(a.scaleY() * (file.row() + 1) * cellY + a.offsetY()) - 1;
    int growX = Math.max(0, LEAST_MARK - (right - left)) / 2;
    int growY = Math.max(0, LEAST_MARK - (bottom - top)) / 2;
    frame(small, left - growX - 1, top - growY - 1, right + growX + 1, bottom + growY + 1, DARK);
    frame(small, left - growX, top - growY, right + growX, bottom + growY, LIGHT);
  }

  private static void frame(Picture p, int left, int top, int right, int bottom, int argb) {
    for (int x = left; x <= right; x++) {
      set(p, x, top, argb);
      set(p, x, bottom, argb);
    }
    for (int y = top; y <= bottom; y++) {
      set(p, left, y, argb);
      set(p, right, y, argb);
    }
  }

  private static void set(Picture p, int x, int y, int argb) {
    if (x >= 0 && y >= 0 && x < p.width() && y < p.height()) {
      p.argb()[y * p.width() + x] = argb;
    }
  }
}
