/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.graph.Dim;
import org.loupe.graph.gradient.ShapeFacts;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

class PredictionTest {
  private static Optional<Map<String, long[]>> second(String declared, long... seen) {
    ShapeFacts inferred = ShapeFacts.of(Map.of("x", Dim.list("n, w, 3"), "y", Dim.list(declared)));
    return new Prediction(inferred, Map.of("x", ArrayTensor.of(Shape.of(2, 5, 3), new float[30])),
        Map.of("x", ArrayTensor.of(Shape.of(3, 5, 3), new float[45]))).second(Map.of("y", seen));
  }

  @Test
  void changesWhatIsNamedAsTheBatchIs() {
    assertArrayEquals(new long[] {3, 5, 8}, second("n, w, 8", 2, 5, 8).orElseThrow().get("y"));
    assertArrayEquals(new long[] {4, 3}, second("4, n", 4, 2).orElseThrow().get("y"));
  }

  @Test
  void tellsNothingWhereTheFileDoesNotOrIsWrong() {
    assertEquals(Optional.empty(), second("n, ?", 2, 8));
    assertEquals(Optional.empty(), second("n, m", 2, 8));
    // A file that was made with a batch of 1 written into it.
    assertEquals(Optional.empty(), second("1, 8", 2, 8));
    assertEquals(Optional.empty(), second("n, 8", 4, 8));
    assertEquals(Optional.empty(), second("n, 8", 2, 8, 1));
  }

  @Test
  void namesExtentsThatChangeAlikeAlike() {
    ProbedShapes shapes = ProbedShapes.of(Map.of("a", new long[] {2, 7}, "b", new long[] {2, 4}),
        Map.of("a", new long[] {3, 7}, "b", new long[] {3, 6}));
    List<Dim> a = shapes.dims("a").orElseThrow();
    List<Dim> b = shapes.dims("b").orElseThrow();
    assertEquals(a.get(0), b.get(0));
    assertEquals(Dim.of(7), a.get(1));
    assertEquals(false, a.get(0).equals(b.get(1)));
    assertEquals(false, b.get(1) instanceof Dim.Fixed);
  }
}
