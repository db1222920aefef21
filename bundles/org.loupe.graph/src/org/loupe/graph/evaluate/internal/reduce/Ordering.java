/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.reduce;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;
import org.loupe.math.tensor.ElementType;

/** Operators along one axis that order elements or add them up. */
public final class Ordering {
  private Ordering() {
  }

  public static void addTo(Map<String, Operator> table) {
    table.put("ArgMax", Operator.single(call -> arg(call, 1)));
    table.put("ArgMin", Operator.single(call -> arg(call, -1)));
    table.put("TopK", Ordering::topK);
    table.put("CumSum", Operator.single(Ordering::cumulate));
  }

  private static int compare(Value x, int i, int j) {
    return x.isReal() ? Double.compare(x.real(i), x.real(j)) : Long.compare(x.whole(i), x.whole(j));
  }

  /** The position of element {@code k} of the line along an axis in which {@code at} lies. */
  private static int element(Value x, int[] at, int axis, int k) {
    return Dims.flat(Dims.with(at, axis, k), x.dims());
  }

  private static Value arg(Call call, int sign) {
    Value x = call.input(0);
    int axis = call.axis("axis", 0, x.rank());
    boolean last = call.flag("select_last_index", false);
    Value out = Value.zeros(ElementType.INT64, Dims.with(x.dims(), axis, 1));
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, out.dims());
      int best = 0;
      for (int k = 1; k < x.dim(axis); k++) {
        int order = compare(x, element(x, at, axis, k), element(x, at, axis, best)) * sign;
        best = order > 0 || order == 0 && last ? k : best;
      }
      out.setWhole(o, best);
    }
    return call.flag("keepdims", true) ? out
        : out.reshape(IntStream.range(0, x.rank()).filter(a -> a != axis).map(x::dim).toArray());
  }

  /** The k largest or smallest elements in order, and where they are; of equal ones the first come first. */
  private static List<Value> topK(Call call) {
    Value x = call.input(0);
    int axis = call.axis("axis", -1, x.rank());
    int k = Math.toIntExact(call.has(1) ? call.input(1).wholeScalar() : call.node().intValue("k", 0));
    int sign = call.flag("largest", true) ? -1 : 1;
    if (k < 0 || k > x.dim(axis)) {
      throw new IllegalArgumentException("there are no " + k + " elements along an axis of " + x.dim(axis));
    }
    Value values = x.like(Dims.with(x.dims(), axis, k));
    Value indices = Value.zeros(ElementType.INT64, values.dims());
    for (int o = 0; o < values.size(); o++) {
      int[] at = Dims.unravel(o, values.dims());
      Comparator<Integer> order = (i, j) -> sign * compare(x, element(x, at, axis, i), element(x, at, axis, j));
      int chosen = IntStream.range(0, x.dim(axis)).boxed().sorted(order).skip(at[axis]).findFirst().orElseThrow();
      values.set(o, x, element(x, at, axis, chosen));
      indices.setWhole(o, chosen);
    }
    return List.of(values, indices);
  }

  private static Value cumulate(Call call) {
    Value x = call.input(0);
    int axis = Dims.axis(call.input(1).wholeScalar(), x.rank());
    boolean exclusive = call.flag("exclusive", false);
    boolean reverse = call.flag("reverse", false);
    Value out = x.like(x.dims());
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, x.dims());
      for (int k = 0; k < x.dim(axis); k++) {
        int after = reverse ? k - at[axis] : at[axis] - k;
        if (after > 0 || after == 0 && !exclusive) {
          int i = element(x, at, axis, k);
          if (x.isReal()) {
            out.setReal(o, out.real(o) + x.real(i));
          } else {
            out.setWhole(o, out.whole(o) + x.whole(i));
          }
        }
      }
    }
    return out;
  }
}
