/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal.prepare;

import org.loupe.api.Progress;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.Picture;
import org.loupe.math.resample.Filter;
import org.loupe.math.resample.Mode;

/** The picture as a person saw it; large ones are made smaller for display, and the mapping with them. */
public final class DisplayPicture {
  /** Most pixels of a picture that is kept for display: 4 megapixels. */
  public static final int MAX_PIXELS = 4_000_000;

  private DisplayPicture() {
  }

  public static Picture of(PixelSource picture, Affine inputToPicture, Progress progress) {
    double shrink = Math.min(1, Math.sqrt((double) MAX_PIXELS / ((double) picture.width() * picture.height())));
    int width = Math.max(1, (int) (picture.width() * shrink));
    int height = Math.max(1, (int) (picture.height() * shrink));
    float[] pixels = Scaler.resize(picture, width, height, Filter.BOX, Mode.ANTIALIAS, progress);
    int channels = picture.channels();
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      int pixel = 0xff;
      for (int k = 0; k < 3; k++) {
        pixel = pixel << 8 | Math.clamp(Math.round(pixels[i * channels + Math.min(k, channels - 1)]), 0, 255);
      }
      argb[i] = pixel;
    }
    double x = (double) width / picture.width();
    double y = (double) height / picture.height();
    return new Picture(width, height, argb, new Affine(inputToPicture.scaleX() * x, inputToPicture.offsetX() * x,
        inputToPicture.scaleY() * y, inputToPicture.offsetY() * y));
  }
}
