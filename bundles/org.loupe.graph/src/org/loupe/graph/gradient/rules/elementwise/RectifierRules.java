/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.elementwise;

import java.util.Map;
import java.util.Optional;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.RuleSet;
import org.loupe.graph.gradient.rules.elementwise.ElementRule.Element;

/**
 * Rules of rectifiers: their derivatives, from the output where that has the input's sign; and what guided
 * backpropagation (Springenberg et al. 2014, arXiv 1412.6806) and the deconvolutional network (Zeiler and Fergus 2013,
 * arXiv 1311.2901) put in their place.
 */
public final class RectifierRules {
  private static final double SELU_ALPHA = 1.67326319217681884765625;
  private static final double SELU_GAMMA = 1.05070102214813232421875;

  private static final Map<String, BackwardRule> DERIVATIVES = Map.of(
      "Relu", element(e -> e.emit().mul(e.cotangent(), e.emit().positive(e.y()))),
      "LeakyRelu", element(RectifierRules::leaky), "ThresholdedRelu", element(
          e -> e.emit().gate(e.cotangent(), e.emit().greater(e.x(), e.attribute("alpha", 1)))),
      "Elu", element(e -> exponential(e, 1, e.attribute("alpha", 1))),
      "Selu", element(e -> exponential(e, e.attribute("gamma", SELU_GAMMA),
          (double) e.attribute("gamma", SELU_GAMMA) * e.attribute("alpha", SELU_ALPHA))),
      "Celu", element(RectifierRules::celu), "PRelu", RectifierRules::parametric, "Clip", new ClipRule());

  /** A rule with something done to the cotangent before, where the node is a rectifier. */
  private record Rectified(BackwardRule derivative, boolean keepsMask) implements BackwardRule {
    @Override
    public void backward(RuleContext c) {
      if (!isRectifier(c)) {
        derivative.backward(c);
        return;
      }
      String positive = c.emit().op("Relu", c.cotangent());
      if (keepsMask) {
        derivative.backward(c.withCotangent(positive));
      } else {
        c.give(0, positive);
      }
    }

    @Override
    public Optional<String> refusal(NodeFacts node) {
      return derivative.refusal(node);
    }

    @Override
    public boolean isExact() {
      return false;
    }
  }

  private RectifierRules() {
  }

  public static void register(RuleSet.Builder rules) {
    DERIVATIVES.forEach(rules::rule);
  }

  /** Negative cotangents are dropped before the derivative. */
  public static void registerGuided(RuleSet.Builder rules) {
    DERIVATIVES.forEach((operator, rule) -> rules.rule(operator, new Rectified(rule, true)));
  }

  /** The cotangent itself is rectified; what the forward pass did at the rectifier does not matter. */
  public static void registerDeconvnet(RuleSet.Builder rules) {
    DERIVATIVES.forEach((operator, rule) -> rules.rule(operator, new Rectified(rule, false)));
  }

  /** A Clip is a rectifier if it cuts at zero, as ReLU6 does; any other range is not. */
  private static boolean isRectifier(NodeFacts c) {
    return !c.node().is("Clip") || ClipRule.lower(c).filter(low -> low == 0).isPresent();
  }

  private static String leaky(Element e) {
    float alpha = e.attribute("alpha", 0.01);
    Emitter emit = e.emit();
    String positive = emit.mask(emit.greater(alpha > 0 ? e.y() : e.x(), 0), e.cotangent());
    return emit.mul(e.cotangent(), emit.add(emit.mul(positive, 1 - (double) alpha), alpha));
  }

  /** {@code gamma x} where positive, else {@code scale (exp(x) - 1)}, whose derivative is {@code y + scale}. */
  private static String exponential(Element e, double gamma, double scale) {
    Emitter emit = e.emit();
    boolean fromOutput = scale > 0 && gamma > 0;
    String negative = fromOutput ? emit.add(e.y(), scale) : emit.mul(emit.op("Exp", e.x()), scale);
    String slope = emit.where(emit.greater(fromOutput ? e.y() : e.x(), 0), emit.number(e.y(), gamma), negative);
    return emit.mul(e.cotangent(), slope);
  }

  private static String celu(Element e) {
    Emitter emit = e.emit();
    float alpha = e.attribute("alpha", 1);
    String negative = emit.op("Exp", emit.mul(e.x(), 1.0 / alpha));
    String slope = emit.where(emit.greater(e.x(), 0), emit.number(e.y(), 1), negative);
    return emit.mul(e.cotangent(), slope);
  }

  private static void parametric(RuleContext c) {
    Emitter emit = c.emit();
    String positive = emit.greater(c.input(0), 0);
    if (c.wants(0)) {
      c.give(0, emit.where(positive, c.cotangent(), emit.mul(c.cotangent(), c.input(1))));
    }
    if (c.wants(1)) {
      String zero = emit.number(c.cotangent(), 0);
      c.giveBroadcast(1, emit.where(positive, zero, emit.mul(c.cotangent(), c.input(0))));
    }
  }

  private static BackwardRule element(ElementRule rule) {
    return rule;
  }
}
