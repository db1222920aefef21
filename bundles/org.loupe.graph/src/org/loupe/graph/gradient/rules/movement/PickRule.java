/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.movement;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.ShapeEmitter;

/**
 * GatherElements and GatherND: the cotangents are added up where the elements were taken. In operator sets that cannot
 * add while they scatter, GatherElements compares its indices with all places.
 */
final class PickRule implements BackwardRule {
  @Override
  public Optional<String> refusal(NodeFacts c) {
    Optional<String> scattering = Scattering.refusal(c);
    return scattering.isEmpty() || isDense(c) ? Optional.empty() : scattering;
  }

  /** GatherElements whose indices have the data's extents but along its axis. */
  private static boolean isDense(NodeFacts c) {
    if (!c.node().is("GatherElements")) {
      return false;
    }
    List<Dim> data = c.dims(c.input(0));
    List<Dim> indices = c.dims(c.input(1));
    int axis = axis(c);
    for (int i = 0; i < data.size(); i++) {
      if (i != axis && data.get(i) instanceof Dim.Fixed && !data.get(i).equals(indices.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static int axis(NodeFacts c) {
    return NodeFacts.axis(c.node().intValue("axis", 0), c.rank(c.input(0)));
  }

  @Override
  public void backward(RuleContext c) {
    c.give(0, Scattering.refusal(c).isEmpty()
        ? Scattering.add(c, Scattering.movedPositions(c), c.cotangent(), false) : byComparison(c));
  }

  private static String byComparison(RuleContext c) {
    Emitter emit = c.emit();
    ShapeEmitter shapes = emit.shapes();
    int axis = axis(c);
    int rank = c.rank(c.input(0));
    String size = shapes.vector(List.of(shapes.extent(c.input(0), axis)));
    String index = emit.cast(c.input(1), DataType.INT64);
    String counted = emit.add(index, emit.mul(emit.mask(emit.less(index, emit.whole(0)), index), size));
    int[] behind = IntStream.range(1, rank - axis + 1).toArray();
    String places = shapes.unsqueeze(shapes.upTo(shapes.extent(c.input(0), axis)), behind);
    String hit = emit.equal(shapes.unsqueeze(counted, axis), places);
    return shapes.reduceSum(emit.gate(shapes.unsqueeze(c.cotangent(), axis), hit), false, axis + 1);
  }
}
