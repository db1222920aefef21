/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.elementwise;

import java.util.Optional;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;

/** Clip: the cotangent where the output lies strictly between the bounds; the rest goes to the bounds. */
final class ClipRule implements BackwardRule {
  private static final long BOUNDS_ARE_INPUTS = 11;

  @Override
  public void backward(RuleContext c) {
    Emitter emit = c.emit();
    Optional<String> low = bound(c, "min", 1);
    Optional<String> high = bound(c, "max", 2);
    if (c.wants(0)) {
      Optional<String> above = low.map(b -> emit.greater(c.output(0), b));
      Optional<String> below = high.map(b -> emit.less(c.output(0), b));
      Optional<String> inside = above.isPresent() && below.isPresent()
          ? Optional.of(emit.truth("And", above.get(), below.get())) : above.or(() -> below);
      c.give(0, inside.map(i -> emit.gate(c.cotangent(), i)).orElse(c.cotangent()));
    }
    if (c.wants(1)) {
      // Where the bounds cross, the upper one wins.
      String cut = emit.less(c.input(0), c.input(1));
      String valid = high.map(h -> emit.truth("And", cut, emit.less(c.input(1), h))).orElse(cut);
      c.giveBroadcast(1, emit.gate(c.cotangent(), valid));
    }
    if (c.wants(2)) {
      String raised = low.map(l -> emit.op("Max", c.input(0), l)).orElse(c.input(0));
      c.giveBroadcast(2, emit.gate(c.cotangent(), emit.greater(raised, c.input(2))));
    }
  }

  private static Optional<String> bound(RuleContext c, String attribute, int input) {
    if (c.opset() >= BOUNDS_ARE_INPUTS) {
      return c.hasInput(input) ? Optional.of(c.input(input)) : Optional.empty();
    }
    return c.node().has(attribute)
        ? Optional.of(c.emit().number(c.input(0), c.node().floatValue(attribute, 0))) : Optional.empty();
  }

  /** The lower bound if it is a constant. */
  static Optional<Double> lower(NodeFacts c) {
    if (c.opset() < BOUNDS_ARE_INPUTS) {
      return c.node().has("min") ? Optional.of((double) c.node().floatValue("min", 0)) : Optional.empty();
    }
    return c.numbers(1).filter(v -> v.length == 1).map(v -> v[0]);
  }
}
