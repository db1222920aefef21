/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.graph.build.NodeBuilder;

/** Gradients of convolution and pooling, as ONNX Runtime computes them. */
class WindowGradientTest {
  /** Attributes as {@code name=1,2;name=...}; the input and, for convolutions, the kernel. */
  record Case(String input, String kernel, String attributes) {
    NodeBuilder node(String operator) {
      NodeBuilder node = NodeBuilder.of(operator).outputs("y");
      for (String part : attributes.isEmpty() ? new String[0] : attributes.split(";")) {
        String[] pair = part.split("=");
        if (pair[0].equals("group") || pair[0].equals("ceil_mode") || pair[0].equals("count_include_pad")) {
          node.intValue(pair[0], Long.parseLong(pair[1]));
        } else if (pair[0].equals("auto_pad")) {
          node.string(pair[0], pair[1]);
        } else {
          node.ints(pair[0], Stream.of(pair[1].split(",")).mapToLong(Long::parseLong).toArray());
        }
      }
      return node;
    }
  }

  static Stream<Case> convolutions() {
    return Stream.of(new Case("N, 2, 6, 5", "3, 2, 3, 3", ""), new Case("N, 2, 6, 5", "3, 2, 3, 3", "pads=1,1,1,1"),
        new Case("N, 2, 6, 5", "3, 2, 1, 1", ""), new Case("N, 2, 6, 5", "3, 2, 3, 2", "pads=2,0,1,1"),
        new Case("N, 2, 6, 5", "3, 2, 3, 3", "pads=3,3,3,3"), new Case("N, 2, 7, 5", "3, 2, 3, 2", "dilations=2,1"),
        new Case("N, 2, 7, 6", "3, 2, 3, 3", "strides=2,2;pads=1,1,1,1"),
        new Case("N, 2, 8, 6", "3, 2, 1, 1", "strides=2,3"),
        new Case("N, 2, 8, 7", "3, 2, 2, 3", "strides=3,2;dilations=2,1;pads=0,1,1,2"),
        new Case("N, 4, 5, 5", "6, 2, 3, 3", "group=2;pads=1,1,1,1"),
        new Case("N, 4, 6, 5", "6, 2, 3, 3", "group=2;strides=2,2"),
        new Case("N, 3, 5, 5", "3, 1, 3, 3", "group=3;pads=1,1,1,1"),
        new Case("N, 3, 5, 5", "6, 1, 3, 3", "group=3;pads=1,1,1,1"),
        new Case("N, 2, 6, 5", "3, 2, 3, 3", "auto_pad=SAME_UPPER;strides=2,2"),
        new Case("N, 2, 6, 5", "3, 2, 4, 2", "auto_pad=SAME_LOWER;strides=2,1"),
        new Case("N, 2, 6, 5", "3, 2, 2, 2", "auto_pad=SAME_UPPER"),
        new Case("N, 2, 6, 5", "3, 2, 2, 2", "auto_pad=SAME_LOWER"),
        new Case("N, 2, 6, 5", "3, 2, 3, 2", "auto_pad=VALID"), new Case("N, 2, 9", "3, 2, 3", "strides=2;pads=1,1"),
        new Case("N, 2, 9", "3, 2, 3", "pads=1,0"), new Case("N, 1, 4, 3, 4", "2, 1, 2, 2, 3", "pads=1,0,1,1,0,1"),
        new Case("N, 2, 4, 5, 4", "2, 2, 2, 2, 2", "strides=2,1,2"),
        new Case("N, 3, 8, 7", "3, 1, 3, 3", "group=3;strides=2,2;pads=1,1,1,1"),
        new Case("N, 3, 7, 9", "3, 1, 5, 3", "group=3;strides=2,3;pads=2,1,1,0"),
        new Case("N, 3, 8, 8", "3, 1, 2, 2", "group=3;strides=3,3"),
        new Case("N, 5, 8, 7", "2, 5, 3, 3", "strides=2,2;pads=1,1,1,1"),
        new Case("N, 5, 8, 6", "2, 5, 2, 3", "strides=2,3"), new Case("N, 1, 11, 9", "2, 1, 7, 5", "strides=4,3"),
        new Case("N, 2, 9, 9", "2, 2, 3, 3", "strides=2,2;pads=0,0,2,2"),
        new Case("N, 2, H, W", "3, 2, 3, 3", "pads=1,1,1,1"), new Case("N, 2, H, W", "3, 2, 3, 3", "strides=2,2"),
        new Case("N, 2, H, W", "3, 2, 2, 2", "auto_pad=SAME_LOWER"));
  }

