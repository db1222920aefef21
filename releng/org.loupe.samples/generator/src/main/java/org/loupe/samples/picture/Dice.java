/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.picture;

import java.awt.Color;
import java.util.random.RandomGenerator;

/** Random choices of a painter, from one stream. */
final class Dice {
  private final RandomGenerator random;

  Dice(RandomGenerator random) {
    this.random = random;
  }

  /** Evenly from an interval. */
  double in(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Evenly from -size to size. */
  double about(double size) {
    return in(-size, size);
  }

  double gauss() {
    return random.nextGaussian();
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  /** A colour from intervals around hue (degrees), saturation and brightness (0 to 1). */
  Color colour(double hue, double dHue, double sat, double dSat, double light, double dLight) {
    return hsb(hue + about(dHue), sat + about(dSat), light + about(dLight));
  }

  /** A colour a little lighter or darker. */
  Color near(Color c, double spread) {
    return shade(c, 1 + about(spread));
  }

  /** A colour times a factor. */
  static Color shade(Color c, double factor) {
    return new Color(part(c.getRed() * factor), part(c.getGreen() * factor), part(c.getBlue() * factor), c.getAlpha());
  }

  static Color mix(Color a, Color b, double t) {
    return new Color(part(a.getRed() * (1 - t) + b.getRed() * t), part(a.getGreen() * (1 - t) + b.getGreen() * t),
        part(a.getBlue() * (1 - t) + b.getBlue() * t));
  }

  /** A colour with an opacity of 0 to 1. */
  static Color veil(Color c, double opacity) {
    return new Color(c.getRed(), c.getGreen(), c.getBlue(), part(opacity * 255));
  }

  static Color hsb(double hue, double sat, double light) {
    return Color.getHSBColor((float) (hue / 360), (float) Math.clamp(sat, 0, 1), (float) Math.clamp(light, 0, 1));
  }

  private static int part(double value) {
    return (int) Math.clamp(Math.round(value), 0, 255);
  }
}
