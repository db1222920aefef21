/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.window;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.loupe.graph.Dim;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.Extent;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.RuleException;
import org.loupe.graph.gradient.ShapeEmitter;

/**
 * Conv. To the input: at stride 1 the convolution with the turned kernel, which runtimes do faster than a transposed
 * convolution; else what {@link StridedConv} has, or that. A factor for each channel that the cotangent carries goes
 * into the kernel.
 */
public final class ConvRule implements BackwardRule {
  @Override
  public void backward(RuleContext c) {
    Window w = window(c);
    int rank = c.rank(c.input(0));
    if (c.wants(0)) {
      Emitter.ChannelScale scale = c.emit().channelScale(c.cotangent()).orElse(null);
      String g = scale == null ? c.cotangent() : scale.value();
      String kernel = scale == null ? c.input(1) : scaled(c, scale.factors(), rank);
      c.give(0, toInput(c, w, g, kernel));
    }
    if (c.wants(1)) {
      c.give(1, WeightGradient.of(c, c.input(0), c.cotangent(), w, group(c)));
    }
    if (c.wants(2)) {
      c.give(2, c.emit().shapes().reduceSum(c.cotangent(), false, allButChannels(rank)));
    }
  }

  private static Window window(NodeFacts c) {
    Optional<long[]> kernel = c.node().ints("kernel_shape").or(() -> c.fixedFrom(c.input(1), 2));
    return Window.of(c, kernel.orElseThrow(() -> new RuleException("the size of its kernel is not known")));
  }

  static long group(NodeFacts c) {
    return c.node().intValue("group", 1);
  }

  static int[] allButChannels(int rank) {
    return IntStream.range(0, rank).filter(a -> a != 1).toArray();
  }

  private static String scaled(RuleContext c, String factors, int rank) {
    String shaped = c.emit().shapes().unsqueeze(factors, IntStream.range(1, rank).toArray());
    return c.emit().mul(c.input(1), shaped);
  }

  private static String toInput(RuleContext c, Window w, String g, String kernel) {
    boolean padsFit = LongStream.concat(Arrays.stream(w.turnedBefore()), Arrays.stream(w.turnedAfter()))
        .allMatch(p -> p >= 0);
    Optional<long[]> shape = c.fixedFrom(c.input(1), 0);
    Optional<String> strided = w.hasUnitStrides() ? Optional.empty() : StridedConv.toInput(c, w, g, kernel);
    if (strided.isPresent()) {
      return strided.get();
    }
    if (!w.hasUnitStrides() || !padsFit || shape.isEmpty()) {
      return Spread.over(c, g, kernel, w, group(c));
    }
    NodeBuilder node = NodeBuilder.of("Conv").inputs(g, turned(c, kernel, shape.get())).ints("kernel_shape", w.kernel())
        .ints("dilations", w.dilations()).ints("pads", Window.join(w.turnedBefore(), w.turnedAfter()));
    return c.emit().node(group(c) == 1 ? node : node.intValue("group", group(c)));
  }

  /** The kernel [O, C / group, k] with inputs and outputs exchanged, [C, O / group, k], and each axis turned around. */
  static String turned(RuleContext c, String kernel, long[] shape) {
    ShapeEmitter shapes = c.emit().shapes();
    long group = group(c);
    long outputs = shape[0] / group;
    long inputs = shape[1];
    long elements = 1;
    for (int i = 2; i < shape.length; i++) {
      elements *= shape[i];
    }
    String out = kernel;
    if (outputs != 1 || inputs != 1) {
      out = shapes.reshape(out, Extent.of(group), Extent.of(outputs), Extent.of(inputs), Extent.of(elements));
      out = shapes.transpose(out, 0, 2, 1, 3);
    }
    out = shapes.reshape(out, Extent.of(group * inputs), Extent.of(outputs), Extent.of(elements));
    out = shapes.reverse(out, 2, elements);
    Extent[] full = new Extent[shape.length];
    Arrays.setAll(full, i -> Extent.of(i == 0 ? group * inputs : i == 1 ? outputs : shape[i]));
    return shapes.reshape(out, full);
  }

  /** Whether the spatial extents of a value are all fixed. */
  static boolean isFixed(NodeFacts c, String value) {
    return c.dims(value).stream().skip(2).allMatch(d -> d instanceof Dim.Fixed);
  }
}
