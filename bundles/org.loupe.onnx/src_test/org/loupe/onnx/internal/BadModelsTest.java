/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelSource;
import org.loupe.graph.DataType;
import org.loupe.graph.Graph;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** What is wrong with a model or an input is said in a line, and of the right kind. */
class BadModelsTest {
  private static final Map<String, Tensor> INPUT = Map.of("x", ArrayTensor.of(Shape.of(1, 2), 1f, 2f));

  @TempDir
  Path folder;

  @Test
  void refusesWhatIsNoModel() throws Exception {
    Path text = Files.writeString(folder.resolve("text.onnx"), "not a model at all");
    assertTrue(Models.refused(Kind.BAD_INPUT, () -> Models.open(text)).contains("text.onnx"));
    Path empty = Files.createFile(folder.resolve("empty.onnx"));
    Models.refused(Kind.BAD_INPUT, () -> Models.open(empty));
    Models.refused(Kind.BAD_INPUT, () -> Models.open(folder));
    assertTrue(Models.refused(Kind.BAD_INPUT, () -> Models.open(folder.resolve("absent.onnx")))
        .contains("absent.onnx"));
    Path noise = folder.resolve("noise.onnx");
    byte[] bytes = new byte[5000];
    new java.util.Random(7).nextBytes(bytes);
    Files.write(noise, bytes);
    Models.refused(Kind.BAD_INPUT, () -> Models.open(noise));
  }

