/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loupe.graph.Dim;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.ShapeFacts;

/** Counts of operators against loops written out, and against sums done by hand. */
class MultiplyAddsTest {
  /** The multiply-adds of a node with inputs {@code i0, i1, ...} and an output {@code out} of these shapes. */
  private static OptionalLong count(NodeBuilder node, String out, String... inputs) {
    Map<String, List<Dim>> shapes = new HashMap<>();
    String[] names = new String[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      names[i] = inputs[i].equals("none") ? "" : "i" + i;
      shapes.put("i" + i, inputs[i].equals("none") ? List.of() : Dim.list(inputs[i]));
    }
    shapes.put("out", Dim.list(out));
    return MultiplyAdds.of(node.inputs(names).outputs("out").build(0), ShapeFacts.of(shapes));
  }

  @ParameterizedTest
  @CsvSource({"2,4,6,3,1", "1,4,4,2,4", "3,6,9,3,3"})
  void countsAConvolutionLikeItsLoops(int batch, int in, int out, int kernel, int groups) {
    int side = 5;
    long counted = 0;
    for (int n = 0; n < batch; n++) {
      for (int o = 0; o < out; o++) {
        for (int at = 0; at < side * side; at++) {
          int group = o / (out / groups);
          for (int c = group * (in / groups); c < (group + 1) * (in / groups); c++) {
            for (int k = 0; k < kernel * kernel; k++) {
              counted++;
            }
          }
        }
      }
    }
    String weights = out + "," + in / groups + "," + kernel + "," + kernel;
    String result = batch + "," + out + "," + side + "," + side;
    String data = batch + "," + in + ",9,9";
    assertEquals(OptionalLong.of(counted),
        count(NodeBuilder.of("Conv").intValue("group", groups), result, data, weights));
    assertEquals(OptionalLong.of(counted), count(NodeBuilder.of("QLinearConv").intValue("group", groups), result, data,
        "", "", weights, "", "", "", ""));
    assertEquals(OptionalLong.of(counted),
        count(NodeBuilder.of("FusedConv").domain("com.microsoft"), result, data, weights));
  }

  @Test
  void countsATransposedConvolutionByItsInput() {
    long counted = 0;
    for (int n = 0; n < 2; n++) {
      for (int c = 0; c < 4; c++) {
        for (int at = 0; at < 5 * 7; at++) {
          // Each number of the input goes to every channel of its group, through the whole kernel.
          for (int o = 0; o < 6 / 2; o++) {
            for (int k = 0; k < 3 * 2; k++) {
              counted++;
            }
          }
        }
      }
    }
    assertEquals(OptionalLong.of(counted),
        count(NodeBuilder.of("ConvTranspose").intValue("group", 2), "2,6,11,14", "2,4,5,7", "4,3,3,2"));
  }

  @Test
  void countsMatrixProducts() {
    assertEquals(OptionalLong.of(2 * 3 * 4), count(NodeBuilder.of("Gemm"), "2,4", "2,3", "3,4", "4"));
    assertEquals(OptionalLong.of(2 * 3 * 4), count(NodeBuilder.of("Gemm").intValue("transA", 1).intValue("transB", 1),
        "2,4", "3,2", "4,3"));
    assertEquals(OptionalLong.of(5 * 2 * 3 * 4), count(NodeBuilder.of("MatMul"), "5,2,4", "2,3", "5,3,4"));
    assertEquals(OptionalLong.of(7), count(NodeBuilder.of("MatMul"), "", "7", "7"));
    assertEquals(OptionalLong.of(2 * 3 * 4),
        count(NodeBuilder.of("QLinearMatMul"), "2,4", "2,3", "", "", "3,4", "", "", "", ""));
    assertEquals(OptionalLong.of(2 * 3 * 4),
        count(NodeBuilder.of("FusedMatMul").domain("com.microsoft").intValue("transA", 1), "2,4", "3,2", "3,4"));
    assertEquals(OptionalLong.of(6 * 5), count(NodeBuilder.of("LinearRegressor").domain("ai.onnx.ml")
        .floats("coefficients", 1, 2, 3, 4, 5), "6,1", "6,5"));
  }

