/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.window;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.Extent;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.ShapeEmitter;

/**
 * The cotangent of a convolution's kernel: itself a convolution, of the input by the cotangent, with strides and
 * dilations exchanged and the batch in the place of the channels.
 */
final class WeightGradient {
  private WeightGradient() {
  }

  /**
   * @param large what the kernel slides over, [N, C, ...]
   * @param small what has one value for each place of the kernel, [N, O, ...]
   * @return [O, C / group, k], the kernel's shape
   */
  static String of(RuleContext c, String large, String small, Window w, long group) {
    Emitter emit = c.emit();
    ShapeEmitter shapes = emit.shapes();
    int rank = 2 + w.axes();
    String x = batchAsChannels(c, large, rank, group);
    String g = shapes.swap(small, rank, 0, 1);
    NodeBuilder node = NodeBuilder.of("Conv").inputs(x, g).ints("strides", w.dilations())
        .ints("dilations", w.strides()).ints("pads", Window.join(w.before(), w.after()));
    String product = emit.node(group == 1 ? node : node.intValue("group", group));
    String cut = product;
    for (int i = 0; i < w.axes(); i++) {
      cut = shapes.slice(cut, i + 2, 0, w.kernel()[i]);
    }
    return shapes.swap(cut, rank, 0, 1);
  }

  /** [N, group * C', ...] as [C', group * N, ...]. */
  private static String batchAsChannels(RuleContext c, String value, int rank, long group) {
    ShapeEmitter shapes = c.emit().shapes();
    if (group == 1) {
      return shapes.swap(value, rank, 0, 1);
    }
    List<Extent> spatial = new ArrayList<>();
    String known = c.input(0).equals(value) ? value : c.output(0);
    IntStream.range(2, rank).forEach(i -> spatial.add(shapes.extent(known, i)));
    Extent channels = shapes.extent(known, 1);
    long each = ((Extent.Fixed) channels).size() / group;
    Extent batch = shapes.extent(known, 0);
    String split = shapes.reshape(value, join(List.of(batch, Extent.of(group), Extent.of(each)), spatial));
    int[] permutation = IntStream.range(0, rank + 1).toArray();
    permutation[0] = 2;
    permutation[1] = 1;
    permutation[2] = 0;
    String turned = shapes.transpose(split, permutation);
    return shapes.reshape(turned, join(List.of(Extent.of(each), Extent.REST), spatial));
  }

  private static List<Extent> join(List<Extent> a, List<Extent> b) {
    List<Extent> out = new ArrayList<>(a);
    out.addAll(b);
    return out;
  }
}
