/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.movement;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;

/**
 * Pad: with a constant, padding by the negative widths, which cuts; other modes repeat elements, whose cotangents are
 * added up.
 */
final class PadRule implements BackwardRule {
  private static final long WIDTHS_ARE_INPUTS = 11;

  @Override
  public Optional<String> refusal(NodeFacts c) {
    return isConstant(c) ? Optional.empty() : Scattering.refusal(c);
  }

  private static boolean isConstant(NodeFacts c) {
    return c.node().string("mode", "constant").equals("constant");
  }

  @Override
  public void backward(RuleContext c) {
    if (!isConstant(c)) {
      c.give(0, Scattering.add(c, Scattering.movedPositions(c), c.cotangent(), false));
      return;
    }
    Emitter emit = c.emit();
    String inner;
    if (c.opset() < WIDTHS_ARE_INPUTS) {
      inner = emit.node(NodeBuilder.of("Pad").inputs(c.cotangent()).ints("pads",
          negative(c.node().ints("pads").orElseThrow())));
    } else {
      String widths = c.wholes(1).map(w -> emit.wholes(negative(w))).orElseGet(() -> emit.neg(c.input(1)));
      inner = c.hasInput(3) ? emit.op("Pad", c.cotangent(), widths, "", c.input(3))
          : emit.op("Pad", c.cotangent(), widths);
    }
    c.give(0, inner);
    if (c.wants(2)) {
      int[] all = IntStream.range(0, c.rank(c.output(0))).toArray();
      String around = emit.sub(emit.shapes().reduceSum(c.cotangent(), false, all),
          emit.shapes().reduceSum(inner, false, all));
      c.give(2, emit.shapes().reshapeLike(around, c.input(2)));
    }
  }

  private static long[] negative(long[] widths) {
    return Arrays.stream(widths).map(w -> -w).toArray();
  }
}
