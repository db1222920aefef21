/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.graph.build.NodeBuilder;

/** Gradients of matrix products, as ONNX Runtime computes them. */
class LinearGradientTest {
  @ParameterizedTest
  @ValueSource(longs = {9, 11, 13})
  void gemm(long opset) throws Exception {
    for (int trans = 0; trans < 4; trans++) {
      for (String bias : new String[] {"N, 4", "4", "1, 4", "", "N, 1"}) {
        new GradientCheck(opset).variable("a", trans % 2 == 0 ? "N, 3" : "3, N")
            .variable("b", trans < 2 ? "3, 4" : "4, 3").variable("c", bias)
            .node(NodeBuilder.of("Gemm").inputs("a", "b", "c").outputs("y").intValue("transA", trans % 2)
                .intValue("transB", trans / 2).floatValue("alpha", 0.5f).floatValue("beta", -1.5f)).verify();
      }
    }
  }

  @Test
  void gemmWithoutBias() throws Exception {
    new GradientCheck(13).variable("a", "N, 3").weights("b", 3, 4)
        .node(NodeBuilder.of("Gemm").inputs("a", "b").outputs("y")).verify();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"N, 3 | 3, 4", "3 | 3", "3 | 3, 4", "N, 3 | 3", "3 | N, 3, 4", "N, 2, 3 | 3",
      "N, 2, 3 | N, 3, 4", "N, 2, 3 | 3, 4", "2, 3 | N, 3, 4", "N, 1, 2, 3 | 5, 3, 4", "1, 2, 3 | N, 3, 4",
      "N, S, 3 | 3, 4", "N, S, 3 | N, 3, S"})
  void matMul(String a, String b) throws Exception {
    for (long opset : new long[] {9, 13}) {
      new GradientCheck(opset).variable("a", a.strip()).variable("b", b.strip())
          .node(NodeBuilder.of("MatMul").inputs("a", "b").outputs("y")).verify();
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"ij,jk->ik | N, 3 | 3, 4", "ij,jk | N, 3 | 3, 4",
      "bhid,bhjd->bhij | N,2,3,4 | N,2,5,4", "ij,k->k | N, 3 | 4", "i,j->ji | 3 | 4", "ij,ij-> | N, 3 | N, 3"})
  void einsum(String equation, String a, String b) throws Exception {
    new GradientCheck(13).variable("a", a.strip()).variable("b", b.strip())
        .node(NodeBuilder.of("Einsum").inputs("a", "b").outputs("y").string("equation", equation.strip())).verify();
  }
}
