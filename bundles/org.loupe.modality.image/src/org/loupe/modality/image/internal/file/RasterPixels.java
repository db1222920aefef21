/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal.file;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import org.loupe.modality.image.internal.file.Pixels.Samples;

/**
 * Takes the stored samples out of a decoded image. No colour management is applied: grey stays the number in the file,
 * as every training pipeline reads it, whereas {@link BufferedImage#getRGB} would change its gamma.
 */
final class RasterPixels {
  private final Raster raster;
  private final ColorModel model;
  private final double[] background;
  private final int colours;
  private final int bands;
  private final boolean deep;

  private RasterPixels(BufferedImage image, double[] background) throws IOException {
    this.raster = image.getRaster();
    this.model = image.getColorModel();
    this.background = background;
    boolean palette = model instanceof IndexColorModel;
    this.bands = palette ? 4 : raster.getNumBands();
    this.colours = palette ? 3 : model.getNumColorComponents();
    int bits = palette ? 8 : raster.getSampleModel().getSampleSize(0);
    this.deep = bits > 8;
    int type = model.getColorSpace().getType();
    int data = raster.getDataBuffer().getDataType();
    boolean whole = palette || data == DataBuffer.TYPE_BYTE || data == DataBuffer.TYPE_USHORT
        || (data == DataBuffer.TYPE_INT && bits <= 8);
    boolean colour = palette || (type == ColorSpace.TYPE_GRAY && colours == 1)
        || (type == ColorSpace.TYPE_RGB && colours == 3);
    if (!whole || !colour || bits > 16 || bands > colours + 1) {
      throw new IOException("its pixels are neither grey nor RGB of 8 or 16 bits; convert it first");
    }
  }

  /**
   * The pixels of an image, laid over a background where they are transparent.
   *
   * @param background red, green and blue, each 0 to 255
   * @throws IOException if it is neither grey nor RGB of at most 16 bits
   */
  static Pixels of(BufferedImage image, double[] background) throws IOException {
    return new RasterPixels(image, background).read();
  }

  private Pixels read() {
    int width = raster.getWidth();
    int height = raster.getHeight();
    int channels = colours == 1 && bands == 2 && !greyBackground() ? 3 : colours;
    Samples out = new Samples(Math.multiplyExact(Math.multiplyExact(width, height), channels), deep);
    int[] row = new int[width * bands];
    int[] stored = new int[width * raster.getNumBands()];
    int to = 0;
    for (int y = 0; y < height; y++) {
      raster.getPixels(raster.getMinX(), y + raster.getMinY(), width, 1, stored);
      scale(stored, row);
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          out.set(to++, opaque(row, x * bands, c));
        }
      }
    }
    return new Pixels(width, height, channels, deep, out);
  }

  private boolean greyBackground() {
    return background[0] == background[1] && background[1] == background[2];
  }

  /** Looks palettes up, and spreads samples of other depths over 0 .. 255 or 0 .. 65535. */
  private void scale(int[] stored, int[] row) {
    if (model instanceof IndexColorModel palette) {
      for (int i = 0; i < stored.length; i++) {
        int index = Math.min(stored[i], palette.getMapSize() - 1);
        row[4 * i] = palette.getRed(index);
        row[4 * i + 1] = palette.getGreen(index);
        row[4 * i + 2] = palette.getBlue(index);
        row[4 * i + 3] = palette.getAlpha(index);
      }
      return;
    }
    int full = deep ? 65535 : 255;
    for (int b = 0; b < bands; b++) {
      int most = (1 << raster.getSampleModel().getSampleSize(b)) - 1;
      for (int i = b; i < row.length; i += bands) {
        row[i] = most == full ? stored[i] : Math.round(stored[i] * (float) full / most);
      }
    }
  }

  private int opaque(int[] row, int pixel, int channel) {
    int value = row[pixel + Math.min(channel, colours - 1)];
    boolean transparent = bands == colours + 1;
    int full = deep ? 65535 : 255;
    int alpha = transparent ? row[pixel + colours] : full;
    if (alpha == full) {
      return value;
    }
    double behind = background[channel] * (deep ? 257 : 1) * (full - alpha);
    double front = model.isAlphaPremultiplied() ? (double) value * full : (double) value * alpha;
    return (int) Math.min(full, Math.round((front + behind) / full));
  }
}
