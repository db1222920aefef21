/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal.prepare;

import org.loupe.api.Progress;
import org.loupe.math.resample.Filter;
import org.loupe.math.resample.Mode;
import org.loupe.modality.image.internal.ImageCard;

/** The pixels that a model sees: resized, cut and padded. */
public final class InputPixels {
  private InputPixels() {
  }

  /**
   * Lays a picture into an input.
   *
   * @param pad colour of what the picture does not fill, one number for each channel of the picture
   * @return [geometry.height, geometry.width, channels], 0 to 255
   */
  public static float[] of(PixelSource picture, Geometry geometry, ImageCard card, double[] pad, Progress progress) {
    float[] resized = Scaler.resize(picture, geometry.resizedWidth(), geometry.resizedHeight(), filter(card.filter()),
        mode(card, picture), progress);
    int channels = picture.channels();
    float[] out = new float[Math.multiplyExact(Math.multiplyExact(geometry.height(), geometry.width()), channels)];
    for (int y = 0; y < geometry.height(); y++) {
      int sy = y + geometry.top();
      for (int x = 0; x < geometry.width(); x++) {
        int sx = x + geometry.left();
        boolean inside = sx >= 0 && sy >= 0 && sx < geometry.resizedWidth() && sy < geometry.resizedHeight();
        int to = (y * geometry.width() + x) * channels;
        int from = (sy * geometry.resizedWidth() + sx) * channels;
        for (int c = 0; c < channels; c++) {
          out[to + c] = inside ? resized[from + c] : (float) pad[c];
        }
      }
    }
    return out;
  }

  private static Filter filter(ImageCard.Filtering filter) {
    return filter == ImageCard.Filtering.LANCZOS ? Filter.LANCZOS3 : Filter.valueOf(filter.name());
  }

  /** Pictures of 8 bits are rounded as Pillow does after each step; finer ones are not rounded. */
  private static Mode mode(ImageCard card, PixelSource picture) {
    return !card.antialias() ? Mode.PLAIN : picture.deep() ? Mode.ANTIALIAS : Mode.PILLOW_8BIT;
  }
}
