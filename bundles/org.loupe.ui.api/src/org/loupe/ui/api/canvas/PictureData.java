/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.loupe.scene.Raster;

/** Pixels for SWT. Needs no display. */
public final class PictureData {
  private PictureData() {
  }

  /** @param argb row by row, 0xAARRGGBB, not premultiplied */
  public static ImageData of(int width, int height, int[] argb) {
    ImageData data = empty(width, height);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      System.arraycopy(argb, y * width, row, 0, width);
      fill(data, y, row);
    }
    return data;
  }

  public static ImageData of(Raster raster) {
    ImageData data = empty(raster.width(), raster.height());
    int[] row = new int[raster.width()];
    for (int y = 0; y < raster.height(); y++) {
      raster.row(y, row);
      fill(data, y, row);
    }
    return data;
  }

  private static ImageData empty(int width, int height) {
    return new ImageData(width, height, 24, new PaletteData(0xff0000, 0xff00, 0xff));
  }

  private static void fill(ImageData data, int y, int[] argb) {
    byte[] alphas = new byte[argb.length];
    for (int x = 0; x < argb.length; x++) {
      alphas[x] = (byte) (argb[x] >>> 24);
      argb[x] &= 0xffffff;
    }
    data.setPixels(0, y, argb.length, argb, 0);
    data.setAlphas(0, y, argb.length, alphas, 0);
  }
}
