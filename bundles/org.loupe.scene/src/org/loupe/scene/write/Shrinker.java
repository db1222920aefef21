/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.write;

import org.loupe.math.resample.Filter;
import org.loupe.math.resample.Mode;
import org.loupe.math.resample.Resampler;
import org.loupe.scene.Raster;

/** Makes pictures smaller without skipping pixels, which Java2D's own interpolation does. */
final class Shrinker {
  private Shrinker() {
  }

  /** The picture with its sides reduced to no more than a size; itself if it is small enough. */
  static Raster shrink(Raster raster, int maxWidth, int maxHeight) {
    int width = Math.clamp(maxWidth, 1, raster.width());
    int height = Math.clamp(maxHeight, 1, raster.height());
    if (width == raster.width() && height == raster.height()) {
      return raster;
    }
    float[] pixels = premultiplied(raster);
    float[] small = Resampler.resize(pixels, raster.height(), raster.width(), 4, height, width, Filter.BILINEAR,
        Mode.ANTIALIAS);
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      float alpha = small[4 * i + 3];
      int out = Math.round(alpha) << 24;
      for (int c = 0; c < 3 && alpha > 0; c++) {
        out |= Math.clamp(Math.round(small[4 * i + c] * 255 / alpha), 0, 255) << 16 - 8 * c;
      }
      argb[i] = out;
    }
    return Raster.of(width, height, argb);
  }

  /** Red, green, blue, alpha; transparent pixels must not lend their colour. */
  private static float[] premultiplied(Raster raster) {
    float[] out = new float[Math.multiplyExact(Math.multiplyExact(raster.width(), raster.height()), 4)];
    int[] row = new int[raster.width()];
    int at = 0;
    for (int y = 0; y < raster.height(); y++) {
      raster.row(y, row);
      for (int argb : row) {
        float alpha = argb >>> 24;
        out[at++] = (argb >> 16 & 0xff) * alpha / 255;
        out[at++] = (argb >> 8 & 0xff) * alpha / 255;
        out[at++] = (argb & 0xff) * alpha / 255;
        out[at++] = alpha;
      }
    }
    return out;
  }
}
