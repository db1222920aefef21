/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.norm;

import java.util.stream.IntStream;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;

/** Rules of Softmax and LogSoftmax, from the output. */
final class SoftmaxRules {
  private static final long ALONG_ONE_AXIS = 13;

  private SoftmaxRules() {
  }

  static void softmax(RuleContext c) {
    Emitter emit = c.emit();
    String y = c.output(0);
    String gy = emit.mul(c.cotangent(), y);
    c.give(0, emit.sub(gy, emit.mul(y, emit.shapes().reduceSum(gy, true, axes(c)))));
  }

  static void logSoftmax(RuleContext c) {
    Emitter emit = c.emit();
    String g = c.cotangent();
    String sum = emit.shapes().reduceSum(g, true, axes(c));
    c.give(0, emit.sub(g, emit.mul(emit.op("Exp", c.output(0)), sum)));
  }

  /** Before operator set 13 the axes from {@code axis} on are taken as one. */
  private static int[] axes(NodeFacts c) {
    int rank = c.rank(c.input(0));
    boolean one = c.opset() >= ALONG_ONE_AXIS;
    long axis = c.node().intValue("axis", one ? -1 : 1);
    if (one) {
      return new int[] {NodeFacts.axis(axis, rank)};
    }
    // An axis that is the rank leaves one element for each sum.
    int from = axis == rank ? rank : NodeFacts.axis(axis, rank);
    return IntStream.range(from, rank).toArray();
  }
}
