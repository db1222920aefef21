/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.Model;
import org.loupe.api.model.facet.Costs;
import org.loupe.api.model.facet.LayerCost;
import org.loupe.graph.DataType;
import org.loupe.graph.GraphFunction;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Costs of layers, summed up by hand. */
class CostsTest {
  @TempDir
  Path folder;

  private static List<LayerCost> costs(Model model, Map<String, Tensor> inputs) throws LoupeException {
    return model.facet(Costs.class).orElseThrow().costs(inputs, Progress.NONE);
  }

  private static LayerCost cost(String layer, long multiplyAdds, long parameterBytes, long... shape) {
    long bytes = Float.BYTES;
    for (long extent : shape) {
      bytes *= extent;
    }
    return new LayerCost(layer, Optional.of(Arrays.stream(shape).boxed().toList()),
        OptionalLong.of(multiplyAdds), parameterBytes, OptionalLong.of(bytes));
  }

  @Test
  void sumsUpASmallNetwork() throws Exception {
    try (Model model = Models.open(Models.write(folder.resolve("m.onnx"), Networks.oneConv()))) {
      assertEquals(Map.of("x", Shape.of(1, 1, 4, 4)), model.facet(Costs.class).orElseThrow().defaultShapes());
      // 2 channels of 2 x 2 by 9 numbers; 8 features to 4 scores.
      assertEquals(List.of(cost("conv", 72, 80, 1, 2, 2, 2), cost("features", 0, 0, 1, 2, 2, 2),
          cost("flat", 0, 0, 1, 8), cost("scores", 32, 128, 1, 4), cost("y", 0, 0, 1, 4)), costs(model, Map.of()));
      assertEquals(3 * (72 + 32), costs(model, Map.of("x", ArrayTensor.of(Shape.of(3, 1, 4, 4), new float[48])))
          .stream().mapToLong(c -> c.multiplyAdds().orElseThrow()).sum());
      Models.refused(LoupeException.Kind.BAD_INPUT,
          () -> costs(model, Map.of("x", ArrayTensor.of(Shape.of(1, 2, 4, 4), new float[32]))));
    }
  }

  @Test
  void runsTheModelWhereExtentsDependOnValues() throws Exception {
    GraphBuilder graph = new GraphBuilder("found").input("x", DataType.FLOAT, "n")
        .initializer("w", ArrayTensor.of(Shape.of(1, 5), new float[5]))
        .node(NodeBuilder.of("NonZero").inputs("x").outputs("at"))
        .node(NodeBuilder.of("Cast").intValue("to", DataType.FLOAT.code()).inputs("at").outputs("row"))
        .node(NodeBuilder.of("Transpose").inputs("row").outputs("column"))
        .node(NodeBuilder.of("MatMul").inputs("column", "w").outputs("y")).output("y", DataType.FLOAT, "?, 5");
    try (Model model = Models.open(Models.write(folder.resolve("m.onnx"), graph))) {
      List<LayerCost> costs = costs(model, Map.of("x", ArrayTensor.of(Shape.of(4), 0f, 2f, 0f, 3f)));
      assertEquals(new LayerCost("at", Optional.of(List.of(1L, 2L)), OptionalLong.of(0), 0, OptionalLong.of(16)),
          costs.get(0));
      assertEquals(cost("y", 2 * 5, 20, 2, 5), costs.get(3));
    }
  }

  @Test
  void sumsUpFunctionsAndCountsANodeOfSeveralValuesOnce() throws Exception {
    GraphFunction function = new GraphFunction("mine", "Twice", "", List.of("a", "m"), List.of("r"), List.of(),
        Map.of(), Map.of("", 17L), List.of(NodeBuilder.of("MatMul").inputs("a", "m").outputs("once").build(0),
            NodeBuilder.of("MatMul").inputs("once", "m").outputs("r").build(1)));
    GraphBuilder graph = new GraphBuilder("g").input("x", DataType.FLOAT, "3, 2, 4")
        .initializer("m", ArrayTensor.of(Shape.of(4, 4), new float[16]))
        .initializer("w", ArrayTensor.of(Shape.of(1, 20, 4), new float[80]))
        .initializer("r", ArrayTensor.of(Shape.of(1, 20, 5), new float[100]))
        .node(NodeBuilder.of("Twice").domain("mine").inputs("x", "m").outputs("t"))
        .node(NodeBuilder.of("LSTM").intValue("hidden_size", 5).inputs("t", "w", "r").outputs("y", "last"))
        .output("y", DataType.FLOAT, "3, 1, 2, 5").output("last", DataType.FLOAT, "1, 2, 5");
    Path file = Models.write(folder.resolve("m.onnx"),
        new ModelBuilder(graph.build(), 17).opset("mine", 1).function(function).build());
    try (Model model = Models.open(file)) {
      assertEquals(List.of(cost("t", 2 * 6 * 16, 64, 3, 2, 4), cost("y", 6 * 20 * (4 + 5), 720, 3, 1, 2, 5),
          cost("last", 0, 0, 1, 2, 5)), costs(model, Map.of()));
    }
  }

  @Test
  void saysWhatItCannotTell() throws Exception {
    GraphBuilder graph = new GraphBuilder("g").input("x", DataType.FLOAT, "n, 4")
        .node(NodeBuilder.of("Strange").domain("example").inputs("x").outputs("s"))
        .node(NodeBuilder.of("Relu").inputs("s").outputs("y")).output("y", DataType.FLOAT, "?, ?");
    Path file = Models.write(folder.resolve("m.onnx"),
        new ModelBuilder(graph.build(), 17).opset("example", 1).build());
    try (Model model = Models.open(file)) {
      List<LayerCost> costs = costs(model, Map.of());
      assertEquals(new LayerCost("s", Optional.empty(), OptionalLong.empty(), 0, OptionalLong.empty()), costs.get(0));
      assertEquals(OptionalLong.of(0), costs.get(1).multiplyAdds());
    }
  }

  /** Howard et al., "MobileNets", arXiv:1704.04861, table 6: 0.25 MobileNet-224 has 41 million multiply-adds. */
  @Test
  @Tag("shared-data")
  void agreesWithThePaperOnMobileNet() throws Exception {
    Path file = SharedModelsTest.shared().resolve("image/mobilenet_v1_0.25_224.onnx");
    assumeTrue(Files.isRegularFile(file), "needs mobilenet_v1_0.25_224.onnx of the shared data");
    try (Model model = Models.open(file)) {
      long sum = costs(model, Map.of()).stream().mapToLong(c -> c.multiplyAdds().orElseThrow()).sum();
      assertEquals(41, Math.round(sum / 1e6));
      long parameters = costs(model, Map.of()).stream().mapToLong(LayerCost::parameterBytes).sum();
      assertTrue(parameters >= 4 * model.description().parameters(), "all weights are found: " + parameters);
    }
  }
}
