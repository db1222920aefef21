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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelSource;
import org.loupe.graph.DataType;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.onnx.internal.large.MemoryLimits;

/** Values that go to files, with limits so low that small ones are large. */
class LargeValuesTest {
  private static final long MOST = 1 << 20;

  @TempDir
  Path folder;

  /** From {@code x} [n, 1, 1, 4] the {@code large} [n, 3, 20, 4 * 10], its negative, and sums of it. */
  private static GraphBuilder tiled() {
    return new GraphBuilder("tiled").input("x", DataType.FLOAT, "n, 1, 1, 4")
        .initializer("repeats", ArrayTensor.of(Shape.of(4), 1L, 3L, 20L, 10L))
        .initializer("w", ArrayTensor.of(Shape.of(3, 1, 1), 1f, 10f, 100f))
        .node(NodeBuilder.of("Tile").inputs("x", "repeats").outputs("tiles"))
        .node(NodeBuilder.of("Mul").inputs("tiles", "w").outputs("large"))
        .node(NodeBuilder.of("Neg").inputs("large").outputs("turned"))
        .node(NodeBuilder.of("ReduceMean").ints("axes", 2, 3).intValue("keepdims", 0).inputs("large").outputs("y"))
        .output("y", DataType.FLOAT, "n, 3");
  }

  private Model open(GraphBuilder graph, long opset, MemoryLimits limits) throws Exception {
    Path file = Models.write(folder.resolve("m.onnx"), graph.build(), opset);
    return new OnnxModelLoader(limits).load(new ModelSource(file), LoadOptions.DEFAULT, Progress.NONE);
  }

  private static Map<String, Tensor> input(int items) {
    float[] x = new float[4 * items];
    for (int i = 0; i < x.length; i++) {
      x[i] = i + 1;
    }
    return Map.of("x", ArrayTensor.of(Shape.of(items, 1, 1, 4), x));
  }

  private static float[] expected(int items) {
    float[] all = new float[items * 3 * 20 * 40];
    for (int i = 0; i < all.length; i++) {
      int item = i / 2400;
      all[i] = (item * 4 + i % 4 + 1) * (float) Math.pow(10, i / 800 % 3);
    }
    return all;
  }

  /** In one piece; in slices of channels, of rows, and of parts of rows. */
  @ParameterizedTest
  @CsvSource({"100000,17", "4000,17", "170,17", "100,17", "4000,9", "170,8"})
  void comeAsFiles(int mapped, int opset) throws Exception {
    try (Model model = open(tiled(), opset, new MemoryLimits(1000, mapped, MOST))) {
      ForwardResult result = Models.forward(model, input(2), "y", "large", "turned");
      assertInstanceOf(ArrayTensor.class, result.value("y"));
      FileTensor large = assertInstanceOf(FileTensor.class, result.value("large"));
      assertEquals(Shape.of(2, 3, 20, 40), large.shape());
      assertArrayEquals(expected(2), large.toFloats());
      assertEquals(-expected(2)[2399], result.value("turned").item(0).get(2399));
      assertArrayEquals(new float[] {2.5f, 25, 250, 6.5f, 65, 650}, result.value("y").toFloats(), 1e-3f);
      // Again, for the session is kept, and with others beside.
      assertArrayEquals(expected(2), Models.forward(model, input(2), "large").value("large").toFloats());
    }
  }

  /** The number of the rows that are kept depends on the values, so no file can tell it. */
  @ParameterizedTest
  @ValueSource(ints = {100_000, 300})
  void comeAsFilesAlsoWhereNobodyKnewBefore(int mapped) throws Exception {
    GraphBuilder graph = new GraphBuilder("found").input("x", DataType.FLOAT, "n")
        .node(NodeBuilder.of("NonZero").inputs("x").outputs("at"))
        .node(NodeBuilder.of("Cast").intValue("to", DataType.FLOAT.code()).inputs("at").outputs("y"))
        .output("y", DataType.FLOAT, "?, ?");
    try (Model model = open(graph, 17, new MemoryLimits(1000, mapped, MOST))) {
      float[] x = new float[600];
      for (int i = 0; i < 300; i++) {
        x[2 * i] = 1;
      }
      ForwardResult result = Models.forward(model, Map.of("x", ArrayTensor.of(Shape.of(600), x)), "y", "at");
      FileTensor y = assertInstanceOf(FileTensor.class, result.value("y"));
      assertEquals(Shape.of(1, 300), y.shape());
      assertEquals(598, y.get(299));
      assertEquals(598, assertInstanceOf(FileTensor.class, result.value("at")).get(299));
    }
  }

  @Test
  void areRefusedBeforeMemoryRunsOut() throws Exception {
    try (Model model = open(tiled(), 17, new MemoryLimits(1000, 4000, 50_000))) {
      Models.forward(model, input(5), "large");
      String line =
          Models.refused(LoupeException.Kind.NOT_APPLICABLE, () -> Models.forward(model, input(6), "large"));
      assertTrue(line.contains("'large' is FLOAT32 [6, 3, 20, 40]") && line.contains("fewer"), line);
      Models.refused(LoupeException.Kind.NOT_APPLICABLE, () -> Models.forward(model, input(5), "large", "turned"));
    }
  }

  @Test
  void areGivenUpWhenNobodyWants() throws Exception {
    try (Model model = open(tiled(), 17, new MemoryLimits(1000, 4000, MOST))) {
      assertThrows(CancellationException.class, () -> model.forward(
          new ForwardRequest(input(2), List.of("large")), new CancelledAtSecondLook()));
    }
  }

  @Test
  void ofTypesThatCannotBePlacedAreRefused() throws Exception {
    GraphBuilder graph = new GraphBuilder("wide").input("x", DataType.UINT32, "n")
        .initializer("repeats", ArrayTensor.of(Shape.of(1), 1000L))
        .node(NodeBuilder.of("Tile").inputs("x", "repeats").outputs("y")).output("y", DataType.UINT32, "?");
    try (Model model = open(graph, 17, new MemoryLimits(1000, 4000, MOST))) {
      Tensor x = ArrayTensor.convert(ElementType.UINT32, Shape.of(1), 7);
      assertTrue(Models.refused(LoupeException.Kind.NOT_APPLICABLE,
          () -> Models.forward(model, Map.of("x", x), "y")).contains("UINT32"));
    }
  }

  /** Wanted when the call begins, and no longer when the file is written. */
  private static final class CancelledAtSecondLook implements Progress {
    private final AtomicInteger looks = new AtomicInteger();

    @Override
    public void begin(String task, long units) {
    }

    @Override
    public void worked(long units) {
    }

    @Override
    public boolean cancelled() {
      return looks.incrementAndGet() > 1;
    }
  }
}
