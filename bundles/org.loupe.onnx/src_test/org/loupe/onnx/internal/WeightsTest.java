/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.Model;
import org.loupe.api.model.facet.WeightInfo;
import org.loupe.api.model.facet.Weights;
import org.loupe.graph.DataType;
import org.loupe.graph.Graph;
import org.loupe.graph.GraphFunction;
import org.loupe.graph.Initializer;
import org.loupe.graph.TensorStorage;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Weights of layers: which there are, what they are called, and their numbers. */
class WeightsTest {
  @TempDir
  Path folder;

  private static GraphBuilder graph() {
    return new GraphBuilder("weights").input("x", DataType.FLOAT, "n, 2, 4, 4");
  }

  private Model open(GraphBuilder graph) throws Exception {
    return Models.open(Models.write(folder.resolve("m.onnx"), graph));
  }

  private static Weights weights(Model model) {
    return model.facet(Weights.class).orElseThrow();
  }

  private static List<String> lines(List<WeightInfo> weights) {
    return weights.stream().map(w -> w.role() + " " + w.name() + " " + w.type() + " " + w.dims()).toList();
  }

  private static Tensor read(Model model, String name) throws LoupeException {
    return weights(model).read(name, Progress.NONE);
  }

  private static float[] counted(int n) {
    float[] out = new float[n];
    for (int i = 0; i < n; i++) {
      out[i] = i + 0.5f;
    }
    return out;
  }

  @Test
  void namesWhatTheSpecificationNames() throws Exception {
    try (Model model = open(graph().initializer("k", ArrayTensor.of(Shape.of(3, 2, 3, 3), counted(54)))
        .initializer("b", ArrayTensor.of(Shape.of(3), 1f, 2f, 3f))
        .initializer("v", ArrayTensor.of(Shape.of(3), 4f, 5f, 6f))
        .initializer("to", ArrayTensor.of(Shape.of(2), 0L, -1L))
        .initializer("half", ArrayTensor.of(Shape.of(), 0.5f))
        .node(NodeBuilder.of("Conv").name("first").inputs("x", "k", "b").outputs("conv"))
        .node(NodeBuilder.of("BatchNormalization").inputs("conv", "v", "b", "b", "v").outputs("norm"))
        .node(NodeBuilder.of("Mul").inputs("norm", "half").outputs("scaled"))
        .node(NodeBuilder.of("Reshape").inputs("scaled", "to").outputs("y"))
        .output("y", DataType.FLOAT, "n, ?"))) {
      Weights weights = weights(model);
      assertEquals(List.of("W k FLOAT32 [3, 2, 3, 3]", "B b FLOAT32 [3]"), lines(weights.weights("conv")));
      assertEquals(weights.weights("conv"), weights.weights("first"), "by the node's name too");
      assertEquals(54 * 4, weights.weights("conv").get(0).bytes());
      assertEquals(List.of("scale v FLOAT32 [3]", "B b FLOAT32 [3]", "input_mean b FLOAT32 [3]",
          "input_var v FLOAT32 [3]"), lines(weights.weights("norm")));
      assertEquals(List.of(), weights.weights("scaled"), "a single number is none");
      assertEquals(List.of(), weights.weights("y"), "a shape is none");
      assertArrayEquals(counted(54), read(model, "k").toFloats());
      String line = Models.refused(LoupeException.Kind.USAGE, () -> weights.read("nothing", Progress.NONE));
      assertTrue(line.contains("'nothing'"), line);
      assertTrue(Models.refused(LoupeException.Kind.USAGE, () -> weights.weights("con")).contains("conv"));
    }
  }

