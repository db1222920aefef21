/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.facet.BackwardRules;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientRequest;
import org.loupe.graph.DataType;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.onnx.OnnxReader;
import org.loupe.graph.onnx.OnnxWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.onnx.internal.engine.SessionCache;
import org.loupe.onnx.internal.engine.SessionMaker;
import org.loupe.onnx.internal.model.Describer;

/** Preparing is done once: one session serves every input, class and batch. */
class SessionReuseTest {
  @TempDir
  Path folder;

  private static GradientRequest request(int items, int target, String rules) {
    float[] x = new float[items * 3];
    Arrays.fill(x, 1);
    float[] cotangent = new float[items * 2];
    for (int i = 0; i < items; i++) {
      cotangent[2 * i + target] = 1;
    }
    return new GradientRequest(Map.of("x", ArrayTensor.of(Shape.of(items, 3), x)),
        Map.of("y", ArrayTensor.of(Shape.of(items, 2), cotangent)), List.of("x"), rules, List.of());
  }

  @Test
  void oneSessionForAll() throws Exception {
    Path file = folder.resolve("dense.onnx");
    OnnxWriter.write(new ModelBuilder(new GraphBuilder("dense").input("x", DataType.FLOAT, "n, 3")
        .initializer("w", ArrayTensor.of(Shape.of(3, 2), new float[] {1, 2, 3, 4, 5, 6}))
        .node(NodeBuilder.of("MatMul").inputs("x", "w").outputs("h"))
        .node(NodeBuilder.of("Relu").inputs("h").outputs("y")).output("y", DataType.FLOAT, "n, 2").build(), 17)
        .build(), file);
    OnnxModel model = OnnxReader.read(file);
    RuleSets rules = new RuleSets(BackwardRules.NONE);
    try (SessionCache sessions = new SessionCache(Long.MAX_VALUE)) {
      GradientEngine engine = new GradientEngine(model, Describer.describe(model, file, rules), rules,
          new SessionMaker(model, file, LoadOptions.DEFAULT), sessions, 1);
      for (int items : new int[] {1, 3, 2, 1}) {
        for (int target = 0; target < 2; target++) {
          float[] gradient = engine.gradient(request(items, target, Differentiable.PLAIN), Progress.NONE)
              .gradient("x").toFloats();
          float[] row = {1 + target, 3 + target, 5 + target};
          assertEquals(3 * items, gradient.length);
          for (int i = 0; i < items; i++) {
            assertArrayEquals(row, Arrays.copyOfRange(gradient, 3 * i, 3 * i + 3));
          }
          assertEquals(1, sessions.size());
        }
      }
      engine.gradient(request(1, 0, "guided"), Progress.NONE);
      assertEquals(2, sessions.size());
    }
  }
}
