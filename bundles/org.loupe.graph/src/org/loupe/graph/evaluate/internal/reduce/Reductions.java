/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.reduce;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;

/** Reductions over axes. */
public final class Reductions {
  @FunctionalInterface
  private interface Reduction {
    /** The result of some elements in the result's place {@code at}. */
    void reduce(Value elements, Value result, int at);
  }

  private Reductions() {
  }

  public static void addTo(Map<String, Operator> table) {
    add(table, "ReduceSum", Reductions::sum);
    add(table, "ReduceMean", (x, r, at) -> r.setReal(at, x.isReal() ? realSum(x) / x.size() : wholeSum(x) / x.size()));
    add(table, "ReduceProd", Reductions::product);
    add(table, "ReduceMax", (x, r, at) -> extreme(x, r, at, 1));
    add(table, "ReduceMin", (x, r, at) -> extreme(x, r, at, -1));
    add(table, "ReduceL1", (x, r, at) -> r.setReal(at, realSum(x.map(Math::abs))));
    add(table, "ReduceL2", (x, r, at) -> r.setReal(at, Math.sqrt(realSum(x.map(v -> v * v)))));
    add(table, "ReduceSumSquare", (x, r, at) -> r.setReal(at, realSum(x.map(v -> v * v))));
    add(table, "ReduceLogSum", (x, r, at) -> r.setReal(at, Math.log(realSum(x))));
    add(table, "ReduceLogSumExp", Reductions::logSumExp);
  }

  private static void add(Map<String, Operator> table, String name, Reduction reduction) {
    table.put(name, Operator.single(call -> reduce(call, reduction)));
  }

  private static Value reduce(Call call, Reduction reduction) {
    Value x = call.input(0);
    int[] axes = axes(call, x.rank());
    int[] counts = IntStream.range(0, x.rank()).map(a -> Dims.contains(axes, a) ? x.dim(a) : 1).toArray();
    int[] kept = IntStream.range(0, x.rank()).map(a -> Dims.contains(axes, a) ? 1 : x.dim(a)).toArray();
    Value out = x.like(kept);
    for (int o = 0; o < out.size(); o++) {
      int[] start = Dims.unravel(o, kept);
      Value elements = x.like(Dims.size(counts));
      for (int i = 0; i < elements.size(); i++) {
        int[] at = Dims.unravel(i, counts);
        elements.set(i, x, Dims.flat(IntStream.range(0, at.length).map(a -> at[a] + start[a]).toArray(), x.dims()));
      }
      reduction.reduce(elements, out, o);
    }
    return call.flag("keepdims", true) ? out : out.reshape(IntStream.range(0, x.rank())
        .filter(a -> !Dims.contains(axes, a)).map(x::dim).toArray());
  }

  /** No axes mean all of them, unless the node says that they mean none. */
  private static int[] axes(Call call, int rank) {
    long[] axes = call.list("axes", 1, call.node().opType().equals("ReduceSum") ? 13 : 18).orElse(new long[0]);
    if (axes.length > 0) {
      return Dims.axes(axes, rank);
    }
    return call.flag("noop_with_empty_axes", false) ? new int[0] : IntStream.range(0, rank).toArray();
  }

  private static double realSum(Value x) {
    return IntStream.range(0, x.size()).mapToDouble(x::real).sum();
  }

  private static long wholeSum(Value x) {
    return Arrays.stream(x.longs()).sum();
  }

  private static void sum(Value x, Value result, int at) {
    if (x.isReal()) {
      result.setReal(at, realSum(x));
    } else {
      result.setWhole(at, wholeSum(x));
    }
  }

  private static void product(Value x, Value result, int at) {
    if (x.isReal()) {
      result.setReal(at, IntStream.range(0, x.size()).mapToDouble(x::real).reduce(1, (a, b) -> a * b));
    } else {
      result.setWhole(at, Arrays.stream(x.longs()).reduce(1, (a, b) -> a * b));
    }
  }

  private static void extreme(Value x, Value result, int at, int sign) {
    if (x.size() == 0) {
      throw new IllegalArgumentException("there is no extreme of no elements");
    }
    int best = 0;
    for (int i = 1; i < x.size(); i++) {
      int order = x.isReal() ? Double.compare(x.real(i), x.real(best)) : Long.compare(x.whole(i), x.whole(best));
      best = order * sign > 0 ? i : best;
    }
    result.set(at, x, best);
  }

  private static void logSumExp(Value x, Value result, int at) {
    double max = IntStream.range(0, x.size()).mapToDouble(x::real).max().orElse(0);
    result.setReal(at, max + Math.log(realSum(x.map(v -> Math.exp(v - max)))));
  }
}
