/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.window;

import java.util.Arrays;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.RuleException;

/** ConvTranspose: its cotangent is convolved with the same kernel. */
public final class ConvTransposeRule implements BackwardRule {
  @Override
  public void backward(RuleContext c) {
    Window w = window(c);
    long group = ConvRule.group(c);
    int rank = 2 + w.axes();
    if (c.wants(0)) {
      NodeBuilder node = NodeBuilder.of("Conv").inputs(c.cotangent(), c.input(1)).ints("kernel_shape", w.kernel())
          .ints("strides", w.strides()).ints("dilations", w.dilations())
          .ints("pads", Window.join(w.before(), w.after()));
      c.give(0, c.emit().node(group == 1 ? node : node.intValue("group", group)));
    }
    if (c.wants(1)) {
      c.give(1, WeightGradient.of(c, c.cotangent(), c.input(0), w, group));
    }
    if (c.wants(2)) {
      c.give(2, c.emit().shapes().reduceSum(c.cotangent(), false, ConvRule.allButChannels(rank)));
    }
  }

  private static Window window(NodeFacts c) {
    long[] kernel = c.node().ints("kernel_shape").or(() -> c.fixedFrom(c.input(1), 2))
        .orElseThrow(() -> new RuleException("the size of its kernel is not known"));
    int n = kernel.length;
    boolean same = c.node().string("auto_pad", "NOTSET").startsWith("SAME");
    boolean valid = c.node().string("auto_pad", "NOTSET").equals("VALID");
    long[] strides = c.node().ints("strides").orElseGet(() -> Window.filled(n, 1));
    long[] dilations = c.node().ints("dilations").orElseGet(() -> Window.filled(n, 1));
    long[] pads = valid ? new long[2 * n] : c.node().ints("pads").orElseGet(() -> new long[2 * n]);
    if (same || c.node().has("output_shape")) {
      pads = computed(c, kernel, strides, dilations);
    }
    return new Window(kernel, strides, dilations, Arrays.copyOf(pads, n), Arrays.copyOfRange(pads, n, 2 * n));
  }

  /** The paddings that follow from the extents, as the operator's specification has it. */
  private static long[] computed(NodeFacts c, long[] kernel, long[] strides, long[] dilations) {
    int n = kernel.length;
    long[] in = c.fixedFrom(c.input(0), 2).orElseThrow(ConvTransposeRule::unknownSize);
    long[] out = c.fixedFrom(c.output(0), 2).orElseThrow(ConvTransposeRule::unknownSize);
    long[] more = c.node().ints("output_padding").orElseGet(() -> new long[n]);
    boolean upper = c.node().string("auto_pad", "NOTSET").equals("SAME_UPPER");
    long[] pads = new long[2 * n];
    for (int i = 0; i < n; i++) {
      long total = strides[i] * (in[i] - 1) + more[i] + (kernel[i] - 1) * dilations[i] + 1 - out[i];
      if (total < 0) {
        throw new RuleException("its output is larger than its windows reach");
      }
      pads[upper ? i : n + i] = total / 2;
      pads[upper ? n + i : i] = total - total / 2;
    }
    return pads;
  }

  private static RuleException unknownSize() {
    return new RuleException("computed paddings need fixed sizes");
  }
}
