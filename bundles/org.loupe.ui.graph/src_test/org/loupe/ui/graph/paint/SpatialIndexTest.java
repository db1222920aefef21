/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpatialIndexTest {
  @Test
  void findsWhatASearchOfAllFinds() {
    Random random = new Random(3);
    double[] bounds = new double[4 * 500];
    for (int i = 0; i < 500; i++) {
      bounds[4 * i] = random.nextDouble() * 9000;
      bounds[4 * i + 1] = random.nextDouble() * 30_000;
      // a few of them reach far
      double size = i % 50 == 0 ? 20_000 : 200;
      bounds[4 * i + 2] = bounds[4 * i] + random.nextDouble() * size;
      bounds[4 * i + 3] = bounds[4 * i + 1] + random.nextDouble() * size;
    }
    SpatialIndex index = new SpatialIndex(bounds);
    for (int k = 0; k < 200; k++) {
      double left = random.nextDouble() * 10_000 - 500;
      double top = random.nextDouble() * 33_000 - 500;
      double right = left + random.nextDouble() * 3000;
      double bottom = top + random.nextDouble() * 3000;
      List<Integer> expected = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        if (bounds[4 * i] <= right && bounds[4 * i + 2] >= left && bounds[4 * i + 1] <= bottom
            && bounds[4 * i + 3] >= top) {
          expected.add(i);
        }
      }
      List<Integer> found = new ArrayList<>();
      index.query(left, top, right, bottom, found::add);
      assertEquals(expected, found);
    }
  }

  @Test
  void nothingIsFoundInNothing() {
    List<Integer> found = new ArrayList<>();
    new SpatialIndex(new double[0]).query(0, 0, 100, 100, found::add);
    assertEquals(List.of(), found);
  }
}
