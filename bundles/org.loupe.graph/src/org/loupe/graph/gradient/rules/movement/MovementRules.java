/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.movement;

import java.util.Optional;
import java.util.stream.IntStream;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.RuleSet;

/** Registers the rules of operators that move elements; has those that need few words. */
public final class MovementRules {
  private MovementRules() {
  }

  public static void register(RuleSet.Builder rules) {
    rules.rule("Identity", c -> c.give(0, c.cotangent()));
    rules.rule("Dropout", new DropoutRule());
    rules.rule("Cast", MovementRules::cast).rule("CastLike", MovementRules::cast);
    for (String operator : new String[] {"Reshape", "Flatten", "Squeeze", "Unsqueeze"}) {
      rules.rule(operator, c -> c.give(0, c.emit().shapes().reshapeLike(c.cotangent(), c.input(0))));
    }
    rules.rule("Transpose", MovementRules::transpose);
    rules.rule("Expand", c -> c.giveBroadcast(0, c.cotangent()));
    rules.rule("Trilu", MovementRules::triangle);
    rules.rule("Tile", new TileRule());
    rules.rule("Concat", new ConcatRule()).rule("Split", new SplitRule());
    rules.rule("Slice", new SliceRule()).rule("Pad", new PadRule());
    rules.rule("Gather", new GatherRule()).rule("GatherElements", new PickRule()).rule("GatherND", new PickRule());
    rules.rule("Scatter", new ScatterRule()).rule("ScatterElements", new ScatterRule());
    rules.rule("ScatterND", new ScatterRule());
    rules.rule("DepthToSpace", BlockRules::depthToSpace).rule("SpaceToDepth", BlockRules::spaceToDepth);
    rules.rule("Resize", new ResizeRule()).rule("Upsample", new ResizeRule());
  }

  private static void cast(RuleContext c) {
    c.give(0, c.emit().cast(c.cotangent(), c.type(c.input(0))));
  }

  private static void transpose(RuleContext c) {
    int rank = c.rank(c.input(0));
    int[] back = new int[rank];
    long[] permutation = c.node().ints("perm")
        .orElseGet(() -> IntStream.range(0, rank).mapToLong(i -> rank - 1 - i).toArray());
    for (int i = 0; i < rank; i++) {
      back[NodeFacts.axis(permutation[i], rank)] = i;
    }
    c.give(0, c.emit().shapes().transpose(c.cotangent(), back));
  }

  private static void triangle(RuleContext c) {
    NodeBuilder node = NodeBuilder.of("Trilu").intValue("upper", c.node().intValue("upper", 1));
    c.give(0, c.emit().node(c.hasInput(1) ? node.inputs(c.cotangent(), c.input(1)) : node.inputs(c.cotangent())));
  }

  /** Dropout outside training: nothing. */
  private static final class DropoutRule implements BackwardRule {
    @Override
    public Optional<String> refusal(NodeFacts c) {
      if (!c.hasInput(2)) {
        return Optional.empty();
      }
      boolean off = c.numbers(2).map(v -> v[0] == 0).orElse(false);
      return off ? Optional.empty() : Optional.of("in training mode");
    }

    @Override
    public void backward(RuleContext c) {
      c.give(0, c.cotangent());
    }
  }
}
