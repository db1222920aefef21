/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.elementwise;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;
import org.loupe.math.tensor.ElementType;

/** Arithmetic of two or more arrays. */
public final class Arithmetic {
  private Arithmetic() {
  }

  public static void addTo(Map<String, Operator> table) {
    binary(table, "Add", Double::sum, Long::sum);
    binary(table, "Sub", (a, b) -> a - b, (a, b) -> a - b);
    binary(table, "Mul", (a, b) -> a * b, (a, b) -> a * b);
    table.put("Div", Operator.single(Arithmetic::div));
    table.put("Mod", Operator.single(Arithmetic::mod));
    table.put("Pow", Operator.single(Arithmetic::pow));
    variadic(table, "Sum", Double::sum, Long::sum);
    variadic(table, "Max", Math::max, Math::max);
    variadic(table, "Min", Math::min, Math::min);
    table.put("Mean", Operator.single(call -> {
      int count = call.inputs().size();
      return Broadcasting.fold(call.inputs(), Double::sum, Long::sum).map(v -> v / count);
    }));
  }

  private static void binary(Map<String, Operator> table, String name, DoubleBinaryOperator real,
      LongBinaryOperator whole) {
    table.put(name, Operator.single(call -> Broadcasting.apply(call.input(0), call.input(1), real, whole)));
  }

  private static void variadic(Map<String, Operator> table, String name, DoubleBinaryOperator real,
      LongBinaryOperator whole) {
    table.put(name, Operator.single(call -> Broadcasting.fold(call.inputs(), real, whole)));
  }

  /** Whole numbers are divided towards zero. */
  private static Value div(Call call) {
    boolean unsigned = call.input(0).type() == ElementType.UINT64;
    return Broadcasting.apply(call.input(0), call.input(1), (a, b) -> a / b,
        unsigned ? Long::divideUnsigned : (a, b) -> a / b);
  }

  /** With {@code fmod} the sign is that of the dividend, else that of the divisor. */
  private static Value mod(Call call) {
    boolean ofDividend = call.flag("fmod", false);
    if (call.input(0).isReal() && !ofDividend) {
      throw new IllegalArgumentException("floating-point numbers need fmod = 1");
    }
    return Broadcasting.apply(call.input(0), call.input(1), (a, b) -> a % b,
        ofDividend ? (a, b) -> a % b : Math::floorMod);
  }

  /** The type is that of the base, whatever that of the exponent. */
  private static Value pow(Call call) {
    Value a = call.input(0);
    Value b = call.input(1);
    Value out = a.like(Dims.broadcast(a.dims(), b.dims()));
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, out.dims());
      int i = Dims.broadcastFlat(at, a.dims());
      int j = Dims.broadcastFlat(at, b.dims());
      if (!a.isReal() && !b.isReal() && b.whole(j) >= 0) {
        out.setWhole(o, power(a.whole(i), b.whole(j)));
      } else {
        out.setReal(o, Math.pow(a.real(i), b.real(j)));
      }
    }
    return out;
  }

  /** A power of whole numbers by squaring, which wraps around as multiplication does. */
  private static long power(long base, long exponent) {
    long result = 1;
    long square = base;
    for (long e = exponent; e > 0; e >>= 1) {
      result = (e & 1) == 1 ? result * square : result;
      square *= square;
    }
    return result;
  }
}
