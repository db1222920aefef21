/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.picture;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Pixel work: bounds, masks, and the step from the fine canvas to the picture. */
final class Masks {
  private static final double GRAIN = 1.6;

  private Masks() {
  }

  /** Where a figure is, in pixels. */
  static Rectangle2D box(BufferedImage figure) {
    int left = figure.getWidth();
    int top = figure.getHeight();
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < figure.getHeight(); y++) {
      for (int x = 0; x < figure.getWidth(); x++) {
        if (figure.getRGB(x, y) >>> 24 > 127) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return new Rectangle2D.Double(left, top, right - left, bottom - top);
  }

  static BufferedImage copy(BufferedImage image) {
    BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    copy.setRGB(0, 0, image.getWidth(), image.getHeight(),
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()), 0, image.getWidth());
    return copy;
  }

  /** The canvas averaged to the picture's size, in its light, with grain. */
  static BufferedImage finish(BufferedImage canvas, Light light, Dice dice) {
    int size = PicturePainter.SIZE;
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
          double value = light.apply(mean(canvas, x, y, 16 - 8 * c), c) + dice.gauss() * GRAIN;
          rgb = rgb << 8 | (int) Math.clamp(Math.round(value), 0, 255);
        }
        picture.setRGB(x, y, rgb);
      }
    }
    return picture;
  }

  /** The figure's opacity where nothing was painted over it. */
  static BufferedImage seen(BufferedImage figure, BufferedImage before, BufferedImage after) {
    int size = PicturePainter.SIZE;
    int fine = figure.getWidth() / size;
    BufferedImage mask = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double sum = 0;
        for (int k = 0; k < fine * fine; k++) {
          int px = x * fine + k % fine;
          int py = y * fine + k / fine;
          sum += covered(before.getRGB(px, py), after.getRGB(px, py)) ? 0 : figure.getRGB(px, py) >>> 24;
        }
        mask.getRaster().setSample(x, y, 0, (int) Math.round(sum / (fine * fine)));
      }
    }
    return mask;
  }

  private static boolean covered(int before, int after) {
    int change = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      change += Math.abs((before >> shift & 255) - (after >> shift & 255));
    }
    return change > 48;
  }

  private static double mean(BufferedImage canvas, int x, int y, int shift) {
    int fine = canvas.getWidth() / PicturePainter.SIZE;
    double sum = 0;
    for (int k = 0; k < fine * fine; k++) {
      sum += canvas.getRGB(x * fine + k % fine, y * fine + k / fine) >> shift & 255;
    }
    return sum / (fine * fine);
  }
}
