/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.elementwise;

import java.util.Map;
import java.util.function.DoublePredicate;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;
import org.loupe.math.tensor.ElementType;

/** Comparisons, truth values, and the choice between two arrays. Comparisons with NaN do not hold. */
public final class Logic {
  private Logic() {
  }

  public static void addTo(Map<String, Operator> table) {
    binary(table, "And", (a, i, b, j) -> a.truth(i) && b.truth(j));
    binary(table, "Or", (a, i, b, j) -> a.truth(i) || b.truth(j));
    binary(table, "Xor", (a, i, b, j) -> a.truth(i) != b.truth(j));
    binary(table, "Equal", (a, i, b, j) -> a.isReal() ? a.real(i) == b.real(j) : a.whole(i) == b.whole(j));
    binary(table, "Less", Logic::less);
    binary(table, "Greater", (a, i, b, j) -> less(b, j, a, i));
    binary(table, "LessOrEqual", (a, i, b, j) -> a.isReal() ? a.real(i) <= b.real(j) : !less(b, j, a, i));
    binary(table, "GreaterOrEqual", (a, i, b, j) -> a.isReal() ? a.real(i) >= b.real(j) : !less(a, i, b, j));
    unary(table, "Not", v -> v == 0);
    unary(table, "IsNaN", Double::isNaN);
    table.put("IsInf", Operator.single(Logic::isInf));
    table.put("Where", Operator.single(Logic::where));
  }

  private static void binary(Map<String, Operator> table, String name, Broadcasting.Condition condition) {
    table.put(name, Operator.single(call -> Broadcasting.test(call.input(0), call.input(1), condition)));
  }

  private static void unary(Map<String, Operator> table, String name, DoublePredicate condition) {
    table.put(name, Operator.single(call -> test(call.input(0), condition)));
  }

  private static Value test(Value x, DoublePredicate condition) {
    Value out = Value.zeros(ElementType.BOOL, x.dims());
    for (int i = 0; i < out.size(); i++) {
      out.setWhole(i, condition.test(x.real(i)) ? 1 : 0);
    }
    return out;
  }

  private static boolean less(Value a, int i, Value b, int j) {
    if (a.isReal()) {
      return a.real(i) < b.real(j);
    }
    return a.type() == ElementType.UINT64 ? Long.compareUnsigned(a.whole(i), b.whole(j)) < 0
        : a.whole(i) < b.whole(j);
  }

  private static Value isInf(Call call) {
    boolean negative = call.flag("detect_negative", true);
    boolean positive = call.flag("detect_positive", true);
    return test(call.input(0), v -> Double.isInfinite(v) && (v > 0 ? positive : negative));
  }

  private static Value where(Call call) {
    Value condition = call.input(0);
    Value a = call.input(1);
    Value b = call.input(2);
    Value out = a.like(Dims.broadcast(condition.dims(), a.dims(), b.dims()));
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, out.dims());
      Value chosen = condition.truth(Dims.broadcastFlat(at, condition.dims())) ? a : b;
      out.set(o, chosen, Dims.broadcastFlat(at, chosen.dims()));
    }
    return out;
  }
}
