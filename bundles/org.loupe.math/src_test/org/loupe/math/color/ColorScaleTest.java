/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColorScaleTest {
  private static final ColorMap MAP = ColorMaps.BLUE_WHITE_RED;
  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;

  private static void range(double min, double max, ColorScale s) {
    assertEquals(min, s.min(), 1e-12);
    assertEquals(max, s.max(), 1e-12);
  }

  @Test
  void zeroIsInTheMiddleOfASymmetricScale() {
    ColorScale s = ColorScale.symmetric(MAP, 1, -4, NAN, INF);
    range(-4, 4, s);
    assertEquals(MAP.argb(0.5), s.argb(0));
    assertEquals(MAP.argb(0.625), s.argb(1));
    assertEquals(MAP.nanArgb(), s.argb(NAN));
    assertEquals(MAP.argb(1), s.argb(INF));
    assertEquals("[-4, -2, 0, 2, 4]", s.ticks(6).labels().toString());
  }

  @Test
  void percentilesClipAndSaySo() {
    double[] v = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();
    ColorScale s = ColorScale.percentile(MAP, 0.01, 0.95, v);
    range(1, 95, s);
    assertEquals(true, s.clipsBelow());
    assertEquals(true, s.clipsAbove());
    assertEquals(0, s.position(-50));
    ColorScale both = ColorScale.symmetricPercentile(MAP, 0.9, v);
    range(-90, 90, both);
    assertEquals(false, both.clipsBelow());
    assertEquals(true, both.clipsAbove());
  }

  @Test
  void constantAndEmptyDataHaveARange() {
    range(0, 3, ColorScale.minMax(MAP, 3, 3));
    range(-3, 0, ColorScale.minMax(MAP, -3));
    range(0, 1, ColorScale.minMax(MAP, 0));
    range(0, 1, ColorScale.minMax(MAP, NAN));
    range(-1, 1, ColorScale.symmetric(MAP, 0, NAN));
    range(0, 1, ColorScale.percentile(MAP, 0.1, 0.9));
    range(-2, 5, ColorScale.minMax(MAP, 5, INF, -2));
  }

  @Test
  void emptyRangesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> ColorScale.between(MAP, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> ColorScale.between(MAP, NAN, 1));
    assertThrows(IllegalArgumentException.class, () -> ColorScale.between(MAP, -INF, 1));
  }
}
