/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColorMapsTest {
  private static final int STEPS = 64;

  static Stream<ColorMap> all() {
    return ColorMaps.all().stream();
  }

  static Stream<ColorMap> sequential() {
    return all().filter(m -> m.kind() == ColorMap.Kind.SEQUENTIAL);
  }

  static Stream<ColorMap> diverging() {
    return all().filter(m -> m.kind() == ColorMap.Kind.DIVERGING);
  }

  static Stream<ColorMap> colourful() {
    return all().filter(m -> m != ColorMaps.GREY);
  }

  private static double linear(int argb, int shift) {
    double c = (argb >> shift & 0xff) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  /** Relative luminance by the weights of sRGB, independent of the space in which the maps are made. */
  private static double luminance(int argb) {
    return 0.2126 * linear(argb, 16) + 0.7152 * linear(argb, 8) + 0.0722 * linear(argb, 0);
  }

  /**
   * What an eye without green (deuteranopia) or red (protanopia) receptors makes of a colour, as linear red = green
   * and blue. Source: Vienot, Brettel, Mollon, Color Research and Application 24(4), 1999.
   */
  private static int dichromat(int argb, boolean green) {
    double r = linear(argb, 16);
    double g = linear(argb, 8);
    double b = linear(argb, 0);
    double rg = green ? 0.29275 * r + 0.70725 * g : 0.11238 * r + 0.88762 * g;
    double blue = green ? -0.02234 * r + 0.02234 * g + b : 0.00401 * r - 0.00401 * g + b;
    return encode(rg) << 16 | encode(rg) << 8 | encode(blue);
  }

  private static int encode(double linear) {
    double c = Math.clamp(linear, 0.0, 1.0);
    return (int) Math.round(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055));
  }

  private static double difference(int a, int b) {
    return OkLab.ofRgb(a).distance(OkLab.ofRgb(b));
  }

  @Test
  void oklabOfKnownColours() {
    OkLab white = OkLab.ofRgb(0xffffff);
    assertEquals(1, white.l(), 1e-4);
    assertEquals(0, Math.hypot(white.a(), white.b()), 1e-4);
    OkLab red = OkLab.ofRgb(0xff0000);
    assertEquals(0.62796, red.l(), 1e-4);
    assertEquals(0.22486, red.a(), 1e-4);
    assertEquals(0.12585, red.b(), 1e-4);
    for (int rgb = 0; rgb < 0xffffff; rgb += 12_345) {
      assertEquals(0xff000000 | rgb, OkLab.ofRgb(rgb).toArgb());
    }
  }

  @ParameterizedTest
  @MethodSource("sequential")
  void sequentialMapsBrightenSteadilyForEveryEye(ColorMap map) {
    for (int i = 1; i <= STEPS; i++) {
      int darker = map.argb((i - 1.0) / STEPS);
      int lighter = map.argb((double) i / STEPS);
      assertTrue(luminance(lighter) > luminance(darker), map + " at " + i);
      assertTrue(luminance(dichromat(lighter, true)) > luminance(dichromat(darker, true)), map + " at " + i);
      assertTrue(luminance(dichromat(lighter, false)) > luminance(dichromat(darker, false)), map + " at " + i);
    }
  }

  @Test
  void greyIsTheStoredValue() {
    for (int v = 0; v < 256; v++) {
      assertEquals(0xff000000 | v * 0x10101, ColorMaps.GREY.argb(v / 255.0));
    }
  }

  @ParameterizedTest
  @MethodSource("colourful")
  void equalStepsAreEqualToTheEye(ColorMap map) {
    double[] step = new double[STEPS];
    double mean = 0;
    for (int i = 0; i < STEPS; i++) {
      step[i] = difference(map.argb((double) i / STEPS), map.argb((i + 1.0) / STEPS));
      mean += step[i] / STEPS;
    }
    for (int i = 0; i < STEPS; i++) {
      // 8-bit channels round by up to a few tenths of a step where colours are near black
      assertEquals(mean, step[i], mean * 0.35, map + " at " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("diverging")
  void zeroIsNeutralAndTheSidesAreToldApartByEveryEye(ColorMap map) {
    OkLab zero = OkLab.ofRgb(map.argb(0.5));
    assertTrue(Math.hypot(zero.a(), zero.b()) < 0.01, map.toString());
    for (int i = 1; i <= STEPS / 2; i++) {
      double t = (double) i / STEPS;
      double inner = (i - 1.0) / STEPS;
      for (int side : new int[] {-1, 1}) {
        double away = Math.abs(OkLab.ofRgb(map.argb(0.5 + side * t)).l() - zero.l());
        double nearer = Math.abs(OkLab.ofRgb(map.argb(0.5 + side * inner)).l() - zero.l());
        assertTrue(away > nearer, map + " at " + side * i);
      }
      if (i >= STEPS / 8) {
        int below = map.argb(0.5 - t);
        int above = map.argb(0.5 + t);
        assertTrue(difference(below, above) > 0.1, map + " at " + i);
        assertTrue(difference(dichromat(below, true), dichromat(above, true)) > 0.08, map + " at " + i);
        assertTrue(difference(dichromat(below, false), dichromat(above, false)) > 0.08, map + " at " + i);
      }
    }
    double left = difference(map.argb(0), map.argb(0.5));
    assertEquals(left, difference(map.argb(1), map.argb(0.5)), left * 0.1, "one side is stronger");
  }

  @ParameterizedTest
  @MethodSource("all")
  void nanIsToldApartFromEveryNumber(ColorMap map) {
    assertEquals(map.nanArgb(), map.argb(Double.NaN));
    for (int i = 0; i <= 256; i++) {
      assertTrue(difference(map.nanArgb(), map.argb(i / 256.0)) > 0.05, map + " at " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void mapsAreFoundByIdAndTurnRound(ColorMap map) {
    assertEquals(map, ColorMaps.find(map.id()).orElseThrow());
    ColorMap back = ColorMaps.find(map.id() + "-reversed").orElseThrow();
    assertEquals(map.argb(0.25), back.argb(0.75));
    assertEquals(map.argb(-5), map.argb(Double.NEGATIVE_INFINITY));
    assertEquals(map.argb(1), map.argb(Double.POSITIVE_INFINITY));
    assertTrue(ColorMaps.find("no such map").isEmpty());
  }

  @Test
  void mapsNeedEnoughPoints() {
    assertThrows(IllegalArgumentException.class, () -> ColorMap.sequential("x", "X", 0, 0xffffff));
    assertThrows(IllegalArgumentException.class, () -> ColorMap.diverging("x", "X", 0, 0, 1));
    ColorMap greys = ColorMap.sequential("x", "X", 0, 0x000000, 0xffffff);
    assertEquals(0xff000000, greys.argb(0));
    assertEquals(0xffffffff, greys.argb(1));
  }
}
