/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.movement;

import java.util.Optional;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;

/**
 * ScatterElements and ScatterND, with every reduction: what is overwritten gets nothing, and the updates get the
 * cotangents from where they went.
 */
final class ScatterRule implements BackwardRule {
  @Override
  public void backward(RuleContext c) {
    switch (c.node().string("reduction", "none")) {
      case "add" -> {
        c.give(0, c.cotangent());
        if (c.wants(2)) {
          c.give(2, gather(c, c.cotangent()));
        }
      }
      case "mul" -> product(c);
      case "max", "min" -> extreme(c);
      default -> overwritten(c);
    }
  }

  @Override
  public Optional<String> refusal(NodeFacts c) {
    boolean product = c.node().string("reduction", "none").equals("mul");
    return product && c.wants(2) ? Optional.of("the factors of a product in place") : Optional.empty();
  }

  private static void overwritten(RuleContext c) {
    Emitter emit = c.emit();
    if (c.wants(0)) {
      c.give(0, scatter(c, c.cotangent(), emit.shapes().zerosLike(c.input(2))));
    }
    if (c.wants(2)) {
      c.give(2, gather(c, c.cotangent()));
    }
  }

  private static void product(RuleContext c) {
    Emitter emit = c.emit();
    String ones = emit.shapes().filled(emit.shapes().shapeOf(c.input(0)), c.input(0), 1);
    c.give(0, emit.mul(c.cotangent(), scatter(c, ones, c.input(2))));
  }

  /** Whoever has the extreme value, the element that was there or updates, share the cotangent. */
  private static void extreme(RuleContext c) {
    Emitter emit = c.emit();
    String stayed = emit.mask(emit.equal(c.input(0), c.output(0)), c.cotangent());
    String won = emit.mask(emit.equal(c.input(2), gather(c, c.output(0))), c.cotangent());
    NodeBuilder add = NodeBuilder.of(c.node()).string("reduction", "add").inputs(stayed, c.input(1), won);
    String share = emit.div(c.cotangent(), emit.node(add));
    c.give(0, emit.mul(share, stayed));
    if (c.wants(2)) {
      c.give(2, emit.mul(gather(c, share), won));
    }
  }

  private static String scatter(RuleContext c, String into, String updates) {
    return c.emit().node(NodeBuilder.of(c.node()).inputs(into, c.input(1), updates));
  }

  private static String gather(RuleContext c, String from) {
    boolean elements = !c.node().is("ScatterND");
    NodeBuilder node = NodeBuilder.of(elements ? "GatherElements" : "GatherND").inputs(from, c.input(1));
    return c.emit().node(elements ? node.intValue("axis", c.node().intValue("axis", 0)) : node);
  }
}
