/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.window;

import java.util.List;
import java.util.stream.IntStream;
import org.loupe.graph.DataType;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.Extent;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.RuleSet;
import org.loupe.graph.gradient.ShapeEmitter;
import org.loupe.graph.gradient.rules.reduce.Counts;

/** Registers the rules of convolution and pooling; has those of pooling over whole planes. */
public final class GlobalPoolRules {
  private GlobalPoolRules() {
  }

  public static void register(RuleSet.Builder rules) {
    rules.rule("Conv", new ConvRule()).rule("ConvTranspose", new ConvTransposeRule());
    rules.rule("MaxPool", new MaxPoolRule()).rule("AveragePool", new AveragePoolRule());
    rules.rule("GlobalAveragePool", GlobalPoolRules::average).rule("GlobalMaxPool", GlobalPoolRules::max);
  }

  private static void average(RuleContext c) {
    int[] axes = IntStream.range(2, c.rank(c.input(0))).toArray();
    String share = Counts.divide(c, c.cotangent(), axes);
    c.give(0, c.emit().shapes().expandLike(share, c.dims(c.output(0)), c.input(0)));
  }

  /** The first of the largest elements of each plane gets the cotangent. */
  private static void max(RuleContext c) {
    Emitter emit = c.emit();
    ShapeEmitter shapes = emit.shapes();
    String x = c.input(0);
    Extent batch = shapes.extent(x, 0);
    Extent channels = shapes.extent(x, 1);
    String flat = emit.op("Reshape", x, shapes.vector(List.of(batch, channels, Extent.REST)));
    String winner = emit.node(NodeBuilder.of("ArgMax").inputs(flat).intValue("axis", 2), DataType.INT64);
    String places = shapes.upTo(planeSize(c, flat));
    String hit = emit.equal(winner, places);
    String g = emit.op("Reshape", c.cotangent(), shapes.vector(List.of(batch, channels, Extent.of(1))));
    c.give(0, shapes.reshapeLike(emit.gate(g, hit), x));
  }

  private static Extent planeSize(RuleContext c, String flat) {
    return c.fixedFrom(c.input(0), 2).map(in -> {
      long product = 1;
      for (long i : in) {
        product = Math.multiplyExact(product, i);
      }
      return Extent.of(product);
    }).orElse(new Extent.Axis(flat, 2));
  }
}
