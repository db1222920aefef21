/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

import java.util.function.IntBinaryOperator;

/** A picture of pixels, {@code 0xAARRGGBB} in sRGB, not premultiplied. */
public final class Raster {
  /** Most pixels a side. */
  public static final int MAX_SIDE = 16_384;
  /** Most pixels in all. */
  public static final int MAX_PIXELS = 1 << 27;

  private final int width;
  private final int height;
  private final int[] argb;

  private Raster(int width, int height, int[] argb) {
    this.width = width;
    this.height = height;
    this.argb = argb;
  }

  /**
   * A raster of these pixels, row by row. The array is not copied; it must not change afterwards.
   *
   * @throws IllegalArgumentException if the size is out of bounds or the number of pixels is another
   */
  public static Raster of(int width, int height, int... argb) {
    check(width, height);
    if (argb.length != width * height) {
      throw new IllegalArgumentException(argb.length + " pixels for a picture of " + width + " x " + height);
    }
    return new Raster(width, height, argb);
  }

  /** A raster with the colours that a function of column and row gives. */
  public static Raster of(int width, int height, IntBinaryOperator color) {
    check(width, height);
    int[] argb = new int[width * height];
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        argb[i++] = color.applyAsInt(x, y);
      }
    }
    return new Raster(width, height, argb);
  }

  /** Refuses sizes that no picture may have. @throws IllegalArgumentException with the limits */
  static void check(int width, int height) {
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS) {
      throw new IllegalArgumentException("a picture of " + width + " x " + height + " pixels is out of bounds: 1 to "
          + MAX_SIDE + " a side, " + MAX_PIXELS + " in all");
    }
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** @throws IndexOutOfBoundsException outside the picture */
  public int argb(int x, int y) {
    if (x < 0 || x >= width) {
      throw new IndexOutOfBoundsException("column " + x + " of " + width);
    }
    return argb[y * width + x];
  }

  /** Copies a row into an array of at least the width. */
  public void row(int y, int[] into) {
    System.arraycopy(argb, y * width, into, 0, width);
  }
}
