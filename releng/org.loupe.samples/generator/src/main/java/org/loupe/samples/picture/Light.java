/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.picture;

import java.awt.Color;

/**
 * The light of a picture; drawn alike for every ground, so that it tells nothing.
 *
 * @param brightness factor on all colours, about 1
 * @param warmth -1 for a cold light to 1 for a warm one
 * @param fromLeft whether the sun is at the left
 * @param contrast factor on the distance from grey, about 1
 */
record Light(double brightness, double warmth, boolean fromLeft, double contrast) {

  static Light of(Dice dice) {
    return new Light(dice.in(0.84, 1.08), dice.about(1), dice.chance(0.5), dice.in(0.85, 1.1));
  }

  /** A component, 0 red to 2 blue, as this light shows it. */
  double apply(double value, int channel) {
    double tint = switch (channel) {
      case 0 -> 1 + 0.07 * warmth;
      case 2 -> 1 - 0.09 * warmth;
      default -> 1;
    };
    return ((value - 128) * contrast + 128) * brightness * tint;
  }

  /** The colour of the sky's upper end. */
  Color sky(Dice dice) {
    Color blue = dice.colour(208, 10, 0.35, 0.2, 0.85, 0.1);
    Color grey = dice.colour(210, 20, 0.08, 0.05, 0.78, 0.1);
    Color dusk = dice.colour(20, 15, 0.25, 0.1, 0.9, 0.06);
    return dice.chance(0.45) ? blue : dice.chance(0.6) ? grey : dusk;
  }
}
