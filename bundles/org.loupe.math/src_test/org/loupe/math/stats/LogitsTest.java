/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogitsTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void softmaxOfKnownLogits() {
    double[] logs = {Math.log(1), Math.log(2), Math.log(5)};
    assertArrayEquals(new double[] {0.125, 0.25, 0.625}, Logits.softmax(logs), 1e-15);
    assertEquals(Math.log(8), Logits.logSumExp(logs), 1e-15);
    assertArrayEquals(new double[] {Math.log(0.125), Math.log(0.25), Math.log(0.625)}, Logits.logSoftmax(logs), 1e-15);
  }

  @Test
  void largeLogitsDoNotOverflow() {
    assertArrayEquals(new double[] {0.5, 0.5, 0}, Logits.softmax(1e6, 1e6, -1e6));
    assertEquals(1e6 + Math.log(2), Logits.logSumExp(1e6, 1e6, -1e6), 1e-9);
    assertArrayEquals(new double[] {-2000, 0}, Logits.logSoftmax(-1000, 1000), 1e-12);
  }

  @Test
  void infiniteLogitsTakeAll() {
    assertArrayEquals(new double[] {0, 0.5, 0.5}, Logits.softmax(3, INF, INF));
    assertArrayEquals(new double[] {0, 1}, Logits.softmax(-INF, 3));
    assertArrayEquals(new double[] {-INF, 0}, Logits.logSoftmax(3, INF));
    assertArrayEquals(new double[] {Double.NaN, Double.NaN}, Logits.softmax(1, Double.NaN));
    assertArrayEquals(new double[] {Double.NaN, Double.NaN}, Logits.softmax(-INF, -INF));
    assertEquals(-INF, Logits.logSumExp());
  }

  @Test
  void sigmoidIsAccurateOnBothSides() {
    assertEquals(0.5, Logits.sigmoid(0));
    assertEquals(Math.exp(-700), Logits.sigmoid(-700), 1e-310);
    assertEquals(1, Logits.sigmoid(800));
    assertEquals(0, Logits.sigmoid(-INF));
    for (double x : new double[] {-30, -2, 0.001, 5}) {
      assertEquals(x, Logits.logit(Logits.sigmoid(x)), 1e-12);
      assertEquals(1, Logits.sigmoid(x) + Logits.sigmoid(-x), 1e-15);
    }
  }
}
