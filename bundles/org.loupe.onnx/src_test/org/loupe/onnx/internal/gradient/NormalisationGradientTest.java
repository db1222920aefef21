/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** Gradients of normalisations and reductions, as ONNX Runtime computes them. */
class NormalisationGradientTest {
  @ParameterizedTest
  @ValueSource(longs = {9, 14, 15})
  void batchNormalization(long opset) throws Exception {
    for (String dims : new String[] {"N, 3, 2, 2", "N, 3", "N, 3, 4", "N, 3, 2, 1, 2"}) {
      new GradientCheck(opset).variable("x", dims).variable("scale", "3").variable("bias", "3").variable("mean", "3")
          .variable("var", "3", 0.5, 1).node(NodeBuilder.of("BatchNormalization")
              .inputs("x", "scale", "bias", "mean", "var").outputs("y").floatValue("epsilon", 0.01f)).verify();
    }
  }

  /** The factors of the normalisation go into the kernel of the convolution before it. */
  @Test
  void batchNormalizationBehindConvolution() throws Exception {
    for (String stride : new String[] {"1", "2"}) {
      long s = Long.parseLong(stride);
      new GradientCheck(13).variable("x", "N, 2, 5, 5").weights("w", 4, 1, 3, 3).weights("scale", 4).weights("bias", 4)
          .weights("mean", 4).constant("var", ArrayTensor.of(Shape.of(4), 0.5f, 1, 1.5f, 2))
          .node(NodeBuilder.of("Conv").inputs("x", "w").outputs("c").ints("strides", s, s).intValue("group", 2)
              .ints("pads", 1, 1, 1, 1))
          .node(NodeBuilder.of("BatchNormalization").inputs("c", "scale", "bias", "mean", "var").outputs("y"))
          .verify();
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"N, 3, 4 | -1 | 4", "N, 3, 4 | 1 | 3, 4", "N, 3, 4 | 2 | 4", "N, S, 4 | -1 | 4",
      "2, 3, 4 | 0 | 2, 3, 4", "2, 3, S | -1 | 1"})
  void layerNormalization(String dims, int axis, String scale) throws Exception {
    new GradientCheck(17).variable("x", dims.strip()).variable("scale", scale.strip()).variable("bias", scale.strip())
        .node(NodeBuilder.of("LayerNormalization").inputs("x", "scale", "bias").outputs("y").intValue("axis", axis)
            .floatValue("epsilon", 0.02f)).verify();
    new GradientCheck(17).variable("x", dims.strip()).variable("scale", scale.strip())
        .node(NodeBuilder.of("LayerNormalization").inputs("x", "scale").outputs("y").intValue("axis", axis)).verify();
  }

  @Test
  void instanceAndGroupNormalization() throws Exception {
    for (String dims : new String[] {"N, 4, 3, 2", "N, 4, 5", "N, 4, H, W"}) {
      new GradientCheck(13).variable("x", dims).variable("scale", "4").variable("bias", "4")
          .node(NodeBuilder.of("InstanceNormalization").inputs("x", "scale", "bias").outputs("y")
              .floatValue("epsilon", 0.02f)).verify();
      new GradientCheck(18).variable("x", dims).variable("scale", "2").variable("bias", "2")
          .node(NodeBuilder.of("GroupNormalization").inputs("x", "scale", "bias").outputs("y")
              .intValue("num_groups", 2)).verify();
      new GradientCheck(21).variable("x", dims).variable("scale", "4").variable("bias", "4")
          .node(NodeBuilder.of("GroupNormalization").inputs("x", "scale", "bias").outputs("y")
              .intValue("num_groups", 2)).verify();
    }
  }

