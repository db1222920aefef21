/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.testkit;

import org.loupe.graph.DataType;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** Models of many nodes that take little to run. */
public final class LargeModels {
  private static final int CHANNELS = 4;
  private static final int PER_BLOCK = 4;

  private LargeModels() {
  }

  /**
   * A residual network: blocks of a 1 x 1 convolution, a rectifier, a scale and the sum with what came in, and at the
   * end the mean of each channel. Input {@code picture} [batch, 3, 8, 8], output {@code y} [batch, 4].
   *
   * @param nodes at least 8; so many or up to three fewer there are
   */
  public static OnnxModel residual(int nodes) {
    int blocks = (nodes - 3) / PER_BLOCK;
    float[] first = new float[CHANNELS * 3];
    float[] kernel = new float[CHANNELS * CHANNELS];
    for (int i = 0; i < CHANNELS; i++) {
      first[i * 3 + i % 3] = 1;
      kernel[i * CHANNELS + (i + 1) % CHANNELS] = 1;
    }
    GraphBuilder graph = new GraphBuilder("residual-" + nodes)
        .input("picture", DataType.FLOAT, "batch, 3, 8, 8")
        .initializer("first", ArrayTensor.of(Shape.of(CHANNELS, 3, 1, 1), first))
        .initializer("scale", ArrayTensor.of(Shape.of(1), 0.01f))
        .node(NodeBuilder.of("Conv").name("stem/conv").inputs("picture", "first").outputs("stem"));
    String last = "stem";
    for (int b = 0; b < blocks; b++) {
      String at = "stage" + b / 25 + "/block" + b + "/";
      graph.initializer(at + "kernel", ArrayTensor.of(Shape.of(CHANNELS, CHANNELS, 1, 1), kernel))
          .node(NodeBuilder.of("Conv").name(at + "conv").inputs(last, at + "kernel").outputs(at + "conv_out"))
          .node(NodeBuilder.of("Relu").name(at + "relu").inputs(at + "conv_out").outputs(at + "relu_out"))
          .node(NodeBuilder.of("Mul").name(at + "mul").inputs(at + "relu_out", "scale").outputs(at + "mul_out"))
          .node(NodeBuilder.of("Add").name(at + "add").inputs(at + "mul_out", last).outputs(at + "out"));
      last = at + "out";
    }
    return new ModelBuilder(graph
        .node(NodeBuilder.of("GlobalAveragePool").name("head/pool").inputs(last).outputs("means"))
        .node(NodeBuilder.of("Flatten").name("head/flatten").inputs("means").outputs("y"))
        .output("y", DataType.FLOAT, "batch, 4").build(), 17).build();
  }
}