  @ParameterizedTest
  @MethodSource("convolutions")
  void convolution(Case c) throws Exception {
    for (long opset : new long[] {10, 13}) {
      new GradientCheck(opset).variable("x", c.input()).variable("w", c.kernel())
          .variable("b", c.kernel().substring(0, 1)).node(c.node("Conv").inputs("x", "w", "b")).verify();
    }
  }

  static Stream<Case> transposedConvolutions() {
    return Stream.of(new Case("N, 2, 4, 3", "2, 3, 3, 3", ""),
        new Case("N, 2, 4, 3", "2, 3, 3, 3", "strides=2,2;pads=1,1,1,1;output_padding=1,1"),
        new Case("N, 2, 4, 3", "2, 3, 3, 2", "strides=2,1;pads=1,0,0,1;dilations=1,2"),
        new Case("N, 4, 3, 3", "4, 2, 3, 3", "group=2;strides=2,2"),
        new Case("N, 2, 3, 3", "2, 2, 3, 3", "strides=2,2;output_shape=6,7"),
        new Case("N, 2, 3, 3", "2, 2, 3, 3", "strides=2,2;auto_pad=SAME_UPPER"),
        new Case("N, 2, 3, 3", "2, 2, 4, 3", "strides=2,2;auto_pad=SAME_LOWER"),
        new Case("N, 2, 5", "2, 3, 3", "strides=2;pads=1,1"));
  }

  @ParameterizedTest
  @MethodSource("transposedConvolutions")
  void transposedConvolution(Case c) throws Exception {
    new GradientCheck(13).variable("x", c.input()).variable("w", c.kernel())
        .variable("b", c.attributes().contains("group") ? "4" : c.kernel().split(", ")[1])
        .node(c.node("ConvTranspose").inputs("x", "w", "b")).verify();
  }

  static Stream<Case> pools() {
    return Stream.of(new Case("N, 2, 6, 4", "", "kernel_shape=2,2;strides=2,2"),
        new Case("N, 2, 7, 5", "", "kernel_shape=2,2;strides=2,2"), new Case("N, 2, 6, 5", "", "kernel_shape=3,3"),
        new Case("N, 2, 7, 6", "", "kernel_shape=3,3;strides=2,2;pads=1,1,1,1"),
        new Case("N, 2, 6, 5", "", "kernel_shape=3,3;pads=1,1,1,1"),
        new Case("N, 2, 7, 5", "", "kernel_shape=2,2;strides=2,2;ceil_mode=1"),
        new Case("N, 2, 8, 7", "", "kernel_shape=3,3;strides=2,2;ceil_mode=1;pads=0,1,0,1"),
        new Case("N, 2, 6, 5", "", "kernel_shape=2,3;strides=1,2;pads=1,0,0,2"),
        new Case("N, 2, 6, 5", "", "kernel_shape=3,2;strides=2,2;auto_pad=SAME_UPPER"),
        new Case("N, 2, 6, 5", "", "kernel_shape=3,2;auto_pad=SAME_LOWER"),
        new Case("N, 2, 6, 5", "", "kernel_shape=3,2;auto_pad=VALID"),
        new Case("N, 2, 2, 2", "", "kernel_shape=3,3;pads=1,1,1,1"),
        new Case("N, 2, 9", "", "kernel_shape=3;strides=2"), new Case("N, 2, 8", "", "kernel_shape=2;strides=2"),
        new Case("N, 1, 4, 4, 6", "", "kernel_shape=2,2,3;strides=2,2,3"),
        new Case("N, 1, 4, 3, 4", "", "kernel_shape=3,2,2;strides=1,1,2;pads=1,0,0,1,1,0"));
  }

