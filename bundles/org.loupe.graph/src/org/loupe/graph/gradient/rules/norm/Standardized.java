/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.norm;

import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.ShapeEmitter;

/**
 * Values with mean 0 and deviation 1 along axes: {@code centred * inverse}. They are computed anew for the backward
 * pass, so that a runtime can keep the forward pass in one piece; the few passes here cost less than the operator.
 *
 * @param centred the values less their mean
 * @param inverse one over the deviation, extent 1 along the axes
 * @param axes the axes
 */
record Standardized(String centred, String inverse, int... axes) {

  static Standardized of(Emitter emit, String x, double epsilon, int... axes) {
    ShapeEmitter shapes = emit.shapes();
    String centred = emit.sub(x, shapes.reduceMean(x, true, axes));
    String variance = shapes.reduceMean(emit.square(centred), true, axes);
    String inverse = emit.op("Reciprocal", emit.op("Sqrt", emit.add(variance, epsilon)));
    return new Standardized(centred, inverse, axes);
  }

  /** The standardised values. */
  String values(Emitter emit) {
    return emit.mul(centred, inverse);
  }

  /** The cotangent of what was standardised, from that of the standardised values. */
  String backward(Emitter emit, String g) {
    ShapeEmitter shapes = emit.shapes();
    String along = emit.mul(shapes.reduceMean(emit.mul(g, centred), true, axes), emit.square(inverse));
    String explained = emit.add(emit.mul(centred, along), shapes.reduceMean(g, true, axes));
    return emit.mul(emit.sub(g, explained), inverse);
  }
}
