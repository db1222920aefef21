/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.perturbation.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

class OcclusionTest {
  /** relu(x1+x2+x3-10) + 3 relu(x1+x2+x3+1) - 1: the first output of a network whose weights are ones. */
  private static double network(Map<String, Tensor> inputs) {
    double sum = 0;
    for (double v : inputs.get("x").toDoubles()) {
      sum += v;
    }
    return Math.max(0, sum - 10) + 3 * Math.max(0, sum + 1) - 1;
  }

  private static DecodedInput features(String name, float... values) {
    return DecodedInput.plain(name, ArrayTensor.of(Shape.of(1, values.length), values), "tensor");
  }

  private static FakeContext context(int batch, ToDoubleFunction<Map<String, Tensor>> model, DecodedInput... inputs) {
    return new FakeContext(List.of(inputs), batch, model);
  }

  @Test
  void givesTheKnownNumbersOfASmallNetwork() throws LoupeException {
    FakeContext context = context(2, OcclusionTest::network, features("x", 20, 50, 30));
    var result = assertInstanceOf(FeatureAttribution.class, context.explain(Map.of("window", "1")));
    assertArrayEquals(new double[] {80, 200, 120}, result.values().toDoubles());
    assertEquals(Map.of("score", 392.0, "baseline score", 2.0, "windows", 3.0), result.figures());
    assertEquals(List.of("x[0]", "x[1]", "x[2]"), result.features());
    assertEquals(List.of(20.0, 50.0, 30.0), result.inputs());
    assertEquals(List.of(1, 2, 1), context.batches, "all absent, then batches of 2");
  }

  @Test
  void aWindowCutOffAtTheBorderIsSmallerAndOneMovedBackIsNot() throws LoupeException {
    FakeContext crop = context(9, OcclusionTest::network, features("x", 20, 50, 30));
    var cut = (FeatureAttribution) crop.explain(Map.of("window", "2", "stride", "2"));
    assertArrayEquals(new double[] {280, 280, 120}, cut.values().toDoubles());
    FakeContext clamp = context(9, OcclusionTest::network, features("x", 20, 50, 30));
    var moved = (FeatureAttribution) clamp.explain(Map.of("window", "2", "stride", "2", "border", "clamp"));
    assertArrayEquals(new double[] {280, 300, 320}, moved.values().toDoubles());
  }

  @Test
  void overlappingWindowsShareTheMeanAgainstAConstant() throws LoupeException {
    FakeContext context = context(9, OcclusionTest::network, features("x", 20, 50, 30));
    var result = (FeatureAttribution) context.explain(
        Map.of("window", "2", "stride", "1", "baseline", "constant", "value", "10"));
    assertArrayEquals(new double[] {200, 220, 240}, result.values().toDoubles());
  }

  @Test
  void aLinearModelGivesWeightTimesDistanceFromTheBaseline() throws LoupeException {
    double[] w = {0.5, -2, 3, 0, 7};
    float[] x = {1, 2, -3, 4, 0.25f};
    double[] baseline = {0.5, 1, 1, 1, -1};
    FakeContext context = context(3, in -> {
      double sum = 4;
      for (int i = 0; i < w.length; i++) {
        sum += w[i] * in.get("x").get(i);
      }
      return sum;
    }, features("x", x));
    var result = (FeatureAttribution) context.explain(
        Map.of("window", "1", "baseline", "constant", "value", "0.5,1,1,1,-1"));
    double total = 0;
    for (int i = 0; i < w.length; i++) {
      assertEquals(w[i] * (x[i] - baseline[i]), result.values().get(i), 1e-12);
      total += result.values().get(i);
    }
    assertEquals(result.figures().get("score") - result.figures().get("baseline score"), total, 1e-12);
  }

  @Test
  void explainsTheInputThatIsAskedFor() throws LoupeException {
    ToDoubleFunction<Map<String, Tensor>> model = in -> in.get("a").get(0) * 10 + in.get("b").get(1);
    FakeContext context = context(4, model, features("a", 1, 1), features("b", 5, 6));
    assertArrayEquals(new double[] {10, 0},
        ((FeatureAttribution) context.explain(Map.of())).values().toDoubles());
    var second = (FeatureAttribution) context.explain(Map.of("input", "b"));
    assertArrayEquals(new double[] {0, 6}, second.values().toDoubles());
    assertEquals("b", second.input());
    LoupeException e = assertThrows(LoupeException.class, () -> context.explain(Map.of("input", "c")));
    assertEquals("the model has no input c; it has [a, b]", e.getMessage());
  }

  @Test
  void showsWhatItHasBetweenBatches() throws LoupeException {
    FakeContext context = context(1, OcclusionTest::network, features("x", 20, 50, 30));
    context.explain(Map.of("window", "1"));
    assertEquals(2, context.published.size());
    assertArrayEquals(new double[] {80, 200, 0},
        ((FeatureAttribution) context.published.get(1)).values().toDoubles());
  }

  @Test
  void saysSoWhenNothingChanges() throws LoupeException {
    FakeContext context = context(4, in -> 7, features("x", 1, 2));
    assertArrayEquals(new double[] {0, 0}, ((FeatureAttribution) context.explain(Map.of())).values().toDoubles());
    assertEquals(1, context.notes.size());
    FakeContext changing = context(4, OcclusionTest::network, features("x", 1, 2));
    changing.explain(Map.of());
    assertEquals(List.of(), changing.notes);
  }

  @Test
  void stopsBetweenBatchesWhenCancelled() {
    FakeContext context = context(1, OcclusionTest::network, features("x", 20, 50, 30));
    context.cancelAfterBatches = 2;
    assertThrows(CancellationException.class, () -> context.explain(Map.of("window", "1")));
    assertEquals(3, context.batches.size());
  }

  @Test
  void aGridGivesAMapOverAllChannels() throws LoupeException {
    float[] pixels = new float[2 * 4 * 4];
    java.util.Arrays.fill(pixels, 1);
    DecodedInput input = new DecodedInput("x", ArrayTensor.of(Shape.of(1, 2, 4, 4), pixels), "tensor",
        Optional.of(SpatialAxes.NCHW), Optional.empty(), List.of());
    FakeContext context = context(4, in -> in.get("x").get(0) + 10 * in.get("x").get(16 + 15), input);
    var map = assertInstanceOf(SaliencyMap.class, context.explain(Map.of("window", "2", "stride", "2")));
    assertEquals(Shape.of(1, 2, 4, 4), map.values().shape());
    double[] v = map.values().toDoubles();
    for (int c = 0; c < 2; c++) {
      for (int y = 0; y < 4; y++) {
        for (int x = 0; x < 4; x++) {
          double expected = y < 2 && x < 2 ? 1 : y >= 2 && x >= 2 ? 10 : 0;
          assertEquals(expected, v[c * 16 + y * 4 + x], "channel " + c + " row " + y + " column " + x);
        }
      }
    }
    assertTrue(context.notes.isEmpty());
  }
}
