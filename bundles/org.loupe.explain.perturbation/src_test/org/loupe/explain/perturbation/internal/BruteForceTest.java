/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.perturbation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** Compares occlusion with a second way to reckon it: element by element, over every window that covers it. */
class BruteForceTest {
  private static final int CHANNELS = 2;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void windowsStridesAndBordersAgree(int seed) throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int[] extent = {4 + random.nextInt(6), 4 + random.nextInt(6)};
    int[] window = {1 + random.nextInt(extent[0]), 1 + random.nextInt(extent[1])};
    int[] stride = {1 + random.nextInt(window[0]), 1 + random.nextInt(window[1])};
    boolean clamp = seed % 2 == 0;
    double[] x = random.doubles((long) CHANNELS * extent[0] * extent[1]).toArray();
    Shape shape = Shape.of(1, CHANNELS, extent[0], extent[1]);
    DecodedInput input = new DecodedInput("x", ArrayTensor.of(shape, x), "tensor", Optional.of(SpatialAxes.NCHW),
        Optional.empty(), List.of());
    var map = (SaliencyMap) new FakeContext(List.of(input), 5, in -> CaptumTest.network(in.get("x"))).explain(Map.of(
        "window", window[0] + "," + window[1], "stride", stride[0] + "," + stride[1], "border",
        clamp ? "clamp" : "crop"));
    double changed = 0;
    for (int i = 0; i < x.length; i++) {
      double expected = byElement(x, shape, extent, window, stride, clamp, i / extent[1] % extent[0], i % extent[1]);
      assertEquals(expected, map.values().get(i), 1e-10, "element " + i);
      changed = Math.max(changed, Math.abs(expected));
    }
    assertTrue(changed > 1e-3, "the function depends on its input");
  }

  private static double byElement(double[] x, Shape shape, int[] extent, int[] window, int[] stride, boolean clamp,
      int row, int column) {
    double sum = 0;
    int windows = 0;
    for (int top : starts(extent[0], window[0], stride[0], clamp)) {
      for (int left : starts(extent[1], window[1], stride[1], clamp)) {
        boolean covers = row >= top && row < top + window[0] && column >= left && column < left + window[1];
        if (covers) {
          double[] without = x.clone();
          for (int i = 0; i < without.length; i++) {
            int r = i / extent[1] % extent[0];
            int c = i % extent[1];
            if (r >= top && r < top + window[0] && c >= left && c < left + window[1]) {
              without[i] = 0;
            }
          }
          sum += CaptumTest.network(ArrayTensor.of(shape, x)) - CaptumTest.network(ArrayTensor.of(shape, without));
          windows++;
        }
      }
    }
    return sum / windows;
  }

  private static List<Integer> starts(int extent, int window, int stride, boolean clamp) {
    List<Integer> out = new java.util.ArrayList<>(List.of(0));
    while (out.getLast() + window < extent) {
      int next = out.getLast() + stride;
      out.add(clamp ? Math.min(next, extent - window) : next);
    }
    return out;
  }
}
