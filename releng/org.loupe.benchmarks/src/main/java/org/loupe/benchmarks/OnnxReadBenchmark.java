/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.loupe.graph.DataType;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.onnx.OnnxReader;
import org.loupe.graph.onnx.OnnxWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Opening an ONNX file of many dense layers; the weights stay in the file, so time must not grow with their size. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class OnnxReadBenchmark {
  private static final int LAYERS = 200;
  private static final long OPSET = 13;

  /** Rows and columns of each weight. */
  @Param({"8", "256"})
  int side;
  private Path file;

  @Setup
  public void writeModel() throws IOException {
    GraphBuilder graph = new GraphBuilder("layers").input("v0", DataType.FLOAT, "1, " + side);
    for (int i = 0; i < LAYERS; i++) {
      graph.initializer("w" + i, ArrayTensor.of(Shape.of(side, side), new float[side * side]))
          .node(NodeBuilder.of("MatMul").name("dense" + i).inputs("v" + i, "w" + i).outputs("v" + (i + 1)));
    }
    graph.output("v" + LAYERS, DataType.FLOAT, "1, " + side);
    file = Files.createTempFile("layers", ".onnx");
    OnnxWriter.write(new ModelBuilder(graph.build(), OPSET).build(), file);
  }

  @TearDown
  public void deleteModel() throws IOException {
    Files.deleteIfExists(file);
  }

  @Benchmark
  public OnnxModel read() throws IOException {
    return OnnxReader.read(file);
  }
}
