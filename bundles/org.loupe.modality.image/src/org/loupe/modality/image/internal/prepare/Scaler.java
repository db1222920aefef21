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
import org.loupe.math.resample.Resampler;

/** Resizes a picture strip by strip across, then down, so that only the narrowed picture lies in memory as floats. */
public final class Scaler {
  private static final int STRIP = 1 << 20;

  private Scaler() {
  }

  /**
   * The resized picture.
   *
   * @return [height, width, channels], 0 to 255
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static float[] resize(PixelSource picture, int width, int height, Filter filter, Mode mode,
      Progress progress) {
    int channels = picture.channels();
    int rows = Math.clamp(STRIP / picture.width(), 1, picture.height());
    float[] narrow = new float[Math.multiplyExact(Math.multiplyExact(picture.height(), width), channels)];
    for (int y = 0; y < picture.height(); y += rows) {
      progress.check();
      int count = Math.min(rows, picture.height() - y);
      float[] strip = new float[count * picture.width() * channels];
      picture.rows(y, count, strip);
      float[] across = picture.width() == width ? strip
          : Resampler.resize(strip, count, picture.width(), channels, count, width, filter, mode);
      System.arraycopy(across, 0, narrow, y * width * channels, across.length);
    }
    return picture.height() == height ? narrow
        : Resampler.resize(narrow, picture.height(), width, channels, height, width, filter, mode);
  }
}
