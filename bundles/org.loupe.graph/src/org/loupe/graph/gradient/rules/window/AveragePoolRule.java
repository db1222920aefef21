/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.window;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.Extent;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.ShapeEmitter;
import org.loupe.math.tensor.Shape;

/** AveragePool: the cotangent by the number of elements of each window, spread over the window. */
public final class AveragePoolRule implements BackwardRule {
  @Override
  public void backward(RuleContext c) {
    Window w = window(c);
    Optional<long[]> in = c.fixedFrom(c.input(0), 2);
    Optional<long[]> out = c.fixedFrom(c.output(0), 2);
    boolean fixed = in.isPresent() && out.isPresent();
    String share = fixed ? share(c, w, in.get(), out.get()) : c.emit().mul(c.cotangent(), 1.0 / w.elements());
    c.give(0, fixed && w.tiles(in.get(), out.get()) ? Spread.repeat(c, share, w) : spread(c, w, share));
  }

  @Override
  public Optional<String> refusal(NodeFacts c) {
    Window w = window(c);
    boolean fixed = ConvRule.isFixed(c, c.input(0)) && ConvRule.isFixed(c, c.output(0));
    boolean full = c.node().intValue("ceil_mode", 0) == 0 && (countsPadding(c)
        || LongStream.concat(Arrays.stream(w.before()), Arrays.stream(w.after())).allMatch(p -> p == 0));
    return fixed || full ? Optional.empty()
        : Optional.of("windows of different numbers of elements need a fixed size");
  }

  private static Window window(NodeFacts c) {
    return Window.of(c, c.node().ints("kernel_shape").orElseGet(() -> new long[0]));
  }

  private static boolean countsPadding(NodeFacts c) {
    return c.node().intValue("count_include_pad", 0) == 1;
  }

  private static String share(RuleContext c, Window w, long[] in, long[] out) {
    Emitter emit = c.emit();
    String share = c.cotangent();
    double common = 1;
    for (int i = 0; i < w.axes(); i++) {
      double[] counts = counts(w, i, in[i], Math.toIntExact(out[i]), countsPadding(c));
      if (Arrays.stream(counts).allMatch(n -> n == counts[0])) {
        common *= counts[0];
      } else {
        long[] shape = Window.filled(w.axes(), 1);
        shape[i] = out[i];
        share = emit.mul(share, emit.numbers(share, Shape.of(shape), Arrays.stream(counts).map(n -> 1 / n).toArray()));
      }
    }
    return emit.mul(share, 1 / common);
  }

  /** How many elements of each window along an axis count: those in the input, or in the padded input. */
  private static double[] counts(Window w, int axis, long in, int out, boolean padding) {
    long first = padding ? -w.before()[axis] : 0;
    long end = padding ? in + w.after()[axis] : in;
    double[] counts = new double[out];
    for (int o = 0; o < out; o++) {
      for (int k = 0; k < w.kernel()[axis]; k++) {
        long at = o * w.strides()[axis] - w.before()[axis] + k * w.dilations()[axis];
        counts[o] += at >= first && at < end ? 1 : 0;
      }
    }
    return counts;
  }

  private static String spread(RuleContext c, Window w, String share) {
    Emitter emit = c.emit();
    ShapeEmitter shapes = emit.shapes();
    boolean padsFit = LongStream.concat(Arrays.stream(w.turnedBefore()), Arrays.stream(w.turnedAfter()))
        .allMatch(p -> p >= 0);
    boolean dense = Arrays.stream(w.dilations()).allMatch(d -> d == 1);
    if (w.hasUnitStrides() && padsFit && dense && c.node().intValue("ceil_mode", 0) == 0) {
      String mean = emit.node(NodeBuilder.of("AveragePool").inputs(share).ints("kernel_shape", w.kernel())
          .ints("pads", Window.join(w.turnedBefore(), w.turnedAfter())).intValue("count_include_pad", 1));
      return emit.mul(mean, w.elements());
    }
    Extent[] single = new Extent[2 + w.axes()];
    Arrays.setAll(single, i -> i == 0 ? Extent.REST : i == 1 ? Extent.of(1) : shapes.extent(c.output(0), i));
    double[] ones = new double[Math.toIntExact(w.elements())];
    Arrays.fill(ones, 1);
    long[] shape = Window.join(new long[] {1, 1}, w.kernel());
    String alone = singleChannel(c, share, single);
    String spread = Spread.over(c, alone, emit.numbers(share, Shape.of(shape), ones), w, 1);
    return shapes.reshapeLike(spread, c.input(0));
  }

  private static String singleChannel(RuleContext c, String share, Extent[] single) {
    boolean fixed = ConvRule.isFixed(c, c.output(0));
    return fixed ? c.emit().shapes().reshape(share, single)
        : c.emit().op("Reshape", share, c.emit().shapes().vector(Arrays.asList(single)));
  }
}
