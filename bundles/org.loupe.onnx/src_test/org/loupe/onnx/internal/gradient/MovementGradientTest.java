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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.graph.DataType;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** Gradients of operators that move elements, as ONNX Runtime computes them. */
class MovementGradientTest {
  private static GradientCheck check(long opset, String dims) {
    return new GradientCheck(opset).variable("x", dims);
  }

  @Test
  void reshaping() throws Exception {
    check(13, "N, 3, 4").wholes("s", 0, -1).node(NodeBuilder.of("Reshape").inputs("x", "s").outputs("y")).verify();
    check(13, "N, 3, 4").wholes("s", -1, 2, 6).node(NodeBuilder.of("Reshape").inputs("x", "s").outputs("y")).verify();
    check(14, "2, 3").wholes("s", 3, 2).node(NodeBuilder.of("Reshape").inputs("x", "s").outputs("y")
        .intValue("allowzero", 1)).verify();
    check(13, "N, S, 4").wholes("s", -1, 4).node(NodeBuilder.of("Reshape").inputs("x", "s").outputs("y")).verify();
    for (int axis : new int[] {0, 1, 2, 3, -1}) {
      check(13, "N, 3, 4").node(NodeBuilder.of("Flatten").inputs("x").outputs("y").intValue("axis", axis)).verify();
    }
    check(11, "N, 1, 4, 1").node(NodeBuilder.of("Squeeze").inputs("x").outputs("y").ints("axes", 1, -1)).verify();
    check(13, "N, 1, 4, 1").wholes("a", 1).node(NodeBuilder.of("Squeeze").inputs("x", "a").outputs("y")).verify();
    check(13, "N, 1, 4, 1").node(NodeBuilder.of("Squeeze").inputs("x").outputs("y")).verify();
    check(11, "N, 4").node(NodeBuilder.of("Unsqueeze").inputs("x").outputs("y").ints("axes", 0, 3)).verify();
    check(13, "N, 4").wholes("a", -1).node(NodeBuilder.of("Unsqueeze").inputs("x", "a").outputs("y")).verify();
  }

  @Test
  void transposing() throws Exception {
    check(13, "N, 3, 4").node(NodeBuilder.of("Transpose").inputs("x").outputs("y")).verify();
    check(13, "N, 3, 4").node(NodeBuilder.of("Transpose").inputs("x").outputs("y").ints("perm", 2, 0, 1)).verify();
  }

