/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.linear;

import java.util.Arrays;
import java.util.Map;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;

/** Products of matrices. */
public final class Products {
  private Products() {
  }

  public static void addTo(Map<String, Operator> table) {
    table.put("MatMul", Operator.single(call -> matMul(call.input(0), call.input(1))));
    table.put("Gemm", Operator.single(Products::gemm));
  }

  /** As numpy's matmul: a list counts as a row on the left and as a column on the right; leading axes are broadcast. */
  static Value matMul(Value left, Value right) {
    if (left.rank() == 0 || right.rank() == 0) {
      throw new IllegalArgumentException("a matrix product needs axes");
    }
    Value a = left.rank() == 1 ? left.reshape(1, left.dim(0)) : left;
    Value b = right.rank() == 1 ? right.reshape(right.dim(0), 1) : right;
    int rows = a.dim(a.rank() - 2);
    int inner = a.dim(a.rank() - 1);
    int columns = b.dim(b.rank() - 1);
    if (inner != b.dim(b.rank() - 2)) {
      throw new IllegalArgumentException("matrices " + left + " and " + right + " do not fit");
    }
    int[] batchA = Arrays.copyOf(a.dims(), a.rank() - 2);
    int[] batchB = Arrays.copyOf(b.dims(), b.rank() - 2);
    int[] batch = Dims.broadcast(batchA, batchB);
    Value out = a.like(Dims.concat(batch, new int[] {rows, columns}));
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, out.dims());
      int r = at[batch.length];
      int c = at[batch.length + 1];
      int[] group = Arrays.copyOf(at, batch.length);
      int startA = (Dims.broadcastFlat(group, batchA) * rows + r) * inner;
      int startB = Dims.broadcastFlat(group, batchB) * inner * columns + c;
      if (out.isReal()) {
        double sum = 0;
        for (int k = 0; k < inner; k++) {
          sum += a.real(startA + k) * b.real(startB + k * columns);
        }
        out.setReal(o, sum);
      } else {
        long sum = 0;
        for (int k = 0; k < inner; k++) {
          sum += a.whole(startA + k) * b.whole(startB + k * columns);
        }
        out.setWhole(o, sum);
      }
    }
    int[] dims = left.rank() == 1 ? right.rank() == 1 ? batch : Dims.concat(batch, new int[] {columns})
        : right.rank() == 1 ? Dims.concat(batch, new int[] {rows}) : out.dims();
    return out.reshape(dims);
  }

  private static Value gemm(Call call) {
    double alpha = call.number("alpha", 1);
    double beta = call.number("beta", 1);
    Value a = call.flag("transA", false) ? transposed(call.input(0)) : call.input(0);
    Value b = call.flag("transB", false) ? transposed(call.input(1)) : call.input(1);
    if (a.rank() != 2 || b.rank() != 2) {
      throw new IllegalArgumentException("Gemm needs matrices, not " + a + " and " + b);
    }
    Value product = matMul(a, b);
    Value out = product.like(product.dims());
    Value c = call.has(2) ? call.input(2) : null;
    if (c != null && !Arrays.equals(Dims.broadcast(c.dims(), out.dims()), out.dims())) {
      throw new IllegalArgumentException("C of shape " + c + " cannot be broadcast to " + out);
    }
    for (int o = 0; o < out.size(); o++) {
      double added = c == null ? 0 : beta * c.real(Dims.broadcastFlat(Dims.unravel(o, out.dims()), c.dims()));
      out.setReal(o, alpha * product.real(o) + added);
    }
    return out;
  }

  private static Value transposed(Value m) {
    Value out = m.like(m.dim(1), m.dim(0));
    for (int o = 0; o < out.size(); o++) {
      out.set(o, m, o % m.dim(0) * m.dim(1) + o / m.dim(0));
    }
    return out;
  }
}
