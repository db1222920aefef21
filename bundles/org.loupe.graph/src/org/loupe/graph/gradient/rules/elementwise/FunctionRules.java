/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.elementwise;

import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.RuleSet;

/** Rules of mathematical functions; from the output where that is as good, so that the input need not be kept. */
public final class FunctionRules {
  private static final double TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);
  /** Steps: constant wherever they have a derivative. */
  private static final BackwardRule ZERO = c -> { };

  private FunctionRules() {
  }

  public static void register(RuleSet.Builder rules) {
    for (String step : new String[] {"Round", "Floor", "Ceil", "Sign", "Hardmax"}) {
      rules.rule(step, ZERO);
    }
    rule(rules, "Exp", e -> e.emit().mul(e.cotangent(), e.y()));
    rule(rules, "Log", e -> e.emit().div(e.cotangent(), e.x()));
    rule(rules, "Sqrt", e -> e.emit().div(e.emit().mul(e.cotangent(), 0.5), e.y()));
    rule(rules, "Reciprocal", e -> e.emit().neg(e.emit().mul(e.cotangent(), e.emit().square(e.y()))));
    rule(rules, "Neg", e -> e.emit().neg(e.cotangent()));
    rule(rules, "Abs", e -> e.emit().mul(e.cotangent(), e.emit().sign(e.x())));
    rule(rules, "Erf", e -> {
      Emitter emit = e.emit();
      String bell = emit.op("Exp", emit.neg(emit.square(e.x())));
      return emit.mul(e.cotangent(), emit.mul(bell, TWO_OVER_SQRT_PI));
    });
    registerCircular(rules);
    registerHyperbolic(rules);
  }

  private static void registerCircular(RuleSet.Builder rules) {
    rule(rules, "Sin", e -> e.emit().mul(e.cotangent(), e.emit().op("Cos", e.x())));
    rule(rules, "Cos", e -> e.emit().neg(e.emit().mul(e.cotangent(), e.emit().op("Sin", e.x()))));
    rule(rules, "Tan", e -> e.emit().mul(e.cotangent(), e.emit().add(e.emit().square(e.y()), 1)));
    rule(rules, "Asin", e -> e.emit().div(e.cotangent(), root(e.emit(), e.emit().sub(1, e.emit().square(e.x())))));
    rule(rules, "Acos",
        e -> e.emit().neg(e.emit().div(e.cotangent(), root(e.emit(), e.emit().sub(1, e.emit().square(e.x()))))));
    rule(rules, "Atan", e -> e.emit().div(e.cotangent(), e.emit().add(e.emit().square(e.x()), 1)));
  }

  private static void registerHyperbolic(RuleSet.Builder rules) {
    rule(rules, "Sinh", e -> e.emit().mul(e.cotangent(), e.emit().op("Cosh", e.x())));
    rule(rules, "Cosh", e -> e.emit().mul(e.cotangent(), e.emit().op("Sinh", e.x())));
    rule(rules, "Tanh", e -> e.emit().mul(e.cotangent(), e.emit().sub(1, e.emit().square(e.y()))));
    rule(rules, "Asinh", e -> e.emit().div(e.cotangent(), root(e.emit(), e.emit().add(e.emit().square(e.x()), 1))));
    rule(rules, "Acosh", e -> e.emit().div(e.cotangent(), root(e.emit(), e.emit().add(e.emit().square(e.x()), -1))));
    rule(rules, "Atanh", e -> e.emit().div(e.cotangent(), e.emit().sub(1, e.emit().square(e.x()))));
  }

  private static String root(Emitter emit, String x) {
    return emit.op("Sqrt", x);
  }

  private static void rule(RuleSet.Builder rules, String operator, ElementRule rule) {
    rules.rule(operator, rule);
  }
}
