/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.Model;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientRequest;
import org.loupe.graph.DataType;
import org.loupe.graph.Graph;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Gradients that are cancelled, and very many of them. */
class GradientRunsTest {
  @TempDir
  Path folder;

  private static Differentiable facet(Model model) {
    return model.facet(Differentiable.class).orElseThrow();
  }

  private static ArrayTensor row(float... values) {
    return ArrayTensor.of(Shape.of(1, values.length), values);
  }

  private Path counting() throws Exception {
    Graph body = new GraphBuilder("body").input("i", DataType.INT64, "").input("go", DataType.BOOL, "")
        .input("sum", DataType.FLOAT, "1").initializer("one", ArrayTensor.of(Shape.of(1), 1f))
        .node(NodeBuilder.of("Identity").inputs("go").outputs("go_on"))
        .node(NodeBuilder.of("Add").inputs("sum", "one").outputs("next"))
        .output("go_on", DataType.BOOL, "").output("next", DataType.FLOAT, "1").build();
    return Models.write(folder.resolve("loop.onnx"), new GraphBuilder("loop").input("times", DataType.INT64, "2")
        .input("x", DataType.FLOAT, "n, 3").initializer("zero", ArrayTensor.of(Shape.of(1), 0f))
        .initializer("first", ArrayTensor.of(Shape.of(), 0L))
        .node(NodeBuilder.of("Gather").inputs("times", "first").outputs("count"))
        .node(NodeBuilder.of("Loop").inputs("count", "", "zero").outputs("total").graph("body", body))
        .node(NodeBuilder.of("Mul").inputs("x", "total").outputs("y")).output("y", DataType.FLOAT, "n, 3"));
  }

  private static GradientRequest counted(long times) {
    return new GradientRequest(Map.of("x", row(1, 2, 3), "times", ArrayTensor.of(Shape.of(2), times, 0L)),
        Map.of("y", row(1, 0, 2)), List.of("x"), "plain", List.of());
  }

  /** The loop has no end; its count does not show in the extents, so that the probe is not run again. */
  @Test
  @Timeout(120)
  void endsARunThatWouldTakeForever() throws Exception {
    try (Model model = Models.open(counting())) {
      assertArrayEquals(new float[] {5, 0, 10},
          facet(model).gradient(counted(5), Progress.NONE).gradient("x").toFloats());
      assertThrows(CancellationException.class,
          () -> facet(model).gradient(counted(Long.MAX_VALUE), new CancelledWhileRunning()));
    }
  }

  @Test
  @Timeout(120)
  void endsAProbeThatNobodyWaitsFor() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    Progress impatient = new Progress() {
      @Override
      public void begin(String task, long units) {
      }

      @Override
      public void worked(long units) {
      }

      @Override
      public boolean cancelled() {
        return looks.incrementAndGet() > 3;
      }
    };
    try (Model model = Models.open(counting())) {
      assertThrows(CancellationException.class, () -> facet(model).gradient(counted(Long.MAX_VALUE), impatient));
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals("loupe-onnx-probe")) {
          thread.join();
        }
      }
      assertArrayEquals(new float[] {7, 0, 14},
          facet(model).gradient(counted(7), Progress.NONE).gradient("x").toFloats());
    }
  }

  /** Each run returns half a megabyte; kept, they would take half a gigabyte of native memory. */
  @Test
  void keepsNoMemoryOfRuns() throws Exception {
    int width = 64 << 10;
    Path file = Models.write(folder.resolve("wide.onnx"), new GraphBuilder("wide")
        .input("x", DataType.FLOAT, "n, " + width).node(NodeBuilder.of("Tanh").inputs("x").outputs("t"))
        .node(NodeBuilder.of("Mul").inputs("t", "t").outputs("y")).output("y", DataType.FLOAT, "n, " + width));
    try (Model model = Models.open(file)) {
      Tensor cotangent = ArrayTensor.of(Shape.of(1, width), Networks.ones(width));
      GradientRequest request = new GradientRequest(
          Map.of("x", ArrayTensor.of(Shape.of(1, width), new float[width])), Map.of("y", cotangent), List.of("x"),
          "plain", List.of("y"));
      repeat(model, request, 200);
      long before = NativeMemory.bytes();
      repeat(model, request, 1000);
      long grown = NativeMemory.bytes() - before;
      assertTrue(grown < 100L << 20, () -> "native memory grew by " + (grown >> 20) + " MiB");
    }
  }

  private static void repeat(Model model, GradientRequest request, int times) throws LoupeException {
    for (int i = 0; i < times; i++) {
      assertEquals(0, facet(model).gradient(request, Progress.NONE).gradient("x").get(i));
    }
  }

  @Test
  void doesNotBeginWhatIsCancelled() throws Exception {
    CancelledWhileRunning cancelled = new CancelledWhileRunning();
    cancelled.cancel();
    try (Model model = Models.open(Models.write(folder.resolve("dense.onnx"), Networks.dense()))) {
      GradientRequest request = new GradientRequest(Map.of("x", row(1, 2, 3)), Map.of("y", row(1, 0)), List.of("x"),
          "plain", List.of());
      assertThrows(CancellationException.class, () -> facet(model).gradient(request, cancelled));
      assertArrayEquals(new float[] {15, 15, 15},
          facet(model).gradient(request, Progress.NONE).gradient("x").toFloats());
    }
  }
}
