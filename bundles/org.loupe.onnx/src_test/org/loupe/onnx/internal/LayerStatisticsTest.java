/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.model.Model;
import org.loupe.graph.DataType;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.random.RandomStreams;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** A sum that is normalised, which the runtime makes one node of where nobody asks for more than the outcome. */
class LayerStatisticsTest {
  private static final int WIDTH = 8;
  private static final String DIMS = "n, 3, " + WIDTH;

  @TempDir
  Path folder;

  private static GraphBuilder sum() {
    return new GraphBuilder("sum").input("x", DataType.FLOAT, DIMS).input("r", DataType.FLOAT, DIMS)
        .initializer("scale", ArrayTensor.of(Shape.of(WIDTH), Networks.ones(WIDTH)))
        .initializer("bias", ArrayTensor.of(Shape.of(WIDTH), new float[WIDTH]))
        .node(NodeBuilder.of("Add").inputs("x", "r").outputs("sum"));
  }

  private static Map<String, Tensor> inputs() {
    RandomGenerator random = RandomStreams.of(5);
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    for (String name : new String[] {"x", "r"}) {
      float[] values = new float[2 * 3 * WIDTH];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
      }
      inputs.put(name, ArrayTensor.of(Shape.of(2, 3, WIDTH), values));
    }
    return inputs;
  }

  /** By the definition, in double precision. */
  private static double[] expected(boolean deviation) {
    double[] x = inputs().get("x").toDoubles();
    double[] r = inputs().get("r").toDoubles();
    double[] out = new double[x.length];
    for (int row = 0; row < x.length; row += WIDTH) {
      double mean = 0;
      double square = 0;
      for (int i = row; i < row + WIDTH; i++) {
        mean += (x[i] + r[i]) / WIDTH;
      }
      for (int i = row; i < row + WIDTH; i++) {
        square += (x[i] + r[i] - mean) * (x[i] + r[i] - mean) / WIDTH;
      }
      double inverse = 1 / Math.sqrt(square + 1e-5);
      for (int i = row; i < row + WIDTH; i++) {
        out[i] = (x[i] + r[i] - mean) * inverse * (deviation ? inverse : 1);
      }
    }
    return out;
  }

  @Test
  void aModelThatUsesTheDeviation() throws Exception {
    Path file = Models.write(folder.resolve("used.onnx"), sum()
        .node(NodeBuilder.of("LayerNormalization").inputs("sum", "scale", "bias").outputs("norm", "", "inverse"))
        .node(NodeBuilder.of("Mul").inputs("norm", "inverse").outputs("y")).output("y", DataType.FLOAT, DIMS));
    assertArrayEquals(expected(true), Models.run(file, inputs()).value("y").toDoubles(), 1e-5);
  }

  @Test
  void aModelThatUsesTheOutcomeOnly() throws Exception {
    Path file = Models.write(folder.resolve("plain.onnx"), sum()
        .node(NodeBuilder.of("LayerNormalization").inputs("sum", "scale", "bias").outputs("y"))
        .output("y", DataType.FLOAT, DIMS));
    try (Model model = Models.open(file)) {
      assertArrayEquals(expected(false), Models.forward(model, inputs()).value("y").toDoubles(), 1e-5);
      assertArrayEquals(expected(false), Models.forward(model, inputs(), "sum", "y").value("y").toDoubles(), 1e-5);
    }
  }
}
