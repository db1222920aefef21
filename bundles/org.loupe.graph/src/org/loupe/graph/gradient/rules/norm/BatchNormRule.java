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

/**
 * BatchNormalization with its running statistics: a factor for each channel, which is computed from weights alone. The
 * input is not touched, so that a runtime can still merge the forward pass into the convolution before it.
 */
final class BatchNormRule implements BackwardRule {
  private static final double EPSILON = 1e-5;

  @Override
  public Optional<String> refusal(NodeFacts c) {
    boolean training = c.node().intValue("training_mode", 0) == 1
        || c.opset() < 14 && c.node().outputs().stream().skip(1).anyMatch(o -> !o.isEmpty());
    return training ? Optional.of("in training mode") : c.node().intValue("spatial", 1) == 0
        ? Optional.of("statistics for each element (spatial=0)") : Optional.empty();
  }

  @Override
  public void backward(RuleContext c) {
    Emitter emit = c.emit();
    int rank = c.rank(c.input(0));
    String g = c.cotangent();
    String variance = emit.cast(c.input(4), emit.type(g));
    String deviation = emit.op("Sqrt", emit.add(variance, c.node().floatValue("epsilon", (float) EPSILON)));
    String scale = emit.cast(c.input(1), emit.type(g));
    String factors = emit.div(scale, deviation);
    if (c.wants(0)) {
      c.give(0, emit.scaleChannels(g, factors, rank));
    }
    int[] others = IntStream.range(0, rank).filter(a -> a != 1).toArray();
    String mean = emit.cast(c.input(3), emit.type(g));
    if (c.wants(1) || c.wants(4)) {
      String centred = emit.sub(c.input(0), emit.shapes().channels(mean, rank));
      String product = emit.div(emit.shapes().reduceSum(emit.mul(g, centred), false, others), deviation);
      give(c, 1, product);
      String byVariance = emit.div(emit.mul(emit.mul(product, scale), -0.5), emit.square(deviation));
      give(c, 4, byVariance);
    }
    if (c.wants(2) || c.wants(3)) {
      String sum = emit.shapes().reduceSum(g, false, others);
      give(c, 2, sum);
      give(c, 3, emit.neg(emit.mul(sum, factors)));
    }
  }

  private static void give(RuleContext c, int input, String value) {
    if (c.wants(input)) {
      c.give(input, c.emit().cast(value, c.type(c.input(input))));
    }
  }
}
