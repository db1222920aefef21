/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.movement;

import java.util.ArrayList;
import java.util.List;
import org.loupe.graph.Dim;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.Extent;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.RuleException;
import org.loupe.graph.gradient.ShapeEmitter;

/** Tile: the copies' cotangents are added up. */
final class TileRule implements BackwardRule {
  private static long[] repeats(NodeFacts c) {
    return c.wholes(1).orElseGet(() -> fromShapes(c));
  }

  /** How often, from the extents before and after; what is not fixed is taken for not repeated. */
  private static long[] fromShapes(NodeFacts c) {
    int rank = c.rank(c.input(0));
    long[] repeats = new long[rank];
    for (int i = 0; i < rank; i++) {
      Dim before = c.dims(c.input(0)).get(i);
      Dim after = c.dims(c.output(0)).get(i);
      boolean fixed = before instanceof Dim.Fixed;
      if (fixed != after instanceof Dim.Fixed) {
        throw new RuleException("how often it repeats is not known");
      }
      repeats[i] = fixed && !before.is(0) ? ((Dim.Fixed) after).size() / ((Dim.Fixed) before).size() : 1;
    }
    return repeats;
  }

  @Override
  public void backward(RuleContext c) {
    ShapeEmitter shapes = c.emit().shapes();
    long[] repeats = repeats(c);
    List<Extent> split = new ArrayList<>();
    List<Integer> copies = new ArrayList<>();
    for (int i = 0; i < repeats.length; i++) {
      if (repeats[i] != 1) {
        copies.add(split.size());
        split.add(Extent.of(repeats[i]));
      }
      split.add(shapes.extent(c.input(0), i));
    }
    if (copies.isEmpty()) {
      c.give(0, c.cotangent());
      return;
    }
    int[] axes = copies.stream().mapToInt(a -> a).toArray();
    c.give(0, shapes.reduceSum(shapes.reshape(c.cotangent(), split), false, axes));
  }
}
