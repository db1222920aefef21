/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import java.util.Arrays;
import org.loupe.graph.DataType;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** Networks whose gradients are worked out by hand. */
final class Networks {
  private Networks() {
  }

  /**
   * Input {@code x} [n, 3], {@code hidden = x W1 + b1} with four columns, W1 all ones, b1 (-10, 1, 1, 1),
   * {@code active = relu(hidden)}, {@code y = active W2 + b2} with W2 rows (1, 2), (3, 4), (5, 6), (7, 8).
   */
  static GraphBuilder dense() {
    return new GraphBuilder("dense").input("x", DataType.FLOAT, "n, 3")
        .initializer("w1", ArrayTensor.of(Shape.of(3, 4), ones(12)))
        .initializer("b1", ArrayTensor.of(Shape.of(4), -10f, 1f, 1f, 1f))
        .initializer("w2", ArrayTensor.of(Shape.of(4, 2), 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f))
        .initializer("b2", ArrayTensor.of(Shape.of(2), -1f, 1f))
        .node(NodeBuilder.of("Gemm").name("dense1").inputs("x", "w1", "b1").outputs("hidden"))
        .node(NodeBuilder.of("Relu").name("relu").inputs("hidden").outputs("active"))
        .node(NodeBuilder.of("Gemm").name("dense2").inputs("active", "w2", "b2").outputs("y"))
        .output("y", DataType.FLOAT, "n, 2");
  }

  /**
   * A 3 x 3 convolution of ones from one channel to two with bias (-50, -75), ReLU, dense rows of five ones and three
   * minus ones for each of four classes, ReLU. Input {@code x} [n, 1, 4, 4].
   */
  static GraphBuilder oneConv() {
    float[] dense = new float[32];
    for (int i = 0; i < dense.length; i++) {
      dense[i] = i / 4 < 5 ? 1 : -1;
    }
    return new GraphBuilder("one-conv").input("x", DataType.FLOAT, "n, 1, 4, 4")
        .initializer("kernel", ArrayTensor.of(Shape.of(2, 1, 3, 3), ones(18)))
        .initializer("bias", ArrayTensor.of(Shape.of(2), -50f, -75f))
        .initializer("dense", ArrayTensor.of(Shape.of(8, 4), dense))
        .node(NodeBuilder.of("Conv").inputs("x", "kernel", "bias").outputs("conv"))
        .node(NodeBuilder.of("Relu").inputs("conv").outputs("features"))
        .node(NodeBuilder.of("Flatten").inputs("features").outputs("flat"))
        .node(NodeBuilder.of("MatMul").inputs("flat", "dense").outputs("scores"))
        .node(NodeBuilder.of("Relu").inputs("scores").outputs("y"))
        .output("y", DataType.FLOAT, "n, 4");
  }

  static float[] ones(int n) {
    float[] out = new float[n];
    Arrays.fill(out, 1);
    return out;
  }
}
