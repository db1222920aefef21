/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.norm;

import java.util.Arrays;
import java.util.List;
import org.loupe.graph.DataType;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.ShapeEmitter;
import org.loupe.math.tensor.Shape;

/**
 * Values with mean 0 and deviation 1 along axes.
 *
 * @param values the standardised values
 * @param inverse one over the deviation, extent 1 along the axes
 * @param axes the axes
 */
record Standardized(String values, String inverse, int... axes) {

  /** Computes them anew from the input. */
  static Standardized of(Emitter emit, String x, double epsilon, int... axes) {
    ShapeEmitter shapes = emit.shapes();
    String centred = emit.sub(x, shapes.reduceMean(x, true, axes));
    String variance = shapes.reduceMean(emit.square(centred), true, axes);
    String inverse = emit.op("Reciprocal", emit.op("Sqrt", emit.add(variance, epsilon)));
    return new Standardized(emit.mul(centred, inverse), inverse, axes);
  }

  /** Computes them by the operator itself, with a scale of ones; in single precision, over the last axes. */
  static Standardized byOperator(Emitter emit, String x, double epsilon, long[] extents, int... axes) {
    double[] ones = new double[Math.toIntExact(Shape.of(extents).size())];
    Arrays.fill(ones, 1);
    List<String> out = emit.nodes(NodeBuilder.of("LayerNormalization")
        .inputs(x, emit.numbers(x, Shape.of(extents), ones)).intValue("axis", -extents.length)
        .floatValue("epsilon", (float) epsilon), DataType.FLOAT, DataType.FLOAT, DataType.FLOAT);
    return new Standardized(out.get(0), out.get(2), axes);
  }

  /** The cotangent of what was standardised, from that of the standardised values. */
  String backward(Emitter emit, String g) {
    ShapeEmitter shapes = emit.shapes();
    String along = emit.mul(values, shapes.reduceMean(emit.mul(g, values), true, axes));
    String rest = emit.sub(emit.sub(g, shapes.reduceMean(g, true, axes)), along);
    return emit.mul(rest, inverse);
  }
}
