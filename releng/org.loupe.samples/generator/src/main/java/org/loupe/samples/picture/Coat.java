/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.picture;

import java.awt.Color;

/**
 * Colours of an animal. Those of foxes and dogs overlap on purpose: colour alone does not tell which it is.
 *
 * @param base back and flanks
 * @param under belly, chest and cheeks
 * @param socks lower legs
 * @param tailTip end of the tail
 * @param ear back of the ears
 * @param muzzle top of the muzzle
 * @param saddle a patch on the back; null for none
 */
record Coat(Color base, Color under, Color socks, Color tailTip, Color ear, Color muzzle, Color saddle) {

  static Coat of(Animal animal, Dice dice) {
    return animal == Animal.FOX ? fox(dice) : dog(dice);
  }

  private static Coat fox(Dice dice) {
    Color base = dice.chance(0.2) ? dice.colour(22, 6, 0.6, 0.12, 0.5, 0.1)
        : dice.colour(22, 7, 0.76, 0.14, 0.83, 0.12);
    Color white = dice.colour(38, 8, 0.08, 0.06, 0.93, 0.05);
    Color dark = dice.colour(20, 10, 0.4, 0.2, 0.17, 0.06);
    return new Coat(base, white, dark, dice.chance(0.85) ? white : dark, dark, base, null);
  }

  private static Coat dog(Dice dice) {
    Color base = switch (dice.upTo(10)) {
      case 0, 1, 2, 3, 4 -> dice.colour(24, 7, 0.66, 0.16, 0.76, 0.14);
      case 5, 6 -> dice.colour(22, 6, 0.58, 0.12, 0.42, 0.1);
      case 7 -> dice.colour(25, 15, 0.2, 0.1, 0.2, 0.05);
      case 8 -> dice.colour(38, 5, 0.28, 0.08, 0.88, 0.06);
      default -> dice.colour(30, 10, 0.08, 0.06, 0.55, 0.15);
    };
    Color white = dice.colour(40, 8, 0.08, 0.06, 0.92, 0.05);
    Color dark = dice.colour(22, 10, 0.35, 0.2, 0.2, 0.07);
    Color under = dice.chance(0.5) ? white : Dice.mix(base, white, dice.in(0.05, 0.4));
    Color socks = dice.chance(0.35) ? white : dice.chance(0.25) ? dark : base;
    Color ear = Dice.shade(base, dice.chance(0.6) ? dice.in(0.5, 0.72) : dice.in(0.76, 0.86));
    Color muzzle = dice.chance(0.3) ? dark : dice.chance(0.4) ? white : base;
    return new Coat(base, under, socks, dice.chance(0.25) ? white : base, ear, muzzle,
        dice.chance(0.3) ? dark : null);
  }
}
