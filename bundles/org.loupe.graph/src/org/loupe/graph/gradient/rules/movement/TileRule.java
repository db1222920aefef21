/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.movement;

import java.util.ArrayList;
import java.util.Arrays;
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
  private static final long UNKNOWN = -1;

  private static long[] repeats(NodeFacts c) {
    return c.wholes(1).orElseGet(() -> fromShapes(c));
  }

  /** How often, from the extents before and after; one axis may be left to the runtime. */
  private static long[] fromShapes(NodeFacts c) {
    int rank = c.rank(c.input(0));
    long[] repeats = new long[rank];
    for (int i = 0; i < rank; i++) {
      Dim in = c.dims(c.input(0)).get(i);
      Dim out = c.dims(c.output(0)).get(i);
      repeats[i] = in instanceof Dim.Fixed before && before.size() > 0 && out instanceof Dim.Fixed after
          ? after.size() / before.size() : UNKNOWN;
    }
    if (Arrays.stream(repeats).filter(r -> r == UNKNOWN).count() > 1) {
      throw new RuleException("how often it repeats is not known");
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
        split.add(repeats[i] == UNKNOWN ? Extent.REST : Extent.of(repeats[i]));
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
