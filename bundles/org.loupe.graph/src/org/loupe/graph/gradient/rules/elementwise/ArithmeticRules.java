/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.elementwise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.RuleSet;
import org.loupe.graph.gradient.rules.norm.Standardization;

/** Rules of operators on two and more operands, which are broadcast to each other. */
public final class ArithmeticRules {
  private ArithmeticRules() {
  }

  public static void register(RuleSet.Builder rules) {
    rules.rule("Add", ArithmeticRules::toAll).rule("Sum", ArithmeticRules::toAll);
    rules.rule("Mean", ArithmeticRules::mean);
    rules.rule("Sub", c -> {
      c.giveBroadcast(0, c.cotangent());
      if (c.wants(1)) {
        c.giveBroadcast(1, c.emit().neg(c.cotangent()));
      }
    });
    rules.rule("Mul", ArithmeticRules::multiply);
    rules.rule("Div", ArithmeticRules::divide);
    rules.rule("Pow", ArithmeticRules::power);
    rules.rule("Mod", ArithmeticRules::remainder);
    rules.rule("Max", ArithmeticRules::extreme).rule("Min", ArithmeticRules::extreme);
    rules.rule("Where", ArithmeticRules::where);
  }

  private static void toAll(RuleContext c) {
    for (int i = 0; i < c.node().inputs().size(); i++) {
      c.giveBroadcast(i, c.cotangent());
    }
  }

  private static void mean(RuleContext c) {
    String part = c.emit().mul(c.cotangent(), 1.0 / c.node().inputs().size());
    for (int i = 0; i < c.node().inputs().size(); i++) {
      c.giveBroadcast(i, part);
    }
  }

  private static void multiply(RuleContext c) {
    if (SelfGate.differentiate(c)) {
      return;
    }
    for (int i = 0; i < 2; i++) {
      if (c.wants(i)) {
        c.giveBroadcast(i, c.emit().mul(c.cotangent(), c.input(1 - i)));
      }
    }
  }

  private static void divide(RuleContext c) {
    if (Standardization.differentiate(c)) {
      return;
    }
    String quotient = c.emit().div(c.cotangent(), c.input(1));
    c.giveBroadcast(0, quotient);
    if (c.wants(1)) {
      c.giveBroadcast(1, c.emit().neg(c.emit().mul(quotient, c.output(0))));
    }
  }

  private static void power(RuleContext c) {
    Emitter emit = c.emit();
    String g = c.cotangent();
    String x = c.input(0);
    if (c.wants(0)) {
      Optional<Double> exponent = c.numbers(1).filter(v -> v.length == 1).map(v -> v[0]);
      c.giveBroadcast(0, exponent.isPresent() ? byConstant(emit, g, x, c.output(0), exponent.get())
          : byExponent(emit, g, x, emit.cast(c.input(1), emit.type(x))));
    }
    if (c.wants(1)) {
      // Where the base is zero the power does not depend on a positive exponent; for a negative base it has none.
      String positive = emit.greater(x, 0);
      String log = emit.op("Log", emit.where(positive, x, emit.number(x, 1)));
      String part = emit.mul(emit.mul(g, c.output(0)), log);
      c.giveBroadcast(1, emit.cast(part, c.type(c.input(1))));
    }
  }

  private static String byConstant(Emitter emit, String g, String x, String y, double exponent) {
    if (exponent == 2) {
      return emit.mul(g, emit.mul(x, 2));
    }
    if (exponent == 0.5) {
      return emit.div(emit.mul(g, 0.5), y);
    }
    if (exponent == 1 || exponent == 0) {
      return emit.mul(g, exponent);
    }
    String lower = exponent == 3 ? emit.square(x) : emit.op("Pow", x, emit.number(x, exponent - 1));
    return emit.mul(g, emit.mul(lower, exponent));
  }

  private static String byExponent(Emitter emit, String g, String x, String exponent) {
    // Zero to the power of minus one would spoil what an exponent of zero makes zero.
    String zero = emit.equal(exponent, emit.number(exponent, 0));
    String lower = emit.op("Pow", x, emit.where(zero, emit.number(exponent, 1), emit.add(exponent, -1)));
    return emit.mul(g, emit.mul(exponent, lower));
  }

  /** The operands that have the extreme value share the cotangent. */
  private static void extreme(RuleContext c) {
    Emitter emit = c.emit();
    int n = c.node().inputs().size();
    if (n == 1) {
      c.give(0, c.cotangent());
      return;
    }
    List<String> hits = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      hits.add(emit.mask(emit.equal(c.input(i), c.output(0)), c.cotangent()));
    }
    String total = hits.get(0);
    for (String hit : hits.subList(1, n)) {
      total = emit.add(total, hit);
    }
    String share = emit.div(c.cotangent(), total);
    for (int i = 0; i < n; i++) {
      if (c.wants(i)) {
        c.giveBroadcast(i, emit.mul(share, hits.get(i)));
      }
    }
  }

  private static void where(RuleContext c) {
    Emitter emit = c.emit();
    String zero = emit.number(c.cotangent(), 0);
    if (c.wants(1)) {
      c.giveBroadcast(1, emit.where(c.input(0), c.cotangent(), zero));
    }
    if (c.wants(2)) {
      c.giveBroadcast(2, emit.where(c.input(0), zero, c.cotangent()));
    }
  }

  /** What remains of a division: the dividend less the divisor times a whole number. */
  private static void remainder(RuleContext c) {
    c.giveBroadcast(0, c.cotangent());
    if (c.wants(1)) {
      Emitter emit = c.emit();
      String whole = emit.div(emit.sub(c.input(0), c.output(0)), c.input(1));
      c.giveBroadcast(1, emit.neg(emit.mul(c.cotangent(), whole)));
    }
  }
}
