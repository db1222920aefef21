/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.norm;

import java.util.Optional;
import java.util.stream.IntStream;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;

/** LayerNormalization, over the axes from {@code axis} on. */
final class LayerNormRule implements BackwardRule {
  private static final double EPSILON = 1e-5;

  @Override
  public Optional<String> refusal(NodeFacts c) {
    return c.flows(1) || c.flows(2) ? Optional.of("its mean or deviation leads to the target") : Optional.empty();
  }

  @Override
  public void backward(RuleContext c) {
    Emitter emit = c.emit();
    String g = c.cotangent();
    Standardized x = standardized(c);
    if (c.wants(0)) {
      c.give(0, x.backward(emit, emit.mul(g, c.input(1))));
    }
    if (c.wants(1)) {
      c.giveBroadcast(1, emit.mul(g, x.values(emit)));
    }
    c.giveBroadcast(2, g);
  }

  private static Standardized standardized(RuleContext c) {
    int rank = c.rank(c.input(0));
    int from = NodeFacts.axis(c.node().intValue("axis", -1), rank);
    double epsilon = c.node().floatValue("epsilon", (float) EPSILON);
    return Standardized.of(c.emit(), c.input(0), epsilon, IntStream.range(from, rank).toArray());
  }
}
