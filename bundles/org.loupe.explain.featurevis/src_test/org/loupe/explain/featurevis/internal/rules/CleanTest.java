/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.rules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CleanTest {
  private static final double[] GREYS = {10, 20};

  private static double[] cleaned(Clean clean, int step, double[] picture, double... gradient) {
    double[] out = picture.clone();
    clean.apply(step, out, gradient, 1, 4, GREYS);
    return out;
  }

  @Test
  void decayTakesBackToTheGreyOfEachChannel() {
    assertArrayEquals(new double[] {13, 10, 10, 10, 20, 20, 20, 17}, cleaned(new Clean(0.25, 0, 0, 0, 0), 0,
        new double[] {14, 10, 10, 10, 20, 20, 20, 16}, new double[8]), 1e-12);
  }

  @Test
  void pixelsNearGreyAreDropped() {
    // Lengths over both channels: 5, 1, 2, 3; the 50th percentile of four is the third, which stays.
    double[] picture = {13, 11, 10, 10, 24, 20, 22, 17};
    assertArrayEquals(new double[] {13, 10, 10, 10, 24, 20, 20, 17},
        cleaned(new Clean(0, 0, 0, 50, 0), 0, picture, new double[8]), 1e-12);
  }

  @Test
  void pixelsThatContributeLittleAreDropped() {
    double[] picture = {12, 12, 12, 12, 20, 20, 20, 20};
    assertArrayEquals(new double[] {10, 12, 12, 10, 20, 20, 20, 20},
        cleaned(new Clean(0, 0, 0, 0, 60), 0, picture, 1, -4, 3, 2, 9, 9, 9, 9), 1e-12);
  }

  @Test
  void blurKeepsTheSumAndComesEverySoManySteps() {
    double[] picture = {10, 10, 18, 10, 20, 20, 20, 20};
    Clean clean = new Clean(0, 3, 0.5, 0, 0);
    assertArrayEquals(picture, cleaned(clean, 1, picture, new double[8]), 1e-12);
    double[] blurred = cleaned(clean, 3, picture, new double[8]);
    assertEquals(Arrays.stream(picture).sum(), Arrays.stream(blurred).sum(), 0.05);
    assertEquals(18 - blurred[2], blurred[1] - 10 + blurred[3] - 10 + blurred[0] - 10, 0.05);
  }
}
