/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.heatmap;

import java.util.Locale;
import org.loupe.math.color.ColorMap;
import org.loupe.math.color.ColorMaps;
import org.loupe.math.color.ColorScale;
import org.loupe.math.stats.Quantiles;
import org.loupe.math.stats.Summary;
import org.loupe.visualize.internal.heatmap.HeatmapOptions.Colours;
import org.loupe.visualize.internal.heatmap.HeatmapOptions.Range;
import org.loupe.visualize.internal.heatmap.HeatmapOptions.Sign;

/** From the numbers of a map to its colours. */
public record MapColours(ColorScale scale, boolean fade) {

  static MapColours of(Plane plane, HeatmapOptions options) {
    ColorMap map = map(options);
    boolean diverging = map.kind() == ColorMap.Kind.DIVERGING;
    double percentile = options.range() == Range.PERCENTILE ? options.percentile() / 100 : 1;
    ColorScale scale;
    if (options.range() == Range.SPAN) {
      scale = ColorScale.minMax(map, plane.values());
    } else if (diverging) {
      scale = ColorScale.symmetricPercentile(map, percentile, plane.values());
    } else if (options.sign() == Sign.SIGNED) {
      scale = ColorScale.percentile(map, 1 - percentile, percentile, plane.values());
    } else {
      scale = fromZero(map, percentile, plane, options.sign() == Sign.NEGATIVE);
    }
    return new MapColours(scale, options.fade());
  }

  private static ColorMap map(HeatmapOptions options) {
    if (options.colours() != Colours.AUTO) {
      ColorMap map = ColorMaps.find(options.colours().name().toLowerCase(Locale.ROOT).replace('_', '-')).orElseThrow();
      boolean turn = options.sign() == Sign.NEGATIVE && map.kind() == ColorMap.Kind.SEQUENTIAL;
      return turn ? map.reversed() : map;
    }
    return switch (options.sign()) {
      case SIGNED -> ColorMaps.BLUE_WHITE_RED;
      case NEGATIVE -> ColorMaps.EMBER.reversed();
      case POSITIVE, ABSOLUTE -> ColorMaps.EMBER;
    };
  }

  /** Zero at one end, the percentile of what is not zero at the other. */
  private static ColorScale fromZero(ColorMap map, double percentile, Plane plane, boolean negative) {
    double[] sizes = java.util.Arrays.stream(plane.values()).filter(Double::isFinite).map(Math::abs).toArray();
    double quantile = Quantiles.one(sizes, percentile);
    double end = quantile > 0 ? Math.min(quantile, Double.MAX_VALUE / 4) : 1;
    Summary all = plane.summary();
    return negative ? new ColorScale(map, -end, 0, all.min() < -end, false)
        : new ColorScale(map, 0, end, false, all.max() > end);
  }

  /**
   * Colour of a number over a picture, {@code 0xAARRGGBB}. With fading, zero lets the picture through, and half of the
   * range covers it fully; NaN always does.
   */
  int over(double value) {
    int rgb = scale.argb(value);
    if (!fade || Double.isNaN(value)) {
      return rgb;
    }
    double zero = scale.position(0);
    double reach = Math.max(zero, 1 - zero);
    double part = Math.min(1, 2 * Math.abs(scale.position(value) - zero) / reach);
    return rgb & 0xffffff | (int) Math.round(part * 255) << 24;
  }
}
