/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loupe.graph.DataType;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.RuleContext;

/** Spreads values of windows over the elements they were made from: the transposed convolution. */
final class Spread {
  private static final long RESIZE_WITH_MODES = 11;

  private Spread() {
  }

  /**
   * Emits a transposed convolution that gives the spatial extents of the node's first input.
   *
   * @param value what to spread, [N, C, spatial axes of the first output]
   * @param weights [C, M / group, kernel]
   */
  static String over(RuleContext c, String value, String weights, Window w, long group) {
    Emitter emit = c.emit();
    Optional<long[]> in = c.fixedFrom(c.input(0), 2);
    Optional<long[]> out = c.fixedFrom(c.output(0), 2);
    boolean fixed = in.isPresent() && out.isPresent();
    long[] after = w.after().clone();
    long[] more = new long[w.axes()];
    for (int i = 0; i < w.axes(); i++) {
      if (fixed) {
        long rest = (out.get()[i] - 1) * w.strides()[i] + w.span(i) - w.before()[i] - in.get()[i];
        after[i] = Math.max(rest, 0);
        more[i] = Math.max(-rest, 0);
      } else {
        more[i] = w.strides()[i] - 1;
      }
    }
    NodeBuilder node = NodeBuilder.of("ConvTranspose").inputs(value, weights).ints("kernel_shape", w.kernel())
        .ints("strides", w.strides()).ints("dilations", w.dilations()).ints("pads", Window.join(w.before(), after));
    if (group > 1) {
      node.intValue("group", group);
    }
    if (Arrays.stream(more).anyMatch(m -> m > 0)) {
      node.ints("output_padding", more);
    }
    String spread = emit.node(node);
    return fixed || w.hasUnitStrides() ? spread : cut(c, spread);
  }

  /** Cuts what may be too much at the end, when the extents are known only at run time. */
  private static String cut(RuleContext c, String spread) {
    Emitter emit = c.emit();
    int[] axes = IntStream.range(2, c.rank(c.input(0))).toArray();
    String shape = emit.shapes().shapeOf(c.input(0));
    String ends = emit.op("Gather", shape, emit.wholes(Arrays.stream(axes).asLongStream().toArray()));
    return emit.shapes().slice(spread, emit.wholes(new long[axes.length]), ends, axes);
  }

  /** Repeats each value over its window, where windows tile the input. */
  static String repeat(RuleContext c, String value, Window w) {
    Emitter emit = c.emit();
    int n = w.axes();
    if (n == 2 && c.opset() >= RESIZE_WITH_MODES && c.type(c.input(0)) == DataType.FLOAT) {
      return emit.shapes().enlarge(value, w.kernel());
    }
    int[] inserted = IntStream.range(0, n).map(i -> 3 + 2 * i).toArray();
    List<Long> repeats = new ArrayList<>(List.of(1L, 1L));
    for (int i = 0; i < n; i++) {
      repeats.addAll(List.of(1L, w.kernel()[i]));
    }
    String wide = emit.shapes().repeat(emit.shapes().unsqueeze(value, inserted),
        repeats.stream().mapToLong(r -> r).toArray());
    return emit.shapes().reshapeLike(wide, c.input(0));
  }
}
