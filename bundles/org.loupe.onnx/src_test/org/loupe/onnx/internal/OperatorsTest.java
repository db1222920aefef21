/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.Model;
import org.loupe.api.model.ValueKind;
import org.loupe.graph.Attribute;
import org.loupe.graph.DataType;
import org.loupe.graph.Graph;
import org.loupe.graph.GraphFunction;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Models of each kind of graph, with answers worked out by hand. */
class OperatorsTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25})
  void runsEveryOperatorSet(long opset) throws Exception {
    Graph graph = new GraphBuilder("dense")
        .input("x", DataType.FLOAT, "batch, 2")
        .initializer("w", ArrayTensor.of(Shape.of(2, 2), 1f, 2f, 3f, -4f))
        .initializer("b", ArrayTensor.of(Shape.of(2), 0.5f, 0.25f))
        .node(NodeBuilder.of("Gemm").inputs("x", "w", "b").outputs("dense"))
        .node(NodeBuilder.of("Relu").inputs("dense").outputs("active"))
        .node(NodeBuilder.of("Softmax").inputs("active").outputs("p").intValue("axis", 1))
        .output("p", DataType.FLOAT, "batch, 2").build();
    Path file = Models.write(folder.resolve("dense.onnx"), graph, opset);
    ForwardResult result =
        Models.run(file, Map.of("x", ArrayTensor.of(Shape.of(1, 2), 1f, 1f)), "p", "active", "dense");
    assertEquals(List.of("p", "active", "dense"), List.copyOf(result.values().keySet()));
    assertArrayEquals(new double[] {4.5, -1.75}, result.value("dense").toDoubles());
    assertArrayEquals(new double[] {4.5, 0}, result.value("active").toDoubles());
    double e = Math.exp(4.5);
    assertArrayEquals(new double[] {e / (e + 1), 1 / (e + 1)}, result.value("p").toDoubles(), 1e-6);
  }

  @Test
  void runsBranchesAndSaysThatTheirValuesCannotBeReturned() throws Exception {
    Path file = Models.write(folder.resolve("if.onnx"), new GraphBuilder("if")
        .input("x", DataType.FLOAT, "n").input("flag", DataType.BOOL, "")
        .node(NodeBuilder.of("Relu").inputs("x").outputs("r"))
        .node(NodeBuilder.of("If").name("choice").inputs("flag").outputs("y")
            .graph("then_branch", branch("Neg", "negated")).graph("else_branch", branch("Abs", "absolute")))
        .output("y", DataType.FLOAT, "n"));
    try (Model model = Models.open(file)) {
      Tensor x = ArrayTensor.of(Shape.of(2), -2f, 3f);
      Tensor yes = ArrayTensor.convert(ElementType.BOOL, Shape.of(), 1);
      Tensor no = ArrayTensor.convert(ElementType.BOOL, Shape.of(), 0);
      Tensor negated = Models.forward(model, Map.of("x", x, "flag", yes), "y").value("y");
      assertArrayEquals(new float[] {-0f, -3}, negated.toFloats());
      Tensor absolute = Models.forward(model, Map.of("x", x, "flag", no), "y").value("y");
      assertArrayEquals(new float[] {0, 3}, absolute.toFloats());
      String inner = Models.refused(Kind.USAGE, () -> Models.forward(model, Map.of("x", x, "flag", no), "negated"));
      assertTrue(inner.contains("negated") && inner.contains("If 'choice'"), inner);
      assertEquals(List.of("r", "y"), model.description().layers().stream().map(l -> l.id()).toList());
    }
  }

  private static Graph branch(String operator, String value) {
    return new GraphBuilder(value).node(NodeBuilder.of(operator).inputs("r").outputs(value))
        .output(value, DataType.FLOAT, "n").build();
  }

  @Test
  void runsLoops() throws Exception {
    Graph body = new GraphBuilder("body").input("i", DataType.INT64, "").input("go", DataType.BOOL, "")
        .input("sum", DataType.FLOAT, "1")
        .node(NodeBuilder.of("Add").inputs("sum", "x").outputs("next"))
        .node(NodeBuilder.of("Identity").inputs("go").outputs("go_on"))
        .node(NodeBuilder.of("Identity").inputs("next").outputs("seen"))
        .output("go_on", DataType.BOOL, "").output("next", DataType.FLOAT, "1").output("seen", DataType.FLOAT, "1")
        .build();
    Path file = Models.write(folder.resolve("loop.onnx"), new GraphBuilder("loop")
        .input("x", DataType.FLOAT, "1").input("times", DataType.INT64, "")
        .initializer("zero", ArrayTensor.of(Shape.of(1), 0f))
        .node(NodeBuilder.of("Loop").inputs("times", "", "zero").outputs("total", "steps").graph("body", body))
        .output("total", DataType.FLOAT, "1").output("steps", DataType.FLOAT, "k, 1"));
    ForwardResult result = Models.run(file,
        Map.of("x", ArrayTensor.of(Shape.of(1), 2.5f), "times", ArrayTensor.of(Shape.of(), 3L)));
    assertArrayEquals(new float[] {7.5f}, result.value("total").toFloats());
    assertArrayEquals(new float[] {2.5f, 5, 7.5f}, result.value("steps").toFloats());
    assertEquals(Shape.of(3, 1), result.value("steps").shape());
  }

  @Test
  void runsFunctionsOfTheModel() throws Exception {
    GraphFunction twice = new GraphFunction("my.domain", "Twice", "", List.of("a"), List.of("b"), List.of(), Map.of(),
        Map.of("", 17L), List.of(NodeBuilder.of("Add").inputs("a", "a").outputs("b").build(0)));
    Graph graph = new GraphBuilder("g").input("x", DataType.FLOAT, "n")
        .node(NodeBuilder.of("Twice").domain("my.domain").inputs("x").outputs("t"))
        .node(NodeBuilder.of("Neg").inputs("t").outputs("y")).output("y", DataType.FLOAT, "n").build();
    Path file = Models.write(folder.resolve("function.onnx"),
        new ModelBuilder(graph, 17).opset("my.domain", 1).function(twice).build());
    try (Model model = Models.open(file)) {
      assertEquals(List.of(), model.description().warnings());
      assertEquals("my.domain.Twice", model.description().properties().get("Functions"));
      ForwardResult result = Models.forward(model, Map.of("x", ArrayTensor.of(Shape.of(1), 3f)), "t", "y");
      assertArrayEquals(new float[] {6}, result.value("t").toFloats());
      assertArrayEquals(new float[] {-6}, result.value("y").toFloats());
    }
  }

  @Test
  void turnsMapsOfScoresIntoRowsWithLabels() throws Exception {
    ValueType maps = new ValueType.SequenceType(new ValueType.MapType(DataType.STRING, tensor()));
    Graph graph = new GraphBuilder("zip").input("scores", DataType.FLOAT, "n, 3")
        .node(NodeBuilder.of("Identity").inputs("scores").outputs("same"))
        .node(NodeBuilder.of("ZipMap").domain("ai.onnx.ml").inputs("same").outputs("z")
            .strings("classlabels_strings", "wolf", "fox", "dog"))
        .output(new ValueInfo("z", maps)).build();
    Path file = Models.write(folder.resolve("zip.onnx"), new ModelBuilder(graph, 17).opset("ai.onnx.ml", 1).build());
    try (Model model = Models.open(file)) {
      assertEquals(ValueKind.SEQUENCE, model.description().output("z").orElseThrow().value().kind());
      assertEquals(List.of(Dimension.open(""), Dimension.of(3)),
          model.description().output("z").orElseThrow().value().dims().orElseThrow());
      ForwardResult result =
          Models.forward(model, Map.of("scores", ArrayTensor.of(Shape.of(2, 3), .1f, .2f, .7f, .5f, .4f, .1f)));
      assertEquals(Shape.of(2, 3), result.value("z").shape());
      assertArrayEquals(new float[] {.1f, .2f, .7f, .5f, .4f, .1f}, result.value("z").toFloats());
      assertEquals(List.of("wolf", "fox", "dog"), result.labels().get("z"));
    }
  }

  @Test
  void keepsTheOrderOfNumberedClasses() throws Exception {
    ValueType maps = new ValueType.SequenceType(new ValueType.MapType(DataType.INT64, tensor()));
    Graph graph = new GraphBuilder("zip").input("scores", DataType.FLOAT, "n, 3")
        .node(NodeBuilder.of("ZipMap").domain("ai.onnx.ml").inputs("scores").outputs("z")
            .ints("classlabels_int64s", 10, 9, -1))
        .output(new ValueInfo("z", maps)).build();
    Path file = Models.write(folder.resolve("zip.onnx"), new ModelBuilder(graph, 17).opset("ai.onnx.ml", 1).build());
    ForwardResult result = Models.run(file, Map.of("scores", ArrayTensor.of(Shape.of(1, 3), .1f, .2f, .7f)));
    assertArrayEquals(new float[] {.1f, .2f, .7f}, result.value("z").toFloats());
    assertEquals(List.of("10", "9", "-1"), result.labels().get("z"));
  }

  @Test
  void stacksSequencesOfOneShape() throws Exception {
    ValueType tensors = new ValueType.SequenceType(tensor());
    Path file = Models.write(folder.resolve("split.onnx"), new GraphBuilder("split").input("x", DataType.FLOAT, "n, 2")
        .input("parts", DataType.INT64, "k")
        .node(NodeBuilder.of("SplitToSequence").inputs("x", "parts").outputs("s")).output(new ValueInfo("s", tensors))
        .node(NodeBuilder.of("ConcatFromSequence").inputs("s").outputs("back").intValue("axis", 0))
        .output("back", DataType.FLOAT, "n, 2"));
    Tensor x = ArrayTensor.of(Shape.of(4, 2), 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f);
    try (Model model = Models.open(file)) {
      Tensor even = Models.forward(model, Map.of("x", x, "parts", ArrayTensor.of(Shape.of(2), 2L, 2L)), "s").value("s");
      assertEquals(Shape.of(2, 2, 2), even.shape());
      assertArrayEquals(x.toFloats(), even.toFloats());
      Map<String, Tensor> uneven = Map.of("x", x, "parts", ArrayTensor.of(Shape.of(2), 1L, 3L));
      String ragged = Models.refused(Kind.NOT_APPLICABLE, () -> Models.forward(model, uneven, "s"));
      assertTrue(ragged.contains("'s'") && ragged.contains("different shapes"), ragged);
      assertArrayEquals(x.toFloats(), Models.forward(model, uneven, "back").value("back").toFloats());
    }
  }

  @Test
  void leavesOutOptionalValues() throws Exception {
    ValueType optional = new ValueType.OptionalType(tensor());
    Graph some = new GraphBuilder("some").node(NodeBuilder.of("Optional").inputs("x").outputs("o1"))
        .output(new ValueInfo("o1", optional)).build();
    Graph none = new GraphBuilder("none").node(NodeBuilder.of("Optional").outputs("o2")
        .attribute("type", new Attribute.TypeValue(tensor()))).output(new ValueInfo("o2", optional)).build();
    Path file = Models.write(folder.resolve("optional.onnx"), new GraphBuilder("optional")
        .input("x", DataType.FLOAT, "n")
        .input("flag", DataType.BOOL, "")
        .node(NodeBuilder.of("If").inputs("flag").outputs("o").graph("then_branch", some).graph("else_branch", none))
        .node(NodeBuilder.of("Neg").inputs("x").outputs("y"))
        .output(new ValueInfo("o", optional)).output("y", DataType.FLOAT, "n"));
    try (Model model = Models.open(file)) {
      for (int flag = 0; flag < 2; flag++) {
        Map<String, Tensor> inputs = Map.of("x", ArrayTensor.of(Shape.of(1), 3f), "flag",
            ArrayTensor.convert(ElementType.BOOL, Shape.of(), flag));
        assertEquals(List.of("y"), List.copyOf(Models.forward(model, inputs).values().keySet()));
        assertTrue(Models.refused(Kind.NOT_APPLICABLE, () -> Models.forward(model, inputs, "o")).contains("optional"));
      }
    }
  }

  /** The type of an inner value may be nowhere declared; the runtime ends the process if it is an absent optional. */
  @Test
  void refusesInnerOptionalValues() throws Exception {
    Path file = Models.write(folder.resolve("inner.onnx"), new GraphBuilder("inner").input("x", DataType.FLOAT, "n")
        .node(NodeBuilder.of("Optional").outputs("o").attribute("type", new Attribute.TypeValue(tensor())))
        .node(NodeBuilder.of("Optional").inputs("x").outputs("p"))
        .node(NodeBuilder.of("OptionalGetElement").inputs("p").outputs("y")).output("y", DataType.FLOAT, "n"));
    try (Model model = Models.open(file)) {
      Map<String, Tensor> inputs = Map.of("x", ArrayTensor.of(Shape.of(1), 3f));
      assertArrayEquals(new float[] {3}, Models.forward(model, inputs, "y").value("y").toFloats());
      Models.refused(Kind.NOT_APPLICABLE, () -> Models.forward(model, inputs, "y", "p"));
    }
  }

  private static ValueType tensor() {
    return new ValueType.TensorType(DataType.FLOAT, Optional.empty());
  }
}
