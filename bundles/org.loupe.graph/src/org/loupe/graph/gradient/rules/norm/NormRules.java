/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.norm;

import java.util.List;
import java.util.stream.IntStream;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.Extent;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.RuleSet;
import org.loupe.graph.gradient.ShapeEmitter;

/** Registers the rules of normalisations; has those of the smaller ones. */
public final class NormRules {
  private static final long SCALE_FOR_EACH_CHANNEL = 21;
  private static final double EPSILON = 1e-5;

  private NormRules() {
  }

  public static void register(RuleSet.Builder rules) {
    rules.rule("BatchNormalization", new BatchNormRule()).rule("LayerNormalization", new LayerNormRule());
    rules.rule("InstanceNormalization", NormRules::instance).rule("GroupNormalization", NormRules::group);
    rules.rule("RMSNormalization", NormRules::rootMeanSquare).rule("LpNormalization", NormRules::unitNorm);
    rules.rule("LRN", NormRules::localResponse);
    rules.rule("Softmax", SoftmaxRules::softmax).rule("LogSoftmax", SoftmaxRules::logSoftmax);
  }

  private static void instance(RuleContext c) {
    Emitter emit = c.emit();
    int rank = c.rank(c.input(0));
    int[] spatial = IntStream.range(2, rank).toArray();
    String g = c.cotangent();
    Standardized x = Standardized.of(emit, c.input(0), c.node().floatValue("epsilon", (float) EPSILON), spatial);
    if (c.wants(0)) {
      c.give(0, x.backward(emit, emit.mul(g, emit.shapes().channels(c.input(1), rank))));
    }
    toScaleAndBias(c, g, x.values(emit), rank);
  }

  private static void toScaleAndBias(RuleContext c, String g, String standardized, int rank) {
    int[] others = IntStream.range(0, rank).filter(a -> a != 1).toArray();
    if (c.wants(1)) {
      c.give(1, c.emit().shapes().reduceSum(c.emit().mul(g, standardized), false, others));
    }
    if (c.wants(2)) {
      c.give(2, c.emit().shapes().reduceSum(g, false, others));
    }
  }

  /** Groups of channels; before operator set 21 scale and bias belong to the groups. */
  private static void group(RuleContext c) {
    Emitter emit = c.emit();
    ShapeEmitter shapes = emit.shapes();
    String x = c.input(0);
    int rank = c.rank(x);
    long groups = c.node().intValue("num_groups", 1);
    boolean byGroup = c.opset() < SCALE_FOR_EACH_CHANNEL;
    Extent batch = shapes.extent(x, 0);
    String grouped = emit.op("Reshape", x, shapes.vector(List.of(batch, Extent.of(groups), Extent.REST)));
    Standardized s = Standardized.of(emit, grouped, c.node().floatValue("epsilon", (float) EPSILON), 2);
    String shape = shapes.shapeOf(grouped);
    String g = c.cotangent();
    String gGrouped = emit.op("Reshape", g, shape);
    if (c.wants(0)) {
      String scaled = byGroup ? emit.mul(gGrouped, shapes.channels(c.input(1), 3))
          : emit.op("Reshape", emit.mul(g, shapes.channels(c.input(1), rank)), shape);
      c.give(0, shapes.reshapeLike(s.backward(emit, scaled), x));
    }
    if (byGroup) {
      toScaleAndBias(c, gGrouped, s.values(emit), 3);
    } else {
      toScaleAndBias(c, g, shapes.reshapeLike(s.values(emit), x), rank);
    }
  }

  private static void rootMeanSquare(RuleContext c) {
    Emitter emit = c.emit();
    ShapeEmitter shapes = emit.shapes();
    int rank = c.rank(c.input(0));
    int[] axes = IntStream.range(NodeFacts.axis(c.node().intValue("axis", -1), rank), rank).toArray();
    String meanSquare = shapes.reduceMean(emit.square(c.input(0)), true, axes);
    String inverse = emit.op("Reciprocal",
        emit.op("Sqrt", emit.add(meanSquare, c.node().floatValue("epsilon", (float) EPSILON))));
    String unit = emit.mul(c.input(0), inverse);
    if (c.wants(0)) {
      String g = emit.mul(c.cotangent(), c.input(1));
      String along = emit.mul(unit, shapes.reduceMean(emit.mul(g, unit), true, axes));
      c.give(0, emit.mul(emit.sub(g, along), inverse));
    }
    if (c.wants(1)) {
      c.giveBroadcast(1, emit.mul(c.cotangent(), unit));
    }
  }

  /** Division by the 1- or 2-norm along an axis: {@code (g - n' sum(g y)) / norm} with the norm's own derivative n'. */
  private static void unitNorm(RuleContext c) {
    Emitter emit = c.emit();
    int axis = NodeFacts.axis(c.node().intValue("axis", -1), c.rank(c.input(0)));
    boolean euclidean = c.node().intValue("p", 2) == 2;
    String x = c.input(0);
    String size = emit.shapes().reduceSum(euclidean ? emit.square(x) : emit.op("Abs", x), true, axis);
    String norm = euclidean ? emit.op("Sqrt", size) : size;
    String along = emit.shapes().reduceSum(emit.mul(c.cotangent(), c.output(0)), true, axis);
    String direction = euclidean ? c.output(0) : emit.sign(x);
    c.give(0, emit.div(emit.sub(c.cotangent(), emit.mul(direction, along)), norm));
  }

  /** {@code y = x s^-beta} with {@code s = bias + alpha / size * sum of squares} over neighbouring channels. */
  private static void localResponse(RuleContext c) {
    Emitter emit = c.emit();
    long size = c.node().intValue("size", 1);
    double alpha = c.node().floatValue("alpha", 1e-4f);
    double beta = c.node().floatValue("beta", 0.75f);
    String x = c.input(0);
    String meanSquare = neighbours(c, emit.square(x), size, (size - 1) / 2);
    String s = emit.add(emit.mul(meanSquare, alpha), c.node().floatValue("bias", 1));
    String direct = emit.mul(c.cotangent(), emit.op("Pow", s, emit.number(s, -beta)));
    String each = emit.div(emit.mul(direct, x), s);
    String through = emit.mul(neighbours(c, each, size, size / 2), 2 * alpha * beta);
    c.give(0, emit.sub(direct, emit.mul(x, through)));
  }

  /** The mean over {@code size} neighbouring channels, of which {@code before} come before; zeros at the ends count. */
  private static String neighbours(RuleContext c, String value, long size, long before) {
    Emitter emit = c.emit();
    ShapeEmitter shapes = emit.shapes();
    Extent batch = shapes.extent(c.input(0), 0);
    Extent channels = shapes.extent(c.input(0), 1);
    String planes = emit.op("Reshape", value,
        shapes.vector(List.of(batch, Extent.of(1), channels, Extent.REST)));
    String mean = emit.node(NodeBuilder.of("AveragePool").inputs(planes).ints("kernel_shape", size, 1)
        .ints("pads", before, 0, size - 1 - before, 0).intValue("count_include_pad", 1));
    return shapes.reshapeLike(mean, c.input(0));
  }
}
