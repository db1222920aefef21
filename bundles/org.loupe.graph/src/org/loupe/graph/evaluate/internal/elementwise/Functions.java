/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.elementwise;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;

/** Mathematical functions of one number. */
public final class Functions {
  private Functions() {
  }

  public static void addTo(Map<String, Operator> table) {
    table.put("Abs", number(Math::abs, Math::abs));
    table.put("Neg", number(v -> -v, v -> -v));
    table.put("Sign", number(Math::signum, Long::signum));
    real(table, "Floor", Math::floor);
    real(table, "Ceil", Math::ceil);
    real(table, "Round", Math::rint);
    real(table, "Reciprocal", v -> 1 / v);
    real(table, "Sqrt", Math::sqrt);
    real(table, "Exp", Math::exp);
    real(table, "Log", Math::log);
    real(table, "Sin", Math::sin);
    real(table, "Cos", Math::cos);
    real(table, "Tan", Math::tan);
    real(table, "Asin", Math::asin);
    real(table, "Acos", Math::acos);
    real(table, "Atan", Math::atan);
    real(table, "Sinh", Math::sinh);
    real(table, "Cosh", Math::cosh);
    real(table, "Tanh", Math::tanh);
    real(table, "Asinh", v -> Math.copySign(Math.log(Math.abs(v) + Math.sqrt(v * v + 1)), v));
    real(table, "Acosh", v -> Math.log(v + Math.sqrt(v * v - 1)));
    real(table, "Atanh", v -> (Math.log1p(v) - Math.log1p(-v)) / 2);
    real(table, "Erf", Functions::erf);
  }

  private static void real(Map<String, Operator> table, String name, DoubleUnaryOperator f) {
    table.put(name, Operator.single(call -> call.input(0).map(f)));
  }

  /** An operator for whole numbers too. */
  static Operator number(DoubleUnaryOperator real, LongUnaryOperator whole) {
    return Operator.single(call -> {
      Value x = call.input(0);
      if (x.isReal()) {
        return x.map(real);
      }
      Value y = x.like(x.dims());
      for (int i = 0; i < y.size(); i++) {
        y.setWhole(i, whole.applyAsLong(x.whole(i)));
      }
      return y;
    });
  }

  /**
   * The error function, by the series whose terms all have one sign (Abramowitz and Stegun, 7.1.6), exact to about
   * 1e-15; beyond 6 it is one in double precision.
   */
  static double erf(double x) {
    if (Math.abs(x) > 6) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }
}
