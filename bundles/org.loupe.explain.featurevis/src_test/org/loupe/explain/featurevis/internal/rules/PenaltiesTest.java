/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.rules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PenaltiesTest {
  @Test
  void countsDifferencesAndSizes() {
    double[] picture = {1, 3, -2, 4, /* second channel */ 0, 0, 0, 5};
    // 2 x 2: |3-1| + |4+2| + |-2-1| + |4-3| + 5 + 5 = 22; sizes 10 + 5.
    assertEquals(22 / 8.0, new Penalties(1, 0).of(picture, 2, 2), 1e-12);
    assertEquals(15 / 8.0 * 0.5, new Penalties(0, 0.5).of(picture, 2, 2), 1e-12);
  }

  @Test
  void theDerivativeIsTheCentralDifference() {
    Random random = new Random(3);
    double[] picture = random.doubles(2 * 4 * 5, -1, 1).toArray();
    Penalties penalties = new Penalties(2, 0.7);
    double[] got = random.doubles(picture.length, -1, 1).toArray();
    double[] wanted = got.clone();
    for (int i = 0; i < picture.length; i++) {
      double before = picture[i];
      picture[i] = before + 1e-7;
      double up = penalties.of(picture, 4, 5);
      picture[i] = before - 1e-7;
      double down = penalties.of(picture, 4, 5);
      picture[i] = before;
      wanted[i] -= (up - down) / 2e-7;
    }
    penalties.takeOff(picture, 4, 5, got);
    assertArrayEquals(wanted, got, 1e-6);
  }
}
