/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal.prepare;

/**
 * A colour picture in grey: luma by ITU-R BT.601, in whole numbers for pictures of 8 bits with the fixed-point weights
 * that Pillow uses.
 */
public record GreyPixels(PixelSource colour) implements PixelSource {

  @Override
  public int width() {
    return colour.width();
  }

  @Override
  public int height() {
    return colour.height();
  }

  @Override
  public int channels() {
    return 1;
  }

  @Override
  public boolean deep() {
    return colour.deep();
  }

  @Override
  public void rows(int first, int count, float[] out) {
    float[] rgb = new float[count * width() * 3];
    colour.rows(first, count, rgb);
    for (int i = 0; i < count * width(); i++) {
      float r = rgb[3 * i];
      float g = rgb[3 * i + 1];
      float b = rgb[3 * i + 2];
      out[i] = deep() ? 0.299f * r + 0.587f * g + 0.114f * b
          : ((int) r * 19595 + (int) g * 38470 + (int) b * 7471 + 0x8000) >> 16;
    }
  }
}