  /**
   * A cut may leave a model that is whole by itself, so the kind is not fixed, but never anything else than these two.
   */
  @Test
  void refusesEveryTruncation() throws Exception {
    byte[] whole = Files.readAllBytes(dense("whole.onnx", "Relu", ""));
    for (int length = 0; length < whole.length; length++) {
      Path cut = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, length));
      LoupeException e = assertThrows(LoupeException.class, () -> Models.run(cut, INPUT));
      assertTrue(e.kind() == Kind.BAD_INPUT || e.kind() == Kind.NOT_APPLICABLE, e.kind() + " " + e.getMessage());
      assertFalse(e.getMessage().contains("\n"));
    }
  }

  @Test
  void inspectsAndNamesUnknownOperators() throws Exception {
    Path file = dense("unknown.onnx", "Bogus", "");
    try (Model model = Models.open(file)) {
      assertEquals(List.of("dense", "y"), model.description().layers().stream().map(l -> l.id()).toList());
      String message = Models.refused(Kind.NOT_APPLICABLE, () -> Models.forward(model, INPUT));
      assertTrue(message.contains("unknown.onnx") && message.contains("Bogus"), message);
    }
    try (Model model = Models.open(dense("foreign.onnx", "Relu", "com.acme"))) {
      List<String> warnings = model.description().warnings();
      assertTrue(warnings.get(0).contains("com.acme.Relu"), warnings.toString());
      String message = Models.refused(Kind.NOT_APPLICABLE, () -> Models.forward(model, INPUT));
      assertTrue(message.contains("com.acme"), message);
    }
  }

  @Test
  void saysWhenAModelIsTooNew() throws Exception {
    Graph graph = new GraphBuilder("g").input("x", DataType.FLOAT, "n, 2")
        .node(NodeBuilder.of("Relu").inputs("x").outputs("y")).output("y", DataType.FLOAT, "n, 2").build();
    Path opset = Models.write(folder.resolve("opset.onnx"), new ModelBuilder(graph, 99).build());
    assertTrue(Models.refused(Kind.NOT_APPLICABLE, () -> Models.run(opset, INPUT))
        .contains("opset 99, and this ONNX Runtime takes up to"));
    Path ir = Models.write(folder.resolve("ir.onnx"), new ModelBuilder(graph, 17).irVersion(99).build());
    assertTrue(Models.refused(Kind.NOT_APPLICABLE, () -> Models.run(ir, INPUT))
        .contains("IR version 99, and this ONNX Runtime takes up to"));
  }

  @Test
  void saysWhereAnInputDoesNotFitInside() throws Exception {
    Path file = Models.write(folder.resolve("open.onnx"), new GraphBuilder("open").input("x", DataType.FLOAT, "n, k")
        .initializer("w", ArrayTensor.of(Shape.of(2, 1), 1f, 2f))
        .node(NodeBuilder.of("MatMul").name("product").inputs("x", "w").outputs("y"))
        .output("y", DataType.FLOAT, "n, 1"));
    String message = Models.refused(Kind.BAD_INPUT,
        () -> Models.run(file, Map.of("x", ArrayTensor.of(Shape.of(1, 3), 1f, 2f, 3f))));
    assertTrue(message.contains("MatMul 'product'"), message);
  }

  @Test
  void refusesAGraphThatMakesNoSense() throws Exception {
    Path file = Models.write(folder.resolve("dangling.onnx"), new GraphBuilder("dangling")
        .input("x", DataType.FLOAT, "n")
        .node(NodeBuilder.of("Add").inputs("x", "nowhere").outputs("y")).output("y", DataType.FLOAT, "n"));
    assertTrue(Models.refused(Kind.BAD_INPUT, () -> Models.open(file)).contains("nowhere"));
    Path types = Models.write(folder.resolve("types.onnx"), new GraphBuilder("types").input("x", DataType.FLOAT, "n")
        .input("i", DataType.INT64, "n").node(NodeBuilder.of("Add").inputs("x", "i").outputs("y"))
        .output("y", DataType.FLOAT, "n"));
    Models.refused(Kind.BAD_INPUT, () -> Models.run(types,
        Map.of("x", ArrayTensor.of(Shape.of(1), 1f), "i", ArrayTensor.of(Shape.of(1), 1L))));
  }

  @Test
  void namesLayersThatAreNotThere() throws Exception {
    try (Model model = Models.open(dense("dense.onnx", "Relu", ""))) {
      assertTrue(Models.refused(Kind.USAGE, () -> Models.forward(model, INPUT, "den")).contains("[dense]"));
      assertTrue(Models.refused(Kind.USAGE, () -> Models.forward(model, INPUT, "x")).contains("input"));
      assertTrue(Models.refused(Kind.USAGE, () -> Models.forward(model, INPUT, "second")).contains("called y"));
      Models.refused(Kind.USAGE, () -> Models.forward(model, INPUT, "w"));
    }
  }

  @Test
  void refusesDevicesThatAreNotThere() throws Exception {
    ModelSource source = new ModelSource(dense("dense.onnx", "Relu", ""));
    OnnxModelLoader loader = new OnnxModelLoader();
    Models.refused(Kind.USAGE, () -> loader.load(source, new LoadOptions("tpu", 0), Progress.NONE));
    Models.refused(Kind.USAGE, () -> loader.load(source, new LoadOptions("cuda:x", 0), Progress.NONE));
    try (Model model = loader.load(source, new LoadOptions("cpu", 3), Progress.NONE)) {
      assertEquals("cpu", model.runtime().device());
      assertEquals(3, model.runtime().threads());
      assertEquals("ONNX Runtime", model.runtime().engine());
    }
  }

  /** A session made later must not be one of another model than the first. */
  @Test
  void saysWhenTheFileHasChanged() throws Exception {
    Path file = dense("dense.onnx", "Relu", "");
    try (Model model = Models.open(file)) {
      Models.forward(model, INPUT);
      dense("dense.onnx", "LeakyRelu", "");
      assertTrue(Models.refused(Kind.BAD_INPUT, () -> Models.forward(model, INPUT, "dense")).contains("open it again"));
      assertEquals(1, Models.forward(model, INPUT).values().size());
      Files.delete(file);
      Models.refused(Kind.BAD_INPUT, () -> Models.forward(model, INPUT, "dense"));
    }
  }

  @Test
  void usesWeightsOfOtherFilesAndMissesThem() throws Exception {
    Path weights = folder.resolve("sub").resolve("w.bin");
    Files.createDirectories(weights.getParent());
    ByteBuffer bytes = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putFloat(9).putFloat(9).putFloat(1).putFloat(2).putFloat(3).putFloat(4);
    Files.write(weights, bytes.array());
    Path file = folder.resolve("external.onnx");
    Files.write(file, ExternalModel.bytes("sub/w.bin", 8, 16));
    try (Model model = Models.open(file)) {
      assertEquals(List.of(file, weights.toRealPath()), model.description().files());
      assertEquals(4, model.description().parameters());
      var result = Models.forward(model, INPUT, "product", "y");
      assertArrayEquals(new float[] {7, 10}, result.value("product").toFloats());
      assertArrayEquals(new float[] {-7, -10}, result.value("y").toFloats());
    }
    Path huge = Files.write(folder.resolve("huge.onnx"), ExternalModel.bytes("sub/w.bin", 100_000_000_000L, 16));
    Models.refused(Kind.BAD_INPUT, () -> Models.open(huge));
    Path escape =
        Files.write(folder.resolve("sub").resolve("escape.onnx"), ExternalModel.bytes("../external.onnx", 0, 16));
    assertTrue(Models.refused(Kind.BAD_INPUT, () -> Models.open(escape)).contains("../external.onnx"));
    Files.delete(weights);
    assertTrue(Models.refused(Kind.BAD_INPUT, () -> Models.open(file)).contains("sub/w.bin"));
  }

  private Path dense(String name, String operator, String domain) throws Exception {
    Graph graph = new GraphBuilder("dense").input("x", DataType.FLOAT, "batch, 2")
        .initializer("w", ArrayTensor.of(Shape.of(2, 2), 1f, 2f, 3f, -4f))
        .node(NodeBuilder.of("MatMul").name("first").inputs("x", "w").outputs("dense"))
        .node(NodeBuilder.of(operator).domain(domain).name("second").inputs("dense").outputs("y"))
        .output("y", DataType.FLOAT, "batch, 2").build();
    ModelBuilder model = new ModelBuilder(graph, 17);
    if (!domain.isEmpty()) {
      model.opset(domain, 1);
    }
    return Models.write(folder.resolve(name), model.build());
  }
}
