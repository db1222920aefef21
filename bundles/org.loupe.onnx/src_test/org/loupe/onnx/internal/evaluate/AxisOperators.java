/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.evaluate;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.loupe.math.tensor.ElementType;

/** Random nodes of products of matrices and of operators along axes: softmax, reductions, order. */
final class AxisOperators {
  private static final long NEGATIVE_AXES = 11;

  private AxisOperators() {
  }

  static void addTo(Map<String, Consumer<Draw>> table) {
    table.put("MatMul 7", AxisOperators::matMul);
    table.put("MatMul 9 of whole numbers", d -> d.numbers(ElementType.INT32, -9, 9, 2, 3)
        .numbers(ElementType.INT32, -9, 9, 3, 4));
    table.put("Gemm 7", AxisOperators::gemm);
    addEinsum(table);
    for (String operator : new String[] {"Softmax 7", "LogSoftmax 7", "Hardmax 7"}) {
      table.put(operator, d -> {
        d.reals(d.dims(3));
        if (d.coin()) {
          d.node().intValue("axis", d.axis(3, d.opset() >= NEGATIVE_AXES));
        }
      });
    }
    for (String operator : new String[] {"ReduceSum", "ReduceMean", "ReduceMax", "ReduceMin", "ReduceProd", "ReduceL1",
        "ReduceL2", "ReduceSumSquare", "ReduceLogSumExp"}) {
      table.put(operator + " 7", d -> reduce(d.reals(d.dims(3)), operator.equals("ReduceSum") ? 13 : 18));
    }
    table.put("ReduceLogSum 7", d -> reduce(d.reals(0.3, 2, d.dims(3)), 18));
    table.put("ReduceSum 7 of whole numbers", d -> reduce(d.numbers(ElementType.INT64, -9, 9, d.dims(3)), 13));
    for (String operator : new String[] {"ArgMax 7", "ArgMin 7"}) {
      table.put(operator, d -> {
        d.numbers(ElementType.FLOAT32, -2, 2, d.dims(3)).node().intValue("axis", d.axis(3, d.opset() >= NEGATIVE_AXES))
            .intValue("keepdims", d.between(0, 1));
        if (d.opset() >= 12) {
          d.node().intValue("select_last_index", d.between(0, 1));
        }
      });
    }
    table.put("CumSum 11", d -> d.reals(d.dims(3)).scalar(d.axis(3, true)).node()
        .intValue("exclusive", d.between(0, 1)).intValue("reverse", d.between(0, 1)));
    table.put("TopK 7", AxisOperators::topK);
  }

  private static void matMul(Draw d) {
    int inner = d.between(1, 4);
    int[] batch = d.dims(d.between(0, 2));
    int[] left = IntStream.concat(Arrays.stream(batch), IntStream.of(d.between(1, 4), inner)).toArray();
    int[] right = IntStream.concat(Arrays.stream(batch, d.between(0, batch.length), batch.length),
        IntStream.of(inner, d.between(1, 4))).toArray();
    switch (d.between(0, 4)) {
      case 0 -> d.reals(inner).reals(right);
      case 1 -> d.reals(left).reals(inner);
      default -> d.reals(left).reals(right);
    }
  }

  private static void gemm(Draw d) {
    int n = d.between(1, 4);
    int k = d.between(1, 4);
    int m = d.between(1, 4);
    boolean a = d.coin();
    boolean b = d.coin();
    d.reals(a ? new int[] {k, n} : new int[] {n, k}).reals(b ? new int[] {m, k} : new int[] {k, m});
    if (d.opset() < NEGATIVE_AXES || d.coin()) {
      d.reals(d.oneOf(new int[] {m}, new int[] {1, m}, new int[] {n, m}, new int[] {n, 1}, new int[] {1}));
    }
    d.node().intValue("transA", a ? 1 : 0).intValue("transB", b ? 1 : 0).floatValue("alpha", d.real(0.5, 2))
        .floatValue("beta", d.real(0.5, 2));
  }

  private static void addEinsum(Map<String, Consumer<Draw>> table) {
    int[][] square = {{3, 4}, {4, 2}};
    for (String equation : new String[] {"ij,jk->ik", "ij,jk", "ij,jk->ki", "ij,jk->i"}) {
      table.put("Einsum 12 " + equation,
          d -> d.reals(square[0]).reals(square[1]).node().string("equation", equation));
    }
    table.put("Einsum 12 attention",
        d -> d.reals(2, 2, 3, 4).reals(2, 2, 5, 4).node().string("equation", "bhqd,bhkd->bhqk"));
    table.put("Einsum 12 ellipsis", d -> d.reals(2, 3, 4).reals(4, 2).node().string("equation", "...i,ij->...j"));
    table.put("Einsum 12 diagonal", d -> d.reals(2, 3, 3).node().string("equation", "bii->bi"));
  }

  private static void reduce(Draw d, long axesInputSince) {
    if (d.coin()) {
      d.list("axes", axesInputSince, d.axes(3, d.opset() >= NEGATIVE_AXES));
    } else if (d.opset() >= axesInputSince && d.coin()) {
      d.node().intValue("noop_with_empty_axes", 0);
    }
    d.node().intValue("keepdims", d.between(0, 1));
  }

  private static void topK(Draw d) {
    d.reals(4, 5, 6).outputs(2).node().intValue("axis", d.axis(3, d.opset() >= NEGATIVE_AXES));
    int k = d.between(1, 4);
    if (d.opset() < 10) {
      d.node().intValue("k", k);
    } else {
      d.constant(k);
    }
    if (d.opset() >= 11) {
      d.node().intValue("largest", d.between(0, 1));
    }
  }
}
