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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.Model;
import org.loupe.graph.DataType;
import org.loupe.graph.Graph;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Runs at the same time, cancelled ones, and very many of them. */
class RunningTest {
  private static final int LAYERS = 12;

  @TempDir
  Path folder;

  @Test
  @Timeout(120)
  void endsARunThatWouldTakeForever() throws Exception {
    try (Model model = Models.open(counting())) {
      Map<String, Tensor> forever = Map.of("times", ArrayTensor.of(Shape.of(), Long.MAX_VALUE));
      assertThrows(CancellationException.class,
          () -> model.forward(ForwardRequest.of(forever), new CancelledWhileRunning()));
      ForwardResult after = Models.forward(model, Map.of("times", ArrayTensor.of(Shape.of(), 5L)));
      assertArrayEquals(new float[] {5}, after.value("total").toFloats());
    }
  }

  @Test
  void doesNotBeginWhatIsCancelled() throws Exception {
    try (Model model = Models.open(counting())) {
      CancelledWhileRunning cancelled = new CancelledWhileRunning();
      cancelled.cancel();
      assertThrows(CancellationException.class, () -> model.forward(
          ForwardRequest.of(Map.of("times", ArrayTensor.of(Shape.of(), Long.MAX_VALUE))), cancelled));
    }
  }

  @Test
  void runsAtTheSameTimeAndClosesAfterTheLast() throws Exception {
    Model model = Models.open(chain(4));
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<?>> done = new ArrayList<>();
      for (int t = 0; t < 6; t++) {
        int thread = t;
        done.add(threads.submit(() -> {
          start.await();
          for (int i = 0; i < 40; i++) {
            // More sets of layers than sessions are kept.
            int layer = (i * 5 + thread) % LAYERS;
            float[] x = {thread, i, 1, -1};
            float[] expected = x.clone();
            for (int k = 0; k < 4; k++) {
              expected[k] += layer + 1;
            }
            ForwardResult result = Models.forward(model, Map.of("x", ArrayTensor.of(Shape.of(1, 4), x)), "h" + layer);
            assertArrayEquals(expected, result.value("h" + layer).toFloats());
          }
          return null;
        }));
      }
      start.countDown();
      for (Future<?> f : done) {
        f.get(120, TimeUnit.SECONDS);
      }
      CountDownLatch running = new CountDownLatch(1);
      Future<ForwardResult> last = threads.submit(() -> {
        running.countDown();
        return Models.forward(model, Map.of("x", ArrayTensor.of(Shape.of(1, 4), 0f, 0f, 0f, 0f)), "h0", "h1", "h2");
      });
      running.await();
      model.close();
      try {
        assertEquals(3, last.get(60, TimeUnit.SECONDS).values().size());
      } catch (java.util.concurrent.ExecutionException e) {
        assertTrue(e.getCause() instanceof IllegalStateException, String.valueOf(e.getCause()));
      }
      assertThrows(IllegalStateException.class, () -> Models.forward(model, Map.of()));
      model.close();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void givesTensorsThatOutliveTheModel() throws Exception {
    ForwardResult result = Models.run(chain(4), Map.of("x", ArrayTensor.of(Shape.of(1, 4), 1f, 2f, 3f, 4f)), "h0");
    assertArrayEquals(new float[] {2, 3, 4, 5}, result.value("h0").toFloats());
  }

  /** Each run returns half a megabyte; kept, they would take over a gigabyte of native memory. */
  @Test
  void keepsNoMemoryOfRuns() throws Exception {
    int width = 64 << 10;
    try (Model model = Models.open(chain(width))) {
      Map<String, Tensor> inputs = Map.of("x", ArrayTensor.of(Shape.of(1, width), new float[width]));
      repeat(model, inputs, 200);
      long before = NativeMemory.bytes();
      repeat(model, inputs, 2000);
      long grown = NativeMemory.bytes() - before;
      assertTrue(grown < 200L << 20, () -> "native memory grew by " + (grown >> 20) + " MiB");
    }
  }

  /** A model of 9 MiB goes to the runtime through a file when an inner value is asked for. */
  @Test
  void returnsLayersOfLargeModels() throws Exception {
    int width = 1536;
    float[] diagonal = new float[width * width];
    for (int i = 0; i < width; i++) {
      diagonal[i * (width + 1)] = i;
    }
    Path file = Models.write(folder.resolve("large.onnx"), new GraphBuilder("large")
        .input("x", DataType.FLOAT, "n, " + width)
        .initializer("w", ArrayTensor.of(Shape.of(width, width), diagonal))
        .node(NodeBuilder.of("MatMul").inputs("x", "w").outputs("h"))
        .node(NodeBuilder.of("Neg").inputs("h").outputs("y")).output("y", DataType.FLOAT, "n, " + width));
    float[] ones = new float[width];
    Arrays.fill(ones, 1);
    ForwardResult result = Models.run(file, Map.of("x", ArrayTensor.of(Shape.of(1, width), ones)), "h", "y");
    for (int i = 0; i < width; i++) {
      assertEquals(i, result.value("h").get(i), 1e-9);
      assertEquals(-i, result.value("y").get(i), 1e-9);
    }
  }

  private static void repeat(Model model, Map<String, Tensor> inputs, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      assertFalse(Models.forward(model, inputs, "h" + i % 3, "y").values().isEmpty());
    }
  }

  /** {@code h0 = x + 1, h1 = h0 + 1, ...}, {@code y} the last one negated. */
  private Path chain(int width) throws IOException {
    GraphBuilder graph = new GraphBuilder("chain").input("x", DataType.FLOAT, "n, " + width)
        .initializer("one", ArrayTensor.of(Shape.of(1), 1f));
    for (int i = 0; i < LAYERS; i++) {
      graph.node(NodeBuilder.of("Add").inputs(i == 0 ? "x" : "h" + (i - 1), "one").outputs("h" + i));
    }
    graph.node(NodeBuilder.of("Neg").inputs("h" + (LAYERS - 1)).outputs("y"))
        .output("y", DataType.FLOAT, "n, " + width);
    return Models.write(folder.resolve("chain.onnx"), graph);
  }

  private Path counting() throws IOException {
    Graph body = new GraphBuilder("body").input("i", DataType.INT64, "").input("go", DataType.BOOL, "")
        .input("sum", DataType.FLOAT, "1").initializer("one", ArrayTensor.of(Shape.of(1), 1f))
        .node(NodeBuilder.of("Identity").inputs("go").outputs("go_on"))
        .node(NodeBuilder.of("Add").inputs("sum", "one").outputs("next"))
        .output("go_on", DataType.BOOL, "").output("next", DataType.FLOAT, "1").build();
    return Models.write(folder.resolve("count.onnx"), new GraphBuilder("count").input("times", DataType.INT64, "")
        .initializer("zero", ArrayTensor.of(Shape.of(1), 0f))
        .node(NodeBuilder.of("Loop").inputs("times", "", "zero").outputs("total").graph("body", body))
        .output("total", DataType.FLOAT, "1"));
  }
}
