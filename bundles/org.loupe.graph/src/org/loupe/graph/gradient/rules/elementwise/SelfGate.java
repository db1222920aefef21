/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.elementwise;

import java.util.Optional;
import org.loupe.graph.Node;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.RuleContext;

/**
 * Activations that a model writes as a product {@code x * f(x)}: SiLU, and GELU by Erf. Their derivative as one takes
 * half the passes over memory that the product, the gate and their sum take.
 */
final class SelfGate {
  private static final double LOG_TWO_OVER_SQRT_PI = Math.log(2 / Math.sqrt(Math.PI));

  private SelfGate() {
  }

  /** Gives the cotangent of x if the product is such an activation. */
  static boolean differentiate(RuleContext c) {
    for (int i = 0; i < 2; i++) {
      Node gate = c.wants(0) && c.wants(1) ? c.inner(c.input(1 - i)).orElse(null) : null;
      if (gate != null && gate.is("Sigmoid") && gate.input(0).equals(c.input(i))) {
        c.giveTo(c.input(i), silu(c, gate.output(0)));
        return true;
      }
      Optional<Node> scaled = gate == null ? Optional.empty() : erfArgument(c, gate, c.input(i));
      if (scaled.isPresent()) {
        c.giveTo(c.input(i), gelu(c, gate.output(0), scaled.get()));
        return true;
      }
    }
    return false;
  }

  /** {@code y = x s(x)}: {@code y + s (1 - y)}. */
  private static String silu(RuleContext c, String s) {
    Emitter emit = c.emit();
    String y = c.output(0);
    return emit.mul(c.cotangent(), emit.add(y, emit.mul(s, emit.sub(1, y))));
  }

  /** The node that gives {@code u = x / k}, if the gate is {@code 1 + erf(u)}. */
  private static Optional<Node> erfArgument(RuleContext c, Node gate, String x) {
    if (!gate.is("Add")) {
      return Optional.empty();
    }
    int one = c.number(gate.input(0)).isPresent() ? 0 : 1;
    boolean plusOne = c.number(gate.input(one)).filter(n -> n == 1).isPresent();
    return Optional.of(gate.input(1 - one)).filter(v -> plusOne).flatMap(c::inner).filter(n -> n.is("Erf"))
        .flatMap(n -> c.inner(n.input(0))).filter(n -> isScaled(c, n, x));
  }

  private static boolean isScaled(RuleContext c, Node node, String x) {
    boolean factor = node.is("Mul") || node.is("Div");
    return factor && node.input(0).equals(x) && c.number(node.input(1)).isPresent();
  }

  /**
   * {@code y = x g} with {@code g = 1 + erf(u)} and {@code u = x / k}: {@code g + u exp(-u^2 + log(2 / sqrt(pi)))},
   * for {@code x du/dx = u}.
   */
  private static String gelu(RuleContext c, String g, Node scaled) {
    Emitter emit = c.emit();
    String u = scaled.output(0);
    String bell = emit.op("Exp", emit.sub(LOG_TWO_OVER_SQRT_PI, emit.square(u)));
    return emit.mul(c.cotangent(), emit.add(g, emit.mul(u, bell)));
  }
}
