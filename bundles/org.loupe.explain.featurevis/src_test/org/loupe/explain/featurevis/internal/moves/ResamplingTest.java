/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.moves;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.loupe.explain.featurevis.internal.moves.Resampling.Around;

class ResamplingTest {
  private static final int H = 7;
  private static final int W = 9;

  private static double[] look(Around around, Placement placement, double[] picture, double fill) {
    Resampling resampling = new Resampling(H, W, around);
    resampling.set(placement);
    double[] out = new double[H * W];
    resampling.look(picture, 0, out, 0, fill);
    return out;
  }

  private static double[] numbers() {
    double[] out = new double[H * W];
    Arrays.setAll(out, i -> i);
    return out;
  }

  @ParameterizedTest
  @EnumSource
  void unmovedIsThePictureItself(Around around) {
    assertArrayEquals(numbers(), look(around, Placement.NONE, numbers(), 5));
  }

  @Test
  void whatASideShowsDependsOnTheGround() {
    Placement right = new Placement(2, 0, 1, 0, 1, -1);
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        int sx = x + 3;
        int sy = y - 1;
        boolean in = sx < W && sy >= 0;
        int at = y * W + x;
        assertEquals(in ? sy * W + sx : -7, look(Around.FILL, right, numbers(), -7)[at]);
        assertEquals(Math.max(0, sy) * W + Math.min(W - 1, sx), look(Around.EDGE, right, numbers(), -7)[at]);
        assertEquals((sy + H) % H * W + sx % W, look(Around.WRAP, right, numbers(), -7)[at]);
      }
    }
  }

  @Test
  void aQuarterTurnTurnsAndAScaleEnlarges() {
    double[] turned = look(Around.FILL, new Placement(0, 0, 1, Math.PI / 2, 0, 0), numbers(), 0);
    // The middle is at row 3, column 4; one to the right of it is looked at one below.
    assertEquals(4 * W + 4, turned[3 * W + 5], 1e-4);
    assertEquals(3 * W + 3, turned[4 * W + 4], 1e-4);
    double[] large = look(Around.EDGE, new Placement(0, 0, 2, 0, 0, 0), numbers(), 0);
    assertEquals(3 * W + 5, large[3 * W + 6], 1e-4);
    assertEquals(3 * W + 4.5, large[3 * W + 5], 1e-4);
  }

  @ParameterizedTest
  @EnumSource
  void theAdjointHasTheSameInnerProduct(Around around) {
    Random random = new Random(8);
    for (int i = 0; i < 20; i++) {
      Resampling resampling = new Resampling(H, W, around);
      resampling.set(Placement.draw(new Placement.Limits(3, 0.8, 1.3, 40, 2), random));
      double[] x = random.doubles(H * W, -1, 1).toArray();
      double[] y = random.doubles(H * W, -1, 1).toArray();
      double[] ax = new double[H * W];
      double[] aty = new double[H * W];
      resampling.look(x, 0, ax, 0, 0);
      resampling.back(y, 0, aty, 0);
      double there = 0;
      double back = 0;
      for (int k = 0; k < x.length; k++) {
        there += ax[k] * y[k];
        back += x[k] * aty[k];
      }
      assertEquals(there, back, 1e-9);
    }
  }

  @Test
  void placementsStayWithinTheirLimits() {
    Random random = new Random(2);
    int[] shifts = new int[7];
    double turned = 0;
    for (int i = 0; i < 2000; i++) {
      Placement p = Placement.draw(new Placement.Limits(3, 0.9, 1.1, 10, 1), random);
      shifts[p.beforeX() + 3]++;
      turned = Math.max(turned, Math.abs(p.radians()));
      assertTrue(p.scale() >= 0.9 && p.scale() <= 1.1 && Math.abs(p.afterX()) <= 1 && Math.abs(p.beforeY()) <= 3);
    }
    assertTrue(turned <= Math.toRadians(10) && turned > Math.toRadians(9.9));
    assertTrue(Arrays.stream(shifts).allMatch(n -> n > 200), () -> Arrays.toString(shifts));
  }
}
