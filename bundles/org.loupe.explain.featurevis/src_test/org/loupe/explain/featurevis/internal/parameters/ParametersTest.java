/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.parameters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loupe.api.subject.PictureEncoding.Light;

class ParametersTest {
  private static final int H = 6;
  private static final int W = 5;
  private static final List<Light> BGR = List.of(Light.BLUE, Light.GREEN, Light.RED);

  static Stream<Parameters> all() {
    double[] greys = {1, 2, 3};
    return Stream.of(new PixelParameters(greys, H * W), new FourierParameters(3, H, W),
        new Raised(new FourierParameters(3, H, W), greys, H * W),
        new Coloured(new PixelParameters(greys, H * W), H * W, BGR),
        new Squashed(new FourierParameters(3, H, W), 3 * H * W, -2, 5),
        new Squashed(new Coloured(new FourierParameters(3, H, W), H * W, BGR), 3 * H * W, 0, 255));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theDerivativeIsTheCentralDifference(Parameters parameters) {
    Random random = new Random(4);
    parameters.start(random, 0.7);
    double[] weights = random.doubles(3L * H * W, -1, 1).toArray();
    double[] picture = new double[weights.length];
    double[] got = new double[parameters.values().length];
    parameters.picture(picture);
    parameters.pullBack(weights.clone(), got);
    double[] wanted = new double[got.length];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = (at(parameters, i, 1e-5, weights) - at(parameters, i, -1e-5, weights)) / 2e-5;
    }
    assertArrayEquals(wanted, got, 2e-6);
  }

  private static double at(Parameters parameters, int i, double by, double[] weights) {
    double before = parameters.values()[i];
    parameters.values()[i] = before + by;
    double[] picture = new double[weights.length];
    parameters.picture(picture);
    parameters.values()[i] = before;
    double sum = 0;
    for (int k = 0; k < picture.length; k++) {
      sum += weights[k] * picture[k];
    }
    return sum;
  }

  @Test
  void coloursVaryTogetherAsTheMatrixSays() {
    // The longest column is the first: sqrt(.26^2 + .27^2 + .27^2).
    double longest = Math.sqrt(0.0676 + 0.0729 + 0.0729);
    double[][] matrix = Coloured.matrix();
    assertArrayEquals(new double[] {0.26 / longest, 0.09 / longest, 0.02 / longest}, matrix[0], 1e-15);
    assertArrayEquals(new double[] {0.27 / longest, 0, -0.05 / longest}, matrix[1], 1e-15);
    assertArrayEquals(new double[] {0.27 / longest, -0.09 / longest, 0.03 / longest}, matrix[2], 1e-15);
    PixelParameters pixels = new PixelParameters(new double[] {1, 10, 100}, 1);
    double[] picture = new double[3];
    Coloured coloured = new Coloured(pixels, 1, BGR);
    coloured.start(new Random(1), 0);
    coloured.picture(picture);
    assertEquals((0.26 + 0.9 + 2) / longest, picture[2], 1e-12);
    assertEquals((0.27 - 5) / longest, picture[1], 1e-12);
    assertEquals((0.27 - 0.9 + 3) / longest, picture[0], 1e-12);
  }

  @Test
  void frequenciesAreWeightedByOneOverTheirLength() {
    double[] weights = FourierParameters.weights(4, 6, 4);
    assertEquals(6 / 4.0, weights[0], 1e-15);
    assertEquals(6 / 4.0, weights[1], 1e-12);
    assertEquals(2 / 4.0, weights[3], 1e-12);
    assertEquals(1 / 0.25 / 4, weights[4], 1e-12);
    assertEquals(1 / 0.5 / 4, weights[2 * 4], 1e-12);
    assertEquals(1 / 0.25 / 4, weights[3 * 4], 1e-12);
    assertEquals(1 / Math.hypot(0.25, 2 / 6.0) / 4, weights[3 * 4 + 2], 1e-12);
  }
}
