/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.movement;

import java.util.List;
import org.loupe.graph.Dim;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.ShapeEmitter;

/** Concat: each input gets its part; by one Split where all are wanted. */
final class ConcatRule implements BackwardRule {
  @Override
  public void backward(RuleContext c) {
    int n = c.node().inputs().size();
    int axis = NodeFacts.axis(c.node().intValue("axis", 1), c.rank(c.output(0)));
    long[] sizes = new long[n];
    boolean fixed = true;
    boolean all = true;
    for (int i = 0; i < n; i++) {
      sizes[i] = c.dims(c.input(i)).get(axis) instanceof Dim.Fixed f ? f.size() : -1;
      fixed &= sizes[i] >= 0;
      all &= c.wants(i);
    }
    if (n == 1) {
      c.give(0, c.cotangent());
    } else if (fixed && all) {
      List<String> parts = c.emit().shapes().split(c.cotangent(), axis, sizes);
      for (int i = 0; i < n; i++) {
        c.give(i, parts.get(i));
      }
    } else if (fixed) {
      slices(c, axis, sizes);
    } else {
      computedSlices(c, axis);
    }
  }

  private static void slices(RuleContext c, int axis, long[] sizes) {
    long start = 0;
    for (int i = 0; i < sizes.length; i++) {
      if (c.wants(i)) {
        c.give(i, c.emit().shapes().slice(c.cotangent(), axis, start, start + sizes[i]));
      }
      start += sizes[i];
    }
  }

  private static void computedSlices(RuleContext c, int axis) {
    Emitter emit = c.emit();
    ShapeEmitter shapes = emit.shapes();
    String start = emit.wholes(0);
    for (int i = 0; i < c.node().inputs().size(); i++) {
      String end = emit.add(start, shapes.vector(List.of(shapes.extent(c.input(i), axis))));
      if (c.wants(i)) {
        c.give(i, shapes.slice(c.cotangent(), start, end, axis));
      }
      start = end;
    }
  }
}
