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
import org.loupe.graph.Node;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.Extent;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.ShapeEmitter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/**
 * MaxPool: the cotangent goes to the element that won, which the operator's own Indices output names (from operator set
 * 8 on). Values are not compared with the maximum: after a Relu, zeros tie. Windows that have no element in common are
 * undone by MaxUnpool. Else the cotangents of the windows that were won at a place are picked, for each place in the
 * window, and the places are put together again. A Relu before is differentiated along with it: it let a winner pass
 * where the maximum is positive, and there are fewer maxima than elements.
 */
public final class MaxPoolRule implements BackwardRule {
  /** Added for places outside the input, so that they never are the winner's. */
  private static final long OUTSIDE = -(1L << 40);
  private static final long INDICES_SINCE = 8;
  private static final long UNPOOL_SINCE = 9;
  private static final long SCATTER_ADDS = 16;

  @Override
  public void backward(RuleContext c) {
    Window w = window(c);
    Optional<Node> relu = c.inner(c.input(0)).filter(n -> n.is("Relu"));
    String g = relu.isEmpty() ? c.cotangent() : c.emit().mul(c.cotangent(), c.emit().positive(c.output(0)));
    String back = unpools(c, w) ? unpooled(c, w, g) : isFixed(c) ? byPlaces(c, w, g) : scattered(c, g);
    c.giveTo(relu.map(n -> n.input(0)).orElse(c.input(0)), back);
  }

  @Override
  public Optional<String> refusal(NodeFacts c) {
    return unpools(c, window(c)) || isFixed(c) || c.opset() >= SCATTER_ADDS ? Optional.empty()
        : Optional.of("a size that is not fixed takes operator set " + SCATTER_ADDS);
  }

  private static boolean isFixed(NodeFacts c) {
    return ConvRule.isFixed(c, c.input(0)) && ConvRule.isFixed(c, c.output(0));
  }

  /** Whether MaxUnpool undoes it: runtimes have it for single precision, and each window must have a winner. */
  private static boolean unpools(NodeFacts c, Window w) {
    return c.opset() >= UNPOOL_SINCE && c.type(c.input(0)) == DataType.FLOAT && w.areApart()
        && c.node().intValue("ceil_mode", 0) == 0;
  }

  private static Window window(NodeFacts c) {
    return Window.of(c, c.node().ints("kernel_shape").orElseGet(() -> new long[0]));
  }

  /** Where each window's winner is among all elements of the input. */
  private static String winners(RuleContext c) {
    boolean rowMajor = c.node().intValue("storage_order", 0) == 0;
    if (!c.output(1).isEmpty() && rowMajor) {
      return c.output(1);
    }
    NodeBuilder again = NodeBuilder.of(c.node()).inputs(c.input(0));
    if (!rowMajor) {
      again.intValue("storage_order", 0);
    }
    return c.emit().nodes(again, null, DataType.INT64).get(1);
  }

  private static String unpooled(RuleContext c, Window w, String g) {
    String shape = c.emit().shapes().shapeOf(c.input(0));
    return c.emit().node(NodeBuilder.of("MaxUnpool").inputs(g, winners(c), shape).ints("kernel_shape", w.kernel())
        .ints("strides", w.strides()).ints("pads", Window.join(w.before(), w.after())));
  }

  private static String byPlaces(RuleContext c, Window w, String g) {
    Emitter emit = c.emit();
    ShapeEmitter shapes = emit.shapes();
    long[] in = c.fixedFrom(c.input(0), 2).orElseThrow();
    long[] out = c.fixedFrom(c.output(0), 2).orElseThrow();
    String ones = oneForEachPlace(c, w);
    List<Extent> flat = new ArrayList<>(List.of(Extent.REST, Extent.of(w.elements())));
    Arrays.stream(out).forEach(o -> flat.add(Extent.of(o)));
    String picked;
    if (c.opset() >= INDICES_SINCE) {
      long plane = Arrays.stream(in).reduce(1, Math::multiplyExact);
      String winner = shapes.unsqueeze(emit.remainder(winners(c), plane), 2);
      String hit = emit.equal(winner, places(emit, w, in, out));
      picked = emit.gate(shapes.unsqueeze(g, 2), hit);
    } else {
      List<Extent> planes = new ArrayList<>(flat);
      planes.set(1, Extent.of(1));
      picked = emit.gate(shapes.reshape(g, planes), FirstLargest.hits(c, w, in, ones));
    }
    String spread = Spread.over(c, shapes.reshape(picked, flat), ones, w, 1);
    return shapes.reshapeLike(spread, c.input(0));
  }

  /** The element that each place of each window stands for, [places, out...]; negative outside the input. */
  private static String places(Emitter emit, Window w, long[] in, long[] out) {
    int n = w.axes();
    String sum = null;
    long step = 1;
    for (int i = n - 1; i >= 0; i--) {
      long[] shape = Window.filled(2 * n, 1);
      shape[i] = w.kernel()[i];
      shape[n + i] = out[i];
      long[] positions = new long[Math.toIntExact(Math.multiplyExact(w.kernel()[i], out[i]))];
      for (int p = 0; p < positions.length; p++) {
        long at = p % out[i] * w.strides()[i] - w.before()[i] + p / out[i] * w.dilations()[i];
        positions[p] = at < 0 || at >= in[i] ? OUTSIDE : at * step;
      }
      String along = emit.constant(ArrayTensor.of(Shape.of(shape), positions));
      sum = sum == null ? along : emit.add(along, sum);
      step *= in[i];
    }
    List<Extent> flat = new ArrayList<>(List.of(Extent.of(w.elements())));
    Arrays.stream(out).forEach(o -> flat.add(Extent.of(o)));
    return emit.shapes().reshape(sum, flat);
  }

  /** Kernels [places, 1, kernel] of which each has a one in its place. */
  private static String oneForEachPlace(RuleContext c, Window w) {
    int places = Math.toIntExact(w.elements());
    double[] ones = new double[Math.multiplyExact(places, places)];
    IntStream.range(0, places).forEach(i -> ones[i * places + i] = 1);
    long[] shape = Window.join(new long[] {places, 1}, w.kernel());
    return c.emit().numbers(c.cotangent(), Shape.of(shape), ones);
  }

  private static String scattered(RuleContext c, String g) {
    Emitter emit = c.emit();
    ShapeEmitter shapes = emit.shapes();
    String size = shapes.reshape(emit.node(NodeBuilder.of("Size").inputs(c.input(0)), DataType.INT64), Extent.of(1));
    String sums = emit.node(NodeBuilder.of("ScatterElements").inputs(shapes.filled(size, g, 0),
        shapes.reshape(winners(c), Extent.REST), shapes.reshape(g, Extent.REST)).string("reduction", "add"));
    return shapes.reshapeLike(sums, c.input(0));
  }
}