  @Test
  void followsAliasesAndWhatIsComputedFromConstants() throws Exception {
    try (Model model = open(graph().initializer("q", ArrayTensor.convert(ElementType.INT8, Shape.of(2, 3), 1, -2, 3,
        4, -5, 6)).initializer("s", ArrayTensor.of(Shape.of(), 0.5f))
        .initializer("to", ArrayTensor.of(Shape.of(2), 4L, 1L))
        .node(NodeBuilder.of("Constant").outputs("c").tensor("value", ArrayTensor.of(Shape.of(4), 1f, 2f, 3f, 4f)))
        .node(NodeBuilder.of("Identity").inputs("c").outputs("alias"))
        .node(NodeBuilder.of("Reshape").inputs("alias", "to").outputs("column"))
        .node(NodeBuilder.of("DequantizeLinear").inputs("q", "s").outputs("dense"))
        .node(NodeBuilder.of("Transpose").inputs("dense").outputs("turned"))
        .node(NodeBuilder.of("Add").inputs("x", "alias").outputs("sum"))
        .node(NodeBuilder.of("MatMul").inputs("x", "column").outputs("product"))
        .node(NodeBuilder.of("Slice").inputs("x", "zero", "two", "two").outputs("part"))
        .initializer("zero", ArrayTensor.of(Shape.of(1), 0L)).initializer("two", ArrayTensor.of(Shape.of(1), 3L))
        .node(NodeBuilder.of("MatMul").inputs("turned", "w").outputs("constant"))
        .initializer("w", ArrayTensor.of(Shape.of(2, 4), counted(8)))
        .node(NodeBuilder.of("MatMul").inputs("constant", "part").outputs("y"))
        .output("y", DataType.FLOAT, "?, ?, ?, ?").output("sum", DataType.FLOAT, "?, ?, ?, ?")
        .output("product", DataType.FLOAT, "?, ?, ?, ?"))) {
      assertEquals(List.of("B c FLOAT32 [4]"), lines(weights(model).weights("sum")));
      assertEquals(List.of("B column FLOAT32 [4, 1]"), lines(weights(model).weights("product")));
      assertEquals(List.of("A constant FLOAT32 [3, 4]"), lines(weights(model).weights("y")));
      assertEquals(6 + 4 + 8 * 4, weights(model).weights("y").get(0).bytes(), "as many bytes as the file keeps");
      assertArrayEquals(new float[] {1, 2, 3, 4}, read(model, "column").toFloats());
      assertEquals(Shape.of(4, 1), read(model, "column").shape());
      float[] expected = new float[12];
      double[][] q = {{0.5, -1, 1.5}, {2, -2.5, 3}};
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 4; j++) {
          expected[i * 4 + j] = (float) (q[0][i] * (j + 0.5) + q[1][i] * (j + 4.5));
        }
      }
      assertArrayEquals(expected, read(model, "constant").toFloats(), 1e-6f);
    }
  }

  @Test
  void unpacksFewBitsAndSpreadsSparseOnes() throws Exception {
    Path packed = Files.write(folder.resolve("packed"), new byte[] {(byte) 0x8f, 0x07, (byte) 0xe4});
    Initializer four =
        new Initializer("four", DataType.INT4, Shape.of(3, 1), new TensorStorage.FileSlice(packed, 0, 2));
    Initializer two = new Initializer("two", DataType.UINT2, Shape.of(4), new TensorStorage.FileSlice(packed, 2, 1));
    Initializer sparse = new Initializer("sparse", DataType.FLOAT, Shape.of(2, 3),
        new TensorStorage.Sparse(Initializer.of("", ArrayTensor.of(Shape.of(2), 5f, 7f)),
            Initializer.of("", ArrayTensor.of(Shape.of(2), 1L, 5L))));
    try (Model model = open(new GraphBuilder("small").input("i", DataType.INT64, "n").initializer(four)
        .initializer(two).initializer(sparse)
        .node(NodeBuilder.of("Gather").inputs("four", "i").outputs("a"))
        .node(NodeBuilder.of("Gather").inputs("two", "i").outputs("b"))
        .node(NodeBuilder.of("Gather").inputs("sparse", "i").outputs("c"))
        .output("a", DataType.INT4, "n, 1").output("b", DataType.UINT2, "n").output("c", DataType.FLOAT, "n, 3"))) {
      assertEquals(List.of("data four INT8 [3, 1]"), lines(weights(model).weights("a")));
      assertArrayEquals(new float[] {-1, -8, 7}, read(model, "four").toFloats());
      assertEquals(List.of("data two UINT8 [4]"), lines(weights(model).weights("b")));
      assertArrayEquals(new float[] {0, 1, 2, 3}, read(model, "two").toFloats());
      assertArrayEquals(new float[] {0, 5, 0, 0, 0, 7}, read(model, "sparse").toFloats());
    }
  }

  @Test
  void findsThoseInBodiesAndCallsThemAsFunctionsDo() throws Exception {
    Graph then = new GraphBuilder("then").initializer("inside", ArrayTensor.of(Shape.of(4), counted(4)))
        .node(NodeBuilder.of("Add").inputs("x", "inside").outputs("t")).output("t", DataType.FLOAT, "n, 2, 4, 4")
        .build();
    Graph otherwise = new GraphBuilder("else").node(NodeBuilder.of("Mul").inputs("x", "outside").outputs("e"))
        .output("e", DataType.FLOAT, "n, 2, 4, 4").build();
    GraphFunction function = new GraphFunction("mine", "Scale", "", List.of("data", "factor"), List.of("r"), List.of(),
        Map.of(), Map.of("", 17L),
        List.of(NodeBuilder.of("Mul").inputs("data", "factor").outputs("r").build(0)));
    Graph graph = graph().input("flag", DataType.BOOL, "")
        .initializer("outside", ArrayTensor.of(Shape.of(4), counted(4)))
        .node(NodeBuilder.of("If").inputs("flag").outputs("chosen").graph("then_branch", then)
            .graph("else_branch", otherwise))
        .node(NodeBuilder.of("Scale").domain("mine").inputs("chosen", "outside").outputs("y"))
        .output("y", DataType.FLOAT, "n, 2, 4, 4").build();
    Path file = Models.write(folder.resolve("m.onnx"),
        new ModelBuilder(graph, 17).opset("mine", 1).function(function).build());
    try (Model model = Models.open(file)) {
      assertEquals(List.of("B inside FLOAT32 [4]", "B outside FLOAT32 [4]"), lines(weights(model).weights("chosen")));
      assertEquals(List.of("factor outside FLOAT32 [4]"), lines(weights(model).weights("y")));
      assertArrayEquals(counted(4), read(model, "inside").toFloats());
    }
  }

  @Test
  void readsThemFromFilesBeside() throws Exception {
    ByteBuffer numbers = ByteBuffer.allocate(16 + 3).order(ByteOrder.LITTLE_ENDIAN);
    numbers.position(3);
    numbers.putFloat(1).putFloat(2).putFloat(3).putFloat(4);
    Files.write(folder.resolve("w.bin"), numbers.array());
    Path file = Files.write(folder.resolve("m.onnx"), ExternalModel.bytes("w.bin", 3, 16));
    try (Model model = Models.open(file)) {
      assertEquals(List.of("B w FLOAT32 [2, 2]"), lines(weights(model).weights("product")));
      assertArrayEquals(new float[] {1, 2, 3, 4}, read(model, "w").toFloats());
    }
  }

  @Test
  void leavesWhatIsTooLargeToComputeAndNoticesAFileThatWasWrittenAgain() throws Exception {
    Path file = Models.write(folder.resolve("m.onnx"), graph()
        .initializer("one", ArrayTensor.of(Shape.of(1), 1f))
        .initializer("to", ArrayTensor.of(Shape.of(4), 5000L, 5000L, 4L, 4L))
        .node(NodeBuilder.of("Expand").inputs("one", "to").outputs("huge"))
        .node(NodeBuilder.of("Add").inputs("x", "huge").outputs("y")).output("y", DataType.FLOAT, "?, ?, ?, ?"));
    try (Model model = Models.open(file)) {
      assertEquals(List.of("B huge FLOAT32 [5000, 5000, 4, 4]"), lines(weights(model).weights("y")));
      String line = Models.refused(LoupeException.Kind.NOT_APPLICABLE,
          () -> weights(model).read("huge", Progress.NONE));
      assertTrue(line.contains("[5000, 5000, 4, 4]"), line);
      assertInstanceOf(ArrayTensor.class, read(model, "one"));
      Files.setLastModifiedTime(file, FileTime.fromMillis(1));
      line = Models.refused(LoupeException.Kind.BAD_INPUT, () -> weights(model).read("one", Progress.NONE));
      assertTrue(line.contains("open it again"), line);
    }
  }
}
