/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.heatmap;

import java.util.function.DoubleToIntFunction;
import org.loupe.math.resample.Filter;
import org.loupe.math.resample.Mode;
import org.loupe.math.resample.Resampler;
import org.loupe.scene.Raster;

/** The pixels of a map: numbers are interpolated, not colours, so that every pixel's colour is in the legend. */
final class MapRaster {
  private static final int MAX_SIDE = 2048;

  private MapRaster() {
  }

  /**
   * Paints a plane.
   *
   * @param smooth whether to interpolate to the wished size; not done where a value is not finite, which would spread
   * @param width wished width in pixels
   * @param height wished height in pixels
   */
  static Raster of(Plane plane, boolean smooth, double width, double height, DoubleToIntFunction colour) {
    int toWidth = (int) Math.clamp(Math.ceil(width), 1, MAX_SIDE);
    int toHeight = (int) Math.clamp(Math.ceil(height), 1, MAX_SIDE);
    boolean larger = toWidth > plane.columns() || toHeight > plane.rows();
    if (smooth && larger && plane.summary().finite() == plane.values().length) {
      return smooth(plane, Math.max(toWidth, plane.columns()), Math.max(toHeight, plane.rows()), colour);
    }
    int columns = Math.min(plane.columns(), Raster.MAX_SIDE);
    int rows = Math.min(plane.rows(), Raster.MAX_SIDE);
    return Raster.of(columns, rows, (x, y) -> colour.applyAsInt(plane.at(
        (int) ((long) y * plane.rows() / rows), (int) ((long) x * plane.columns() / columns))));
  }

  private static Raster smooth(Plane plane, int width, int height, DoubleToIntFunction colour) {
    float[] values = new float[plane.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) plane.values()[i];
    }
    float[] fine = Resampler.resize(values, plane.rows(), plane.columns(), 1, height, width, Filter.BILINEAR,
        Mode.PLAIN);
    return Raster.of(width, height, (x, y) -> colour.applyAsInt(fine[y * width + x]));
  }
}