  @ParameterizedTest
  @MethodSource("pools")
  void maxPool(Case c) throws Exception {
    for (long opset : new long[] {10, 13}) {
      new GradientCheck(opset).variable("x", c.input()).node(c.node("MaxPool").inputs("x")).verify();
    }
  }

  @Test
  void maxPoolWithGapsAndColumns() throws Exception {
    new GradientCheck(13).variable("x", "N, 2, 7, 6").node(new Case("", "",
        "kernel_shape=3,2;strides=2,1;dilations=2,3;pads=1,0,1,1").node("MaxPool").inputs("x")).verify();
    new GradientCheck(13).variable("x", "N, 2, 5, 6").node(new Case("", "", "kernel_shape=3,2").node("MaxPool")
        .inputs("x").outputs("y", "i").intValue("storage_order", 1)).verify();
    new GradientCheck(13).variable("x", "N, 2, 5, 6").node(new Case("", "", "kernel_shape=3,2").node("MaxPool")
        .inputs("x").outputs("y", "i")).verify();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kernel_shape=2,2;strides=3,2", "kernel_shape=2,2;strides=2,2;pads=1,1,1,1",
      "kernel_shape=2,2;strides=3,4;dilations=2,3;pads=0,1,1,0", "kernel_shape=3,2;strides=3,2;auto_pad=SAME_UPPER"})
  void maxPoolOfWindowsApart(String attributes) throws Exception {
    Case c = new Case("", "", attributes);
    new GradientCheck(12).variable("x", "N, 2, 8, 7").node(c.node("MaxPool").inputs("x")).verify();
    if (!attributes.contains("SAME")) {
      new GradientCheck(12).variable("x", "N, 2, H, W").node(c.node("MaxPool").inputs("x")).verify();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kernel_shape=2,2;strides=2,2", "kernel_shape=3,3;strides=2,2;pads=1,1,1,1"})
  void maxPoolOfRectified(String attributes) throws Exception {
    new GradientCheck(13).variable("x", "N, 2, 6, 6").node(NodeBuilder.of("Relu").inputs("x").outputs("r"))
        .node(new Case("", "", attributes).node("MaxPool").inputs("r")).verify();
  }

  @Test
  void maxPoolOfSizesKnownWhenRun() throws Exception {
    new GradientCheck(16).variable("x", "N, 2, H, W").node(new Case("", "",
        "kernel_shape=3,3;strides=2,2;pads=1,1,1,1").node("MaxPool").inputs("x")).verify();
  }

  @ParameterizedTest
  @MethodSource("pools")
  void averagePool(Case c) throws Exception {
    for (int padding = 0; padding < 2; padding++) {
      for (long opset : new long[] {10, 13, 19}) {
        new GradientCheck(opset).variable("x", c.input())
            .node(c.node("AveragePool").inputs("x").intValue("count_include_pad", padding)).verify();
      }
    }
  }

  @Test
  void averagePoolWithGaps() throws Exception {
    for (int padding = 0; padding < 2; padding++) {
      new GradientCheck(19).variable("x", "N, 2, 7, 6").node(new Case("", "",
          "kernel_shape=3,2;strides=2,1;dilations=2,3;pads=1,0,1,1").node("AveragePool").inputs("x")
          .intValue("count_include_pad", padding)).verify();
    }
  }

  @Test
  void averagePoolOfSizesKnownWhenRun() throws Exception {
    for (String attributes : new String[] {"kernel_shape=3,3;strides=2,2", "kernel_shape=2,2",
        "kernel_shape=3,3;strides=2,2;pads=1,1,1,1;count_include_pad=1"}) {
      new GradientCheck(13).variable("x", "N, 2, H, W")
          .node(new Case("", "", attributes).node("AveragePool").inputs("x")).verify();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"N, 3, 4, 5", "N, 2, 6", "N, 2, 3, 2, 2", "N, 2, H, W"})
  void globalPools(String dims) throws Exception {
    for (String operator : new String[] {"GlobalAveragePool", "GlobalMaxPool"}) {
      new GradientCheck(13).variable("x", dims).node(NodeBuilder.of(operator).inputs("x").outputs("y")).verify();
    }
  }
}
