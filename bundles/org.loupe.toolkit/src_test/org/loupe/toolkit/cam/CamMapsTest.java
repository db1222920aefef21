/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.cam;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.toolkit.cam.CamOptions.Scale;
import org.loupe.toolkit.cam.CamOptions.Upsample;

class CamMapsTest {
  private static final double[] CAM = {11.25, 13.5, 20.25, 22.5};

  private static double[] finished(double[] map, boolean relu, Scale scale) {
    return CamMaps.of(new double[][] {map}, 2, 2, 8, 8, new CamOptions(relu, Upsample.NONE, scale)).values()
        .toDoubles();
  }

  @Test
  void scales() {
    assertArrayEquals(CAM, finished(CAM, true, Scale.NONE), 1e-6);
    assertArrayEquals(new double[] {.5, .6, .9, 1}, finished(CAM, true, Scale.MAX), 1e-6);
    assertArrayEquals(new double[] {0, .2, .8, 1}, finished(CAM, true, Scale.MIN_MAX), 1e-6);
    assertArrayEquals(new double[] {-2, -1, 0, 1}, finished(new double[] {-4, -2, 0, 2}, false, Scale.MAX), 1e-6);
    assertArrayEquals(new double[] {0, 0, 0, 1}, finished(new double[] {-4, -2, 0, 2}, true, Scale.MAX), 1e-6);
  }

  @Test
  void neverDividesByNothing() {
    double[] zero = new double[4];
    double[] negative = {-1, -2, -3, -4};
    assertArrayEquals(zero, finished(negative, true, Scale.MIN_MAX));
    assertArrayEquals(zero, finished(negative, false, Scale.MAX));
    assertArrayEquals(zero, finished(new double[] {7, 7, 7, 7}, true, Scale.MIN_MAX));
    assertEquals(false, CamMaps.of(new double[][] {negative}, 2, 2, 2, 2,
        new CamOptions(true, Upsample.NONE, Scale.NONE)).positive());
  }

  @Test
  void upsamplesWithHalfPixelCentresAndRepeatedEdges() {
    Tensor map = CamMaps.of(new double[][] {{0, 1}, {4, 0}}, 1, 2, 2, 4,
        new CamOptions(true, Upsample.BILINEAR, Scale.NONE)).values();
    assertEquals(Shape.of(2, 2, 4), map.shape());
    assertArrayEquals(new double[] {0, .25, .75, 1, 0, .25, .75, 1, 4, 3, 1, 0, 4, 3, 1, 0}, map.toDoubles(), 1e-6);
  }

  @Test
  void sumsChannelsInFrontAndBehind() throws LoupeException {
    float[] first = {1, 2, 3, 10, 20, 30};
    float[] last = {1, 10, 2, 20, 3, 30};
    double[][] weights = {{2, -1}};
    for (boolean front : new boolean[] {true, false}) {
      Tensor map = ArrayTensor.of(front ? Shape.of(1, 2, 1, 3) : Shape.of(1, 1, 3, 2), front ? first : last);
      ChannelSum channels = ChannelSum.of(map.shape(), front ? 1 : 3, "a");
      assertArrayEquals(new double[] {2, 20}, channels.means(map)[0], 1e-12);
      assertArrayEquals(new double[] {-8, -16, -24}, channels.weighted(map, weights)[0], 1e-12);
    }
    assertThrows(LoupeException.class, () -> ChannelSum.of(Shape.of(1, 2, 3), 1, "a"));
  }
}
