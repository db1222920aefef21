/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.heatmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.math.color.ColorMaps;
import org.loupe.math.color.ColorScale;

class MapColoursTest {
  static HeatmapOptions options(String... keysAndValues) throws LoupeException {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return SettingsSchema.of(HeatmapOptions.class).read(map);
  }

  private static MapColours colours(HeatmapOptions options, double... values) {
    return MapColours.of(new Plane(1, values.length, values).signed(options.sign()), options);
  }

  @Test
  void signedValuesAreSymmetricAboutANeutralZero() throws LoupeException {
    ColorScale scale = colours(options(), -1, 0, 4).scale();
    assertEquals(-4, scale.min());
    assertEquals(4, scale.max());
    assertEquals(ColorMaps.BLUE_WHITE_RED.argb(0.5), scale.argb(0));
  }

  @Test
  void onePartOfTheSignStartsAtZero() throws LoupeException {
    ColorScale positive = colours(options("sign", "positive"), -9, 2, 4).scale();
    assertEquals(0, positive.min());
    assertEquals(4, positive.max());
    ColorScale negative = colours(options("sign", "negative"), -9, 2, 4).scale();
    assertEquals(-9, negative.min());
    assertEquals(0, negative.max());
    assertEquals(ColorMaps.EMBER.argb(1), negative.argb(-9), "the strongest is the brightest");
    assertEquals(ColorMaps.EMBER.argb(0), negative.argb(0));
    assertEquals(9, colours(options("sign", "absolute"), -9, 2, 4).scale().max());
  }

  @Test
  void aPercentileClipsAndTheLegendKnows() throws LoupeException {
    double[] values = IntStream.rangeClosed(0, 100).mapToDouble(i -> i).toArray();
    ColorScale scale = colours(options("range", "percentile", "percentile", "90"), values).scale();
    assertEquals(90, scale.max(), 1e-12);
    assertTrue(scale.clipsAbove());
    ColorScale all = colours(options("sign", "positive", "range", "percentile", "percentile", "90"), values).scale();
    assertEquals(90, all.max(), 1e-12);
    assertTrue(all.clipsAbove());
  }

  @Test
  void theSpanIsFromTheSmallestToTheLargest() throws LoupeException {
    ColorScale scale = colours(options("range", "span", "colours", "viridian"), 3, 5, 4).scale();
    assertEquals(3, scale.min());
    assertEquals(5, scale.max());
  }

  @Test
  void allZeroAndNothingFiniteStillHaveAScale() throws LoupeException {
    for (String sign : new String[] {"signed", "positive", "negative", "absolute"}) {
      for (String range : new String[] {"max", "percentile", "span"}) {
        HeatmapOptions options = options("sign", sign, "range", range);
        assertTrue(colours(options, 0, 0).scale().min() <= 0, sign + " " + range);
        assertTrue(colours(options, Double.NaN).scale().max() >= 0, sign + " " + range);
        assertTrue(colours(options, Double.MAX_VALUE, Double.NEGATIVE_INFINITY).scale().max() >= 0, sign + " " + range);
      }
    }
  }

  @Test
  void fadingLetsThePictureThroughAtZero() throws LoupeException {
    MapColours colours = colours(options(), -4, 4);
    assertEquals(0, colours.over(0) >>> 24);
    assertEquals(128, colours.over(1) >>> 24);
    assertEquals(128, colours.over(-1) >>> 24);
    assertEquals(255, colours.over(2) >>> 24);
    assertEquals(colours.scale().argb(4), colours.over(4));
    assertEquals(ColorMaps.BLUE_WHITE_RED.nanArgb(), colours.over(Double.NaN), "a gap in the data is always seen");
    assertEquals(255, colours(options("fade", "false"), -4, 4).over(0) >>> 24);
  }
}
