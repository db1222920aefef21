/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.rules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.loupe.explain.featurevis.internal.rules.StepRule.Kind;

class StepRuleTest {
  private static double[] after(Kind kind, double rate, double[]... gradients) {
    double[] values = {1, 2};
    StepRule rule = StepRule.of(kind, rate, 2);
    for (double[] gradient : gradients) {
      rule.step(values, gradient);
    }
    return values;
  }

  @Test
  void normalizedGoesAFixedLength() {
    assertArrayEquals(new double[] {1 + 10 * 0.6, 2 - 10 * 0.8},
        after(Kind.NORMALIZED, 10, new double[] {3e-3, -4e-3}), 1e-12);
    assertArrayEquals(new double[] {1, 2}, after(Kind.NORMALIZED, 10, new double[] {0, 0}));
    // Below 1e-6 a gradient is not blown up any further.
    assertArrayEquals(new double[] {1.001, 2}, after(Kind.NORMALIZED, 10, new double[] {1e-10, 0}), 1e-12);
  }

  @Test
  void plainGoesInProportion() {
    assertArrayEquals(new double[] {1 + 2 * 3 + 2 * 1, 2 - 2 * 4}, after(Kind.SGD, 2, new double[] {3, -4},
        new double[] {1, 0}), 1e-12);
  }

  @Test
  void adamFollowsItsClosedForm() {
    // The first step is the rate in the direction of the sign, whatever the size.
    assertArrayEquals(new double[] {1.05, 1.95}, after(Kind.ADAM, 0.05, new double[] {1e3, -1e-3}), 1e-6);
    // Two steps by hand: m = .1 g2 + .09 g1, v = .001 g2^2 + .000999 g1^2, biases .19 and .001999.
    double m = (0.1 * -1 + 0.09 * 2) / 0.19;
    double v = (0.001 * 1 + 0.000999 * 4) / 0.001999;
    assertEquals(1 + 0.05 + 0.05 * m / Math.sqrt(v), after(Kind.ADAM, 0.05, new double[] {2, 0},
        new double[] {-1, 0})[0], 1e-9);
  }

  @Test
  void rmsPropFollowsItsClosedForm() {
    double first = 2 / (Math.sqrt(0.001 * 4) + 1e-7);
    double second = 1 / (Math.sqrt(0.999 * 0.001 * 4 + 0.001) + 1e-7);
    assertEquals(1 + 3 * (first + second), after(Kind.RMSPROP, 3, new double[] {2, 0}, new double[] {1, 0})[0], 1e-9);
  }
}
