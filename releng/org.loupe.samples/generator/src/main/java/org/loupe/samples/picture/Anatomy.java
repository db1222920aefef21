/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.picture;

/**
 * Proportions of an animal; lengths in units of about its body's length.
 *
 * @param body length from hip to shoulder
 * @param girth radius of the chest
 * @param legs length of the legs
 * @param legWidth radius of a leg at its middle
 * @param head radius of the skull
 * @param bushy whether the tail is a brush, else thin and carried high
 * @param pricked whether the ears stand, else they hang
 * @param tail length of the tail
 */
record Anatomy(double body, double girth, double legs, double legWidth, double head, boolean bushy, boolean pricked,
    double tail) {

  static Anatomy of(Animal animal, Dice dice) {
    if (animal == Animal.FOX) {
      return new Anatomy(dice.in(0.72, 0.86), dice.in(0.2, 0.235), dice.in(0.3, 0.4), dice.in(0.046, 0.058),
          dice.in(0.19, 0.225), true, true, dice.in(0.62, 0.8));
    }
    return new Anatomy(dice.in(0.66, 0.86), dice.in(0.22, 0.275), dice.in(0.34, 0.48), dice.in(0.06, 0.085),
        dice.in(0.19, 0.235), false, false, dice.in(0.4, 0.58));
  }
}