  @Test
  void rootMeanSquareNormalization() throws Exception {
    for (int axis : new int[] {-1, 1}) {
      new GradientCheck(23).variable("x", "N, 3, 4").variable("scale", "4").node(NodeBuilder.of("RMSNormalization")
          .inputs("x", "scale").outputs("y").intValue("axis", axis).floatValue("epsilon", 0.01f)).verify();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void localResponseNormalization(int size) throws Exception {
    new GradientCheck(13).variable("x", "N, 6, 2, 2").node(NodeBuilder.of("LRN").inputs("x").outputs("y")
        .intValue("size", size).floatValue("alpha", 0.8f).floatValue("beta", 0.6f).floatValue("bias", 1.5f)).verify();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ReduceSum", "ReduceMean", "ReduceMax", "ReduceMin", "ReduceProd", "ReduceL1", "ReduceL2",
      "ReduceSumSquare", "ReduceLogSumExp"})
  void reductions(String operator) throws Exception {
    for (long opset : new long[] {11, 13, 18}) {
      boolean input = opset >= (operator.equals("ReduceSum") ? 13 : 18);
      for (long[] axes : new long[][] {{1}, {-1}, {0, 2}, {2, 1}, null}) {
        for (int keep = 0; keep < 2; keep++) {
          NodeBuilder node = NodeBuilder.of(operator).inputs("x").outputs("y").intValue("keepdims", keep);
          GradientCheck check = new GradientCheck(opset).variable("x", "N, 3, 4", 1.2, 0);
          if (axes != null && input) {
            check.wholes("axes", axes);
            node.inputs("x", "axes");
          } else if (axes != null) {
            node.ints("axes", axes);
          }
          check.node(node).verify();
        }
      }
    }
  }

  @Test
  void reductionsOverNothing() throws Exception {
    for (String operator : List.of("ReduceSum", "ReduceMean", "ReduceMax", "ReduceL2", "ReduceProd")) {
      new GradientCheck(18).variable("x", "N, 3", 1, 1.1).node(NodeBuilder.of(operator).inputs("x").outputs("y")
          .intValue("noop_with_empty_axes", 1)).verify();
    }
  }

  @Test
  void sizesKnownWhenRun() throws Exception {
    for (String operator : List.of("ReduceSum", "ReduceMean", "ReduceMax", "ReduceL2", "ReduceLogSumExp")) {
      new GradientCheck(13).variable("x", "N, S, 3").wholes("axes", 1).node(operator.equals("ReduceSum")
          ? NodeBuilder.of(operator).inputs("x", "axes").outputs("y")
          : NodeBuilder.of(operator).inputs("x").outputs("y").ints("axes", 1).intValue("keepdims", 0)).verify();
    }
  }

  @Test
  void logarithmsOfSums() throws Exception {
    new GradientCheck(13).variable("x", "N, 3, 2", 0.5, 1).node(NodeBuilder.of("ReduceLogSum").inputs("x")
        .outputs("y").ints("axes", 1).intValue("keepdims", 0)).verify();
  }

  @Test
  void productsWithZeros() throws Exception {
    new GradientCheck(13).variable("x", "3, 3")
        .constant("m", ArrayTensor.of(Shape.of(3, 3), 0f, 1, 1, 0, 0, 1, 1, 1, 1))
        .node(NodeBuilder.of("Mul").inputs("x", "m").outputs("some"))
        .node(NodeBuilder.of("ReduceProd").inputs("some").outputs("y").ints("axes", 1)).verify();
    // By the factors themselves: the product of the others, also where a factor is zero.
    new GradientCheck(13).variable("x", "1", 0.5, 0).constant("a", ArrayTensor.of(Shape.of(2), 2f, 3f))
        .node(NodeBuilder.of("Concat").inputs("x", "a").outputs("f").intValue("axis", 0))
        .node(NodeBuilder.of("ReduceProd").inputs("f").outputs("y").ints("axes", 0)).verify();
  }

  @Test
  void runningSums() throws Exception {
    for (int flags = 0; flags < 4; flags++) {
      for (long axis : new long[] {0, 1, -1}) {
        new GradientCheck(13).variable("x", "N, 3, 4").constant("axis", ArrayTensor.of(Shape.of(), axis))
            .node(NodeBuilder.of("CumSum").inputs("x", "axis").outputs("y").intValue("exclusive", flags % 2)
                .intValue("reverse", flags / 2)).verify();
      }
    }
  }

  @Test
  void largestElements() throws Exception {
    for (int axis : new int[] {1, -1}) {
      for (int largest = 0; largest < 2; largest++) {
        new GradientCheck(13).variable("x", "N, 5, 3").wholes("k", 2)
            .node(NodeBuilder.of("TopK").inputs("x", "k").outputs("y", "i").intValue("axis", axis)
                .intValue("largest", largest)).verify();
      }
    }
  }
}