  @Test
  void repeating() throws Exception {
    check(13, "3, 1").wholes("s", 2, 1, 4).node(NodeBuilder.of("Expand").inputs("x", "s").outputs("y")).verify();
    check(13, "N, 3, 1").wholes("s", 1, 5).node(NodeBuilder.of("Expand").inputs("x", "s").outputs("y")).verify();
    check(13, "N, 3").wholes("r", 1, 2).node(NodeBuilder.of("Tile").inputs("x", "r").outputs("y")).verify();
    check(13, "2, 3, 2").wholes("r", 3, 2, 1).node(NodeBuilder.of("Tile").inputs("x", "r").outputs("y")).verify();
    check(13, "N, 3").wholes("r", 1, 1).node(NodeBuilder.of("Tile").inputs("x", "r").outputs("y")).verify();
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 13, 18})
  void joiningAndSplitting(long opset) throws Exception {
    check(opset, "N, 3, 2").variable("z", "N, 2, 2").weights("c", 1, 1, 2)
        .node(NodeBuilder.of("Concat").inputs("x", "z").outputs("y").intValue("axis", 1)).verify();
    check(opset, "N, 3").weights("c", 2, 4).variable("z", "N, 2")
        .node(NodeBuilder.of("Concat").inputs("x", "x", "z").outputs("y").intValue("axis", -1)).verify();
    check(opset, "1, 3").weights("c", 1, 4).variable("z", "1, 2")
        .node(NodeBuilder.of("Concat").inputs("x", "c", "z").outputs("y").intValue("axis", 1)).verify();
    if (opset >= 10) {
      check(opset, "N, 3").variable("z", "S, 3").weights("c", 2, 3)
          .node(NodeBuilder.of("Concat").inputs("c", "x", "z").outputs("y").intValue("axis", 0)).verify();
    }
    NodeBuilder split = NodeBuilder.of("Split").outputs("a", "b", "c").intValue("axis", 1);
    GradientCheck check = check(opset, "N, 7").wholes("s", 2, 1, 4);
    check.node(opset >= 13 ? split.inputs("x", "s") : split.inputs("x").ints("split", 2, 1, 4))
        .node(NodeBuilder.of("Mul").inputs("a", "a").outputs("m"))
        .node(NodeBuilder.of("Add").inputs("m", "b").outputs("y")).verify();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"1,0 | 3,2 | 1,2 | 1,1", "-3 | -1 | 1 | 1", "0 | 9223372036854775807 | 2 | 1",
      "0 | 100 | 1 | 2", "1 | 100 | 1 | 3", "4 | 0 | 1 | -1", "-1 | -9223372036854775807 | 1 | -1", "4 | 0 | 1 | -2",
      "3 | -6 | 1 | -3", "1,5 | 4,1 | 2,1 | 2,-2", "-100 | 3 | 1 | 1"})
  void slicing(String starts, String ends, String axes, String steps) throws Exception {
    for (String dims : new String[] {"N, 5, 4", "N, S, 4"}) {
      boolean stepped = !steps.replace(",", "").strip().matches("1+");
      GradientCheck check = check(13, dims).wholes("s", list(starts)).wholes("e", list(ends)).wholes("a", list(axes))
          .wholes("t", list(steps));
      check.node(NodeBuilder.of("Slice").inputs("x", "s", "e", "a", "t").outputs("y")).verify();
      if (!stepped && dims.contains("5")) {
        check(9, dims).node(NodeBuilder.of("Slice").inputs("x").outputs("y").ints("starts", list(starts))
            .ints("ends", list(ends)).ints("axes", list(axes))).verify();
      }
    }
  }

  private static long[] list(String text) {
    return Stream.of(text.strip().split(",")).mapToLong(Long::parseLong).toArray();
  }

  @Test
  void slicingWithoutAxesAndWithComputedBounds() throws Exception {
    check(13, "N, 5").wholes("s", 0, 1).wholes("e", 2, 3).node(NodeBuilder.of("Slice").inputs("x", "s", "e")
        .outputs("y")).verify();
    check(13, "N, S").wholes("two", 2).wholes("a", 1).node(NodeBuilder.of("Shape").inputs("x").outputs("shape"))
        .node(NodeBuilder.of("Gather").inputs("shape", "a").outputs("n"))
        .node(NodeBuilder.of("Div").inputs("n", "two").outputs("half"))
        .node(NodeBuilder.of("Slice").inputs("x", "half", "n", "a").outputs("y")).verify();
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 13, 18})
  void padding(long opset) throws Exception {
    for (long[] widths : new long[][] {{0, 1, 2, 0, 0, 3}, {0, -1, 0, 0, 2, -1}, {1, 0, 0, 0, 0, 0}}) {
      GradientCheck check = check(opset, "N, 4, 3");
      if (opset < 11) {
        check.node(NodeBuilder.of("Pad").inputs("x").outputs("y").ints("pads", widths).floatValue("value", 2)).verify();
      } else {
        check.wholes("w", widths).variable("v", "").node(NodeBuilder.of("Pad").inputs("x", "w", "v").outputs("y"))
            .verify();
      }
    }
    if (opset >= 18) {
      check(18, "N, 4, 3").wholes("w", 1, 2).wholes("a", 1).constant("v", ArrayTensor.of(Shape.of(), 1f))
          .node(NodeBuilder.of("Pad").inputs("x", "w", "v", "a").outputs("y")).verify();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reflect", "edge", "wrap"})
  void paddingWithElements(String mode) throws Exception {
    for (String dims : new String[] {"N, 4, 3", "N, S, 3"}) {
      check(19, dims).wholes("w", 0, 2, 1, 0, 1, 2).node(NodeBuilder.of("Pad").inputs("x", "w").outputs("y")
          .string("mode", mode)).verify();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 13, 16})
  void gathering(long opset) throws Exception {
    for (String dims : new String[] {"N, 5, 3", "N, S, 3"}) {
      if (dims.contains("S") && opset < 11) {
        continue;
      }
      for (long[] index : new long[][] {{1}, {0, 2, 2, 4}, {4, 3, 2, 1, 0}, {1, 2, 3}, {0, 0}}) {
        check(opset, dims).wholes("i", index).node(NodeBuilder.of("Gather").inputs("x", "i").outputs("y")
            .intValue("axis", 1)).verify();
      }
      if (opset >= 11) {
        check(opset, dims).wholes("i", -1, 0, -2).node(NodeBuilder.of("Gather").inputs("x", "i").outputs("y")
            .intValue("axis", -2)).verify();
        check(opset, dims).constant("i", ArrayTensor.of(Shape.of(), -2L)).node(NodeBuilder.of("Gather")
            .inputs("x", "i").outputs("y").intValue("axis", 1)).verify();
      }
      check(opset, dims).constant("i", ArrayTensor.of(Shape.of(), 1L)).node(NodeBuilder.of("Gather").inputs("x", "i")
          .outputs("y").intValue("axis", 1)).verify();
      check(opset, dims).constant("i", ArrayTensor.of(Shape.of(2, 2), 1L, 0, 1, 2)).node(NodeBuilder.of("Gather")
          .inputs("x", "i").outputs("y").intValue("axis", 2)).verify();
    }
    check(opset, "4, 3").constant("i", ArrayTensor.of(Shape.of(2, 2), 1L, 0, 1, 3)).node(NodeBuilder.of("Gather")
        .inputs("x", "i").outputs("y")).verify();
  }

  @Test
  void gatheringManyOfMany() throws Exception {
    long[] index = new long[3000];
    for (int i = 0; i < index.length; i++) {
      index[i] = i * 7 % 40;
    }
    check(16, "40").wholes("i", index).node(NodeBuilder.of("Gather").inputs("x", "i").outputs("g"))
        .node(NodeBuilder.of("Mul").inputs("g", "w").outputs("y")).weights("w", 3000).verify();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 13, 16})
  void gatheringElements(long opset) throws Exception {
    ArrayTensor index = ArrayTensor.of(Shape.of(2, 4), 0L, 1, 1, -1, 2, 2, 0, 0);
    check(opset, "2, 3").constant("i", index).node(NodeBuilder.of("GatherElements").inputs("x", "i").outputs("y")
        .intValue("axis", 1)).verify();
    if (opset >= 16) {
      check(opset, "3, 3").constant("i", index).node(NodeBuilder.of("GatherElements").inputs("x", "i").outputs("y")
          .intValue("axis", -1)).verify();
      check(opset, "3, N, 2").constant("i", ArrayTensor.of(Shape.of(2, 2), 0L, 1, 0, 1))
          .node(NodeBuilder.of("GatherND").inputs("x", "i").outputs("y")).verify();
      check(opset, "2, 3, 2").constant("i", ArrayTensor.of(Shape.of(2, 1), 2L, 0))
          .node(NodeBuilder.of("GatherND").inputs("x", "i").outputs("y").intValue("batch_dims", 1)).verify();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "add", "max", "min"})
  void scattering(String reduction) throws Exception {
    long opset = reduction.equals("none") ? 11 : reduction.equals("add") ? 16 : 18;
    boolean none = reduction.equals("none");
    NodeBuilder elements = NodeBuilder.of("ScatterElements").inputs("x", "i", "u").outputs("y").intValue("axis", 1);
    new GradientCheck(opset).grid("x", "2, 4", 0).grid("u", "2, 2", 0.05)
        .constant("i", ArrayTensor.of(Shape.of(2, 2), 0L, 3, 2, none ? 1 : 2))
        .node(none ? elements : elements.string("reduction", reduction)).verify();
    NodeBuilder slices = NodeBuilder.of("ScatterND").inputs("x", "i", "u").outputs("y");
    new GradientCheck(opset).grid("x", "4, 3", 0).grid("u", "2, 3", 0.05)
        .constant("i", ArrayTensor.of(Shape.of(2, 1), 3L, none ? 1 : 3))
        .node(none ? slices : slices.string("reduction", reduction)).verify();
  }

  @Test
  void scatteringFactors() throws Exception {
    new GradientCheck(16).variable("x", "2, 4").weights("u", 2, 2).constant("i",
        ArrayTensor.of(Shape.of(2, 2), 0L, 3, 2, 2)).node(NodeBuilder.of("ScatterElements").inputs("x", "i", "u")
        .outputs("y").intValue("axis", 1).string("reduction", "mul")).verify();
  }

  @Test
  void blocks() throws Exception {
    check(13, "N, 8, 2, 3").node(NodeBuilder.of("DepthToSpace").inputs("x").outputs("y").intValue("blocksize", 2))
        .verify();
    check(13, "N, 8, 2, 3").node(NodeBuilder.of("DepthToSpace").inputs("x").outputs("y").intValue("blocksize", 2)
        .string("mode", "CRD")).verify();
    check(13, "N, 2, 4, 6").node(NodeBuilder.of("SpaceToDepth").inputs("x").outputs("y").intValue("blocksize", 2))
        .verify();
  }

  @Test
  void triangles() throws Exception {
    for (int upper = 0; upper < 2; upper++) {
      check(14, "N, 3, 4").constant("k", ArrayTensor.of(Shape.of(), 1L)).node(NodeBuilder.of("Trilu").inputs("x", "k")
          .outputs("y").intValue("upper", upper)).verify();
    }
  }

  @Test
  void castingThere() throws Exception {
    check(13, "N, 3").node(NodeBuilder.of("Cast").inputs("x").outputs("d").intValue("to", DataType.DOUBLE.code()))
        .node(NodeBuilder.of("Mul").inputs("d", "d").outputs("s"))
        .node(NodeBuilder.of("Cast").inputs("s").outputs("y").intValue("to", DataType.FLOAT.code())).verify();
  }

  @ParameterizedTest
  @CsvSource({"nearest,half_pixel,round_prefer_floor", "nearest,half_pixel,round_prefer_ceil",
      "nearest,asymmetric,floor", "nearest,asymmetric,ceil", "nearest,align_corners,round_prefer_floor",
      "linear,half_pixel,round_prefer_floor", "linear,asymmetric,floor", "linear,align_corners,floor",
      "linear,pytorch_half_pixel,floor", "cubic,half_pixel,floor", "cubic,align_corners,floor"})
  void resizing(String mode, String coordinates, String rounding) throws Exception {
    for (long opset : new long[] {11, 13, 18}) {
      for (float[] scale : new float[][] {{2, 2}, {1, 3}, {1.5f, 0.6f}, {0.5f, 2.3f}}) {
        NodeBuilder node = NodeBuilder.of("Resize").outputs("y").string("mode", mode)
            .string("coordinate_transformation_mode", coordinates).string("nearest_mode", rounding);
        check(opset, "N, 2, 4, 5").constant("roi", ArrayTensor.of(Shape.of(0), new float[0]))
            .constant("s", ArrayTensor.of(Shape.of(4), 1, 1, scale[0], scale[1]))
            .node(opset < 13 ? node.inputs("x", "roi", "s") : node.inputs("x", "", "s")).verify();
      }
      NodeBuilder node = NodeBuilder.of("Resize").outputs("y").string("mode", mode)
          .string("coordinate_transformation_mode", coordinates).string("nearest_mode", rounding);
      if (opset >= 13) {
        check(opset, "2, 2, 4, 5").wholes("s", 2, 2, 7, 3).node(node.inputs("x", "", "", "s")).verify();
      }
    }
  }

  @Test
  void resizingSomeAxes() throws Exception {
    check(18, "N, 2, 4, 5").constant("s", ArrayTensor.of(Shape.of(2), 1.5f, 2f)).node(NodeBuilder.of("Resize")
        .inputs("x", "", "s").outputs("y").string("mode", "linear").ints("axes", 3, 2)).verify();
    check(18, "N, 2, 8, 9").constant("s", ArrayTensor.of(Shape.of(4), 1, 1, 0.5f, 0.7f)).node(NodeBuilder.of("Resize")
        .inputs("x", "", "s").outputs("y").string("mode", "linear").intValue("antialias", 1)).verify();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nearest", "linear"})
  void upsampling(String mode) throws Exception {
    for (float[] scale : new float[][] {{2, 2}, {3, 1}}) {
      check(8, "N, 2, 3, 4").node(NodeBuilder.of("Upsample").inputs("x").outputs("y").string("mode", mode)
          .floats("scales", 1, 1, scale[0], scale[1])).verify();
      check(9, "N, 2, 3, 4").constant("s", ArrayTensor.of(Shape.of(4), 1, 1, scale[0], scale[1]))
          .node(NodeBuilder.of("Upsample").inputs("x", "s").outputs("y").string("mode", mode)).verify();
      check(10, "N, 2, 3, 4").constant("s", ArrayTensor.of(Shape.of(4), 1, 1, scale[0], scale[1]))
          .node(NodeBuilder.of("Resize").inputs("x", "s").outputs("y").string("mode", mode)).verify();
    }
  }
}
