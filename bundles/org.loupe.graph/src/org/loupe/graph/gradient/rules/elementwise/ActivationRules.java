/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.elementwise;

import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.RuleSet;
import org.loupe.graph.gradient.rules.elementwise.ElementRule.Element;

/** Rules of smooth and piecewise smooth activations that are no rectifiers. */
public final class ActivationRules {
  private static final double SQRT_HALF = Math.sqrt(0.5);
  private static final double NORMAL_DENSITY_AT_0 = 1 / Math.sqrt(2 * Math.PI);
  /** The constants of the tanh form of GELU: sqrt(2 / pi) and the cubic's factor. */
  private static final double GELU_SCALE = Math.sqrt(2 / Math.PI);
  private static final double GELU_CUBIC = 0.044715;

  private ActivationRules() {
  }

  public static void register(RuleSet.Builder rules) {
    rule(rules, "Sigmoid", e -> {
      Emitter emit = e.emit();
      return emit.mul(emit.mul(e.cotangent(), e.y()), emit.sub(1, e.y()));
    });
    rule(rules, "HardSigmoid", ActivationRules::hardSigmoid);
    rule(rules, "HardSwish", ActivationRules::hardSwish);
    rule(rules, "Softplus", e -> e.emit().mul(e.cotangent(), e.emit().op("Sigmoid", e.x())));
    rule(rules, "Softsign", e -> {
      Emitter emit = e.emit();
      return emit.div(e.cotangent(), emit.square(emit.add(emit.op("Abs", e.x()), 1)));
    });
    rule(rules, "Swish", ActivationRules::swish);
    rule(rules, "Mish", ActivationRules::mish);
    rule(rules, "Gelu", e -> e.context().node().string("approximate", "none").equals("tanh") ? geluTanh(e) : gelu(e));
    rule(rules, "Shrink", ActivationRules::shrink);
  }

  /** The slope where {@code y (1 - y)} is positive. */
  private static String hardSigmoid(Element e) {
    Emitter emit = e.emit();
    String inside = emit.positive(emit.mul(e.y(), emit.sub(1, e.y())));
    return emit.mul(emit.mul(e.cotangent(), inside), e.attribute("alpha", 0.2));
  }

  /** {@code x * h(x)} with {@code h = clip(x / 6 + 1/2, 0, 1)}: {@code h + x / 6} where h is not clipped. */
  private static String hardSwish(Element e) {
    Emitter emit = e.emit();
    String h = emit.node(NodeBuilder.of("HardSigmoid").inputs(e.x()).floatValue("alpha", (float) (1.0 / 6))
        .floatValue("beta", 0.5f));
    // Shrink keeps what lies outside, so the difference is what lies inside.
    String outside = emit.node(NodeBuilder.of("Shrink").inputs(e.x()).floatValue("lambd", 3).floatValue("bias", 0));
    String slope = emit.mul(emit.sub(e.x(), outside), 1.0 / 6);
    return emit.mul(e.cotangent(), emit.add(h, slope));
  }

  /** {@code x * s(a x)}: {@code s + a x s (1 - s)}. */
  private static String swish(Element e) {
    Emitter emit = e.emit();
    String scaled = emit.mul(e.x(), e.attribute("alpha", 1));
    String s = emit.op("Sigmoid", scaled);
    String slope = emit.add(s, emit.mul(emit.mul(scaled, s), emit.sub(1, s)));
    return emit.mul(e.cotangent(), slope);
  }

  /** {@code x * t} with {@code t = tanh(softplus(x))}: {@code t + x (1 - t^2) sigmoid(x)}. */
  private static String mish(Element e) {
    Emitter emit = e.emit();
    String t = emit.op("Tanh", emit.op("Softplus", e.x()));
    String inner = emit.mul(emit.sub(1, emit.square(t)), emit.op("Sigmoid", e.x()));
    return emit.mul(e.cotangent(), emit.add(t, emit.mul(e.x(), inner)));
  }

  /** {@code x * P(x)} with the normal distribution P: {@code P + x p}. */
  private static String gelu(Element e) {
    Emitter emit = e.emit();
    String distribution = emit.mul(emit.add(emit.op("Erf", emit.mul(e.x(), SQRT_HALF)), 1), 0.5);
    String density = emit.mul(emit.op("Exp", emit.mul(emit.square(e.x()), -0.5)), NORMAL_DENSITY_AT_0);
    return emit.mul(e.cotangent(), emit.add(distribution, emit.mul(e.x(), density)));
  }

  /** {@code x (1 + t) / 2} with {@code t = tanh(k (x + c x^3))}: {@code (1 + t + x (1 - t^2) k (1 + 3 c x^2)) / 2}. */
  private static String geluTanh(Element e) {
    Emitter emit = e.emit();
    String squared = emit.square(e.x());
    String inner = emit.mul(emit.mul(e.x(), emit.add(emit.mul(squared, GELU_CUBIC), 1)), GELU_SCALE);
    String t = emit.op("Tanh", inner);
    String innerSlope = emit.add(emit.mul(squared, 3 * GELU_CUBIC * GELU_SCALE), GELU_SCALE);
    String slope = emit.mul(emit.mul(e.x(), emit.sub(1, emit.square(t))), innerSlope);
    return emit.mul(e.cotangent(), emit.mul(emit.add(emit.add(slope, t), 1), 0.5));
  }

  private static String shrink(Element e) {
    return e.emit().gate(e.cotangent(), e.emit().greater(e.emit().op("Abs", e.x()), e.attribute("lambd", 0.5)));
  }

  private static void rule(RuleSet.Builder rules, String operator, ElementRule rule) {
    rules.rule(operator, rule);
  }
}
