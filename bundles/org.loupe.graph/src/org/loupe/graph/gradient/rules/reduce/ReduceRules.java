/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.reduce;

import java.util.function.BiFunction;
import org.loupe.graph.DataType;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.RuleSet;

/** Rules of reductions. */
public final class ReduceRules {
  /** Below this a norm is taken for zero; larger than the smallest number of half precision's wider kin. */
  private static final double TINY = 1e-30;

  private ReduceRules() {
  }

  public static void register(RuleSet.Builder rules) {
    rule(rules, "ReduceSum", (c, r) -> r.spread(c, c.cotangent()));
    rule(rules, "ReduceMean", (c, r) -> r.spread(c, Counts.divide(c, c.cotangent(), r.axes())));
    rule(rules, "ReduceMax", ReduceRules::extreme);
    rule(rules, "ReduceMin", ReduceRules::extreme);
    rule(rules, "ReduceProd", ReduceRules::product);
    rule(rules, "ReduceL1", (c, r) -> c.emit().mul(r.kept(c, c.cotangent()), c.emit().sign(c.input(0))));
    rule(rules, "ReduceL2", (c, r) -> {
      Emitter emit = c.emit();
      String norm = emit.add(c.output(0), TINY);
      return emit.mul(c.input(0), r.kept(c, emit.div(c.cotangent(), norm)));
    });
    rule(rules, "ReduceSumSquare",
        (c, r) -> c.emit().mul(c.input(0), r.kept(c, c.emit().mul(c.cotangent(), 2))));
    rule(rules, "ReduceLogSum",
        (c, r) -> r.spread(c, c.emit().div(c.cotangent(), c.emit().op("Exp", c.output(0)))));
    rule(rules, "ReduceLogSumExp", (c, r) -> {
      Emitter emit = c.emit();
      String share = emit.op("Exp", emit.sub(c.input(0), r.kept(c, c.output(0))));
      return emit.mul(share, r.kept(c, c.cotangent()));
    });
    rules.rule("CumSum", ReduceRules::accumulated);
    rules.rule("TopK", new TopKRule());
  }

  private static void rule(RuleSet.Builder rules, String operator, BiFunction<RuleContext, Reduction, String> rule) {
    rules.rule(operator, c -> c.give(0, rule.apply(c, Reduction.of(c))));
  }

  /** All elements that have the extreme value share the cotangent. */
  private static String extreme(RuleContext c, Reduction r) {
    Emitter emit = c.emit();
    String hits = emit.mask(emit.equal(c.input(0), r.kept(c, c.output(0))), c.cotangent());
    if (r.axes().length == 0) {
      return c.cotangent();
    }
    String number = emit.shapes().reduceSum(hits, true, r.axes());
    return emit.mul(hits, emit.div(r.kept(c, c.cotangent()), number));
  }

  /** The product of the others: that of all that are not zero, by the element, if none or only it is zero. */
  private static String product(RuleContext c, Reduction r) {
    Emitter emit = c.emit();
    if (r.axes().length == 0) {
      return c.cotangent();
    }
    String x = c.input(0);
    String isZero = emit.equal(x, emit.number(x, 0));
    String zeros = emit.mask(isZero, x);
    String safe = emit.add(x, zeros);
    String rest = emit.div(emit.shapes().reduceProd(safe, true, r.axes()), safe);
    String others = emit.sub(emit.shapes().reduceSum(zeros, true, r.axes()), zeros);
    String counts = emit.mask(emit.less(others, 0.5), x);
    return emit.mul(emit.mul(rest, counts), r.kept(c, c.cotangent()));
  }

  /** Sums from the other end. */
  private static void accumulated(RuleContext c) {
    long reverse = 1 - c.node().intValue("reverse", 0);
    c.give(0, c.emit().node(NodeBuilder.of("CumSum").inputs(c.cotangent(), c.input(1))
        .intValue("exclusive", c.node().intValue("exclusive", 0)).intValue("reverse", reverse)));
  }

  /** The chosen elements get their cotangents. */
  private static final class TopKRule implements BackwardRule {
    @Override
    public void backward(RuleContext c) {
      Emitter emit = c.emit();
      int axis = NodeFacts.axis(c.node().intValue("axis", -1), c.rank(c.input(0)));
      String chosen = !c.output(1).isEmpty() ? c.output(1)
          : emit.nodes(NodeBuilder.of(c.node()), null, DataType.INT64).get(1);
      c.give(0, emit.node(NodeBuilder.of("ScatterElements")
          .inputs(emit.shapes().zerosLike(c.input(0)), chosen, c.cotangent()).intValue("axis", axis)));
    }
  }
}
