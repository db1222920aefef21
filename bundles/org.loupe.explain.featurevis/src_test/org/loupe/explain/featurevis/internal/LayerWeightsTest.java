/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;

class LayerWeightsTest {
  @Test
  void aChannelIsTheMeanOfItsMapWithoutTheBorder() {
    double[] got = new LayerWeights(Shape.of(1, 2, 3, 4), ElementType.FLOAT64, 1).channel(1).toDoubles();
    double[] wanted = new double[24];
    wanted[12 + 5] = 0.5;
    wanted[12 + 6] = 0.5;
    assertArrayEquals(wanted, got);
  }

  @Test
  void aSmallMapKeepsItsMiddle() {
    double[] got = new LayerWeights(Shape.of(1, 1, 3, 2), ElementType.FLOAT64, 9).channel(0).toDoubles();
    assertArrayEquals(new double[] {0, 0, 0.5, 0.5, 0, 0}, got);
    assertArrayEquals(new double[] {0, 1, 0},
        new LayerWeights(Shape.of(1, 3), ElementType.FLOAT64, 2).channel(1).toDoubles());
  }

  @Test
  void aDirectionWeighsChannelsAndAWholeLayerIsAMean() {
    LayerWeights weights = new LayerWeights(Shape.of(1, 2, 2, 1), ElementType.FLOAT64, 0);
    assertArrayEquals(new double[] {1, 1, -0.25, -0.25}, weights.direction(List.of(2.0, -0.5)).toDoubles());
    assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.25}, weights.whole().toDoubles());
    assertEquals(1.0, new LayerWeights(Shape.of(1), ElementType.FLOAT64, 0).whole().get(0));
  }
}
