/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.movement;

import java.util.Optional;
import org.loupe.graph.DataType;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.Extent;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.ShapeEmitter;

/**
 * The backward pass of any operator that only moves elements: the operator is applied to the positions of its input's
 * elements, and the cotangents are added up there.
 */
final class Scattering {
  private static final long ADDS_SINCE = 16;

  private Scattering() {
  }

  /** Why elements that are taken several times cannot be added up; empty if they can. */
  static Optional<String> refusal(NodeFacts c) {
    return c.opset() >= ADDS_SINCE ? Optional.empty()
        : Optional.of("elements that are taken several times take operator set " + ADDS_SINCE);
  }

  /** The positions of the elements of the first input, moved by the node itself. */
  static String movedPositions(RuleContext c) {
    String[] inputs = c.node().inputs().toArray(new String[0]);
    inputs[0] = c.emit().shapes().positionsIn(c.input(0));
    return c.emit().node(NodeBuilder.of(c.node()).inputs(inputs), DataType.INT64);
  }

  /**
   * Adds up cotangents at positions of the first input's elements.
   *
   * @param once whether no position comes twice
   */
  static String add(RuleContext c, String positions, String cotangent, boolean once) {
    Emitter emit = c.emit();
    ShapeEmitter shapes = emit.shapes();
    String size = shapes.reshape(emit.node(NodeBuilder.of("Size").inputs(c.input(0)), DataType.INT64), Extent.of(1));
    NodeBuilder node = NodeBuilder.of("ScatterElements").inputs(shapes.filled(size, cotangent, 0),
        shapes.reshape(positions, Extent.REST), shapes.reshape(cotangent, Extent.REST));
    return shapes.reshapeLike(emit.node(once ? node : node.string("reduction", "add")), c.input(0));
  }
}
