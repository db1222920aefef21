/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal.file;

import org.loupe.modality.image.internal.prepare.PixelSource;

/**
 * A decoded picture without transparency: grey or red, green, blue; 8 or 16 bits.
 *
 * @param width in pixels
 * @param height in pixels
 * @param channels 1 or 3
 * @param deep whether samples are 16 bits, 0 .. 65535, else 8 bits, 0 .. 255
 * @param samples row by row, channels together; unsigned shorts
 */
public record Pixels(int width, int height, int channels, boolean deep, Samples samples) implements PixelSource {

  /** Unsigned numbers of 8 or 16 bits in memory. */
  public static final class Samples {
    private final byte[] bytes;
    private final short[] shorts;

    Samples(int count, boolean deep) {
      this.bytes = deep ? null : new byte[count];
      this.shorts = deep ? new short[count] : null;
    }

    int get(int i) {
      return bytes != null ? bytes[i] & 0xff : shorts[i] & 0xffff;
    }

    void set(int i, int value) {
      if (bytes != null) {
        bytes[i] = (byte) value;
      } else {
        shorts[i] = (short) value;
      }
    }
  }

  @Override
  public void rows(int first, int count, float[] out) {
    int from = first * width * channels;
    int length = count * width * channels;
    // 65535 = 255 * 257, so that both depths span 0 .. 255.
    float scale = deep ? 257f : 1f;
    for (int i = 0; i < length; i++) {
      out[i] = samples.get(from + i) / scale;
    }
  }

  /** The picture turned and mirrored as a camera's orientation (1 to 8) asks. */
  Pixels oriented(int orientation) {
    if (orientation == 1) {
      return this;
    }
    boolean swap = orientation >= 5;
    int w = swap ? height : width;
    int h = swap ? width : height;
    Samples out = new Samples(w * h * channels, deep);
    int to = 0;
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int sx = switch (orientation) {
          case 2, 3 -> width - 1 - x;
          case 4 -> x;
          case 5, 6 -> y;
          default -> width - 1 - y;
        };
        int sy = switch (orientation) {
          case 2 -> y;
          case 3, 4 -> height - 1 - y;
          case 5, 8 -> x;
          default -> height - 1 - x;
        };
        int from = (sy * width + sx) * channels;
        for (int c = 0; c < channels; c++) {
          out.set(to++, samples.get(from + c));
        }
      }
    }
    return new Pixels(w, h, channels, deep, out);
  }
}