  @Test
  void countsEinsumByItsIndices() {
    assertEquals(OptionalLong.of(2 * 3 * 4 * 5), einsum("bij,bjk->bik", "2,3,4", "2,4,5"));
    assertEquals(OptionalLong.of(2 * 3 * 4 * 5), einsum("...ij, ...jk -> ...ik", "2,3,4", "1,4,5"));
    assertEquals(OptionalLong.of(6 * 2 * 3 * 4 * 5), einsum("i...j,j...k->i...k", "3,6,2,4", "4,6,2,5"));
    assertEquals(OptionalLong.of(0), einsum("ij->ji", "3,4"));
    assertEquals(OptionalLong.of(2 * (3 * 4 * 5)), einsum("ij,jk,ik->i", "3,4", "4,5", "3,5"));
    assertEquals(OptionalLong.empty(), einsum("ij,jk->ik", "3,4,5", "4,5"));
  }

  private static OptionalLong einsum(String equation, String... inputs) {
    return count(NodeBuilder.of("Einsum").string("equation", equation), "1", inputs);
  }

  @Test
  void countsRecurrentLayersStepByStep() {
    int steps = 3;
    int batch = 2;
    int features = 5;
    int hidden = 4;
    for (int gates : new int[] {1, 3, 4}) {
      long counted = 0;
      for (int direction = 0; direction < 2; direction++) {
        for (int step = 0; step < steps * batch; step++) {
          for (int row = 0; row < gates * hidden; row++) {
            counted += features + hidden;
          }
        }
      }
      String operator = gates == 1 ? "RNN" : gates == 3 ? "GRU" : "LSTM";
      assertEquals(OptionalLong.of(counted), count(NodeBuilder.of(operator), "3,2,2,4", "3,2,5",
          "2," + gates * hidden + ",5", "2," + gates * hidden + ",4"));
    }
  }

  @Test
  void countsScoresAndSumsOfAttention() {
    // 2 items, 4 heads, 3 queries, 7 keys: scores over 5 numbers, sums of 6.
    long expected = 2 * 4 * 3 * 7 * (5 + 6);
    assertEquals(OptionalLong.of(expected),
        count(NodeBuilder.of("Attention"), "2,4,3,6", "2,4,3,5", "2,4,7,5", "2,4,7,6"));
    assertEquals(OptionalLong.of(expected), count(NodeBuilder.of("Attention").intValue("q_num_heads", 4)
        .intValue("kv_num_heads", 2), "2,3,24", "2,3,20", "2,7,10", "2,7,12"));
    assertEquals(OptionalLong.of(2 * 4 * 3 * (7 + 2) * (5 + 6)), count(NodeBuilder.of("Attention"), "2,4,3,6",
        "2,4,3,5", "2,4,7,5", "2,4,7,6", "none", "2,4,2,5"));
    assertEquals(OptionalLong.of(2 * 3 * 7 * (20 + 24)), count(NodeBuilder.of("MultiHeadAttention")
        .domain("com.microsoft").intValue("num_heads", 4), "2,3,24", "2,3,20", "2,7,20", "2,7,24"));
    // Three projections of 8 to 10, 10 and 6, then scores over 10 and sums of 6.
    assertEquals(OptionalLong.of(2 * 3 * 8 * 26 + 2 * 3 * 3 * (10 + 6)),
        count(NodeBuilder.of("Attention").domain("com.microsoft"), "2,3,6", "2,3,8", "8,26", "26"));
  }

  @Test
  void countsNothingWhereNoMatrixIsMultiplied() {
    for (String operator : List.of("Relu", "Add", "BatchNormalization", "MaxPool", "Softmax", "Reshape", "Resize")) {
      assertEquals(OptionalLong.of(0), count(NodeBuilder.of(operator), "2,3", "2,3"), operator);
    }
  }

  @Test
  void saysThatItDoesNotKnow() {
    assertEquals(OptionalLong.empty(), count(NodeBuilder.of("If"), "2,3", ""));
    assertEquals(OptionalLong.empty(), count(NodeBuilder.of("Relu").domain("example"), "2,3", "2,3"));
    assertEquals(OptionalLong.empty(), count(NodeBuilder.of("MatMul"), "n,4", "n,3", "3,4"));
    assertEquals(OptionalLong.empty(), count(NodeBuilder.of("Conv"), "1,4,2,2"));
    assertEquals(OptionalLong.empty(), count(NodeBuilder.of("MatMul"), "4294967296,4294967296", "4294967296,3",
        "3,4294967296"));
  }
}
