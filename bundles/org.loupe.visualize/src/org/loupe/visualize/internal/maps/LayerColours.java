/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import java.util.Arrays;
import java.util.Locale;
import org.loupe.math.color.ColorMap;
import org.loupe.math.color.ColorMaps;
import org.loupe.math.color.ColorScale;
import org.loupe.math.stats.Quantiles;
import org.loupe.visualize.internal.heatmap.HeatmapOptions.Colours;

/** Colours of a layer's values: diverging about a neutral zero where some are below zero, else rising from zero. */
final class LayerColours {
  private LayerColours() {
  }

  /**
   * The scale for values of a range.
   *
   * @param sample finite values to take the quantile of
   * @param percentile share of values within the scale, to 100
   */
  static ColorScale of(Colours asked, double least, double most, double[] sample, double percentile) {
    ColorMap map = map(asked, least < 0);
    if (map.kind() == ColorMap.Kind.DIVERGING) {
      double[] sizes = Arrays.stream(sample).map(Math::abs).toArray();
      double end = end(sizes, percentile, Math.max(Math.abs(least), Math.abs(most)));
      return new ColorScale(map, -end, end, least < -end, most > end);
    }
    if (least >= 0) {
      double end = end(sample, percentile, most);
      return new ColorScale(map, 0, end, false, most > end);
    }
    double low = Math.max(least, -Double.MAX_VALUE / 4);
    double high = Math.min(most, Double.MAX_VALUE / 4);
    return new ColorScale(map, low, high > low ? high : low + Math.max(1, Math.abs(low)), least < low, most > high);
  }

  /** Of a map by itself: from its least to its greatest value, about zero if it has both signs. */
  static ColorScale own(Colours asked, double least, double most, boolean signed) {
    ColorMap map = map(asked, signed);
    if (!(least <= most)) {
      return ColorScale.between(map, 0, 1);
    }
    if (map.kind() == ColorMap.Kind.DIVERGING) {
      return ColorScale.symmetric(map, least, most);
    }
    return least < most ? ColorScale.minMax(map, least, most) : ColorScale.minMax(map, Math.min(0, least),
        Math.max(0, most));
  }

  /** The quantile, or the greatest value where that is 0: a layer of few values is not all one colour. */
  private static double end(double[] sample, double percentile, double greatest) {
    double quantile = percentile < 100 && sample.length > 0 ? Quantiles.one(sample, percentile / 100) : greatest;
    double end = quantile > 0 ? Math.min(quantile, greatest) : greatest;
    return end > 0 ? Math.min(end, Double.MAX_VALUE / 4) : 1;
  }

  static ColorMap map(Colours asked, boolean signed) {
    if (asked == Colours.AUTO) {
      return signed ? ColorMaps.BLUE_WHITE_RED : ColorMaps.VIRIDIAN;
    }
    return ColorMaps.find(asked.name().toLowerCase(Locale.ROOT).replace('_', '-')).orElseThrow();
  }
}
