/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.loupe.ui.graph.layout.Box;
import org.loupe.ui.graph.layout.Drawing;
import org.loupe.ui.graph.model.GraphNode;
import org.loupe.ui.graph.model.ModelGraph;

/** Where the arrow keys lead from a box: down and up along the edges, left and right to what stands beside it. */
final class Steps {
  private final Drawing drawing;
  private final ModelGraph graph;
  private final Map<GraphNode, Integer> positions = new IdentityHashMap<>();

  Steps(Drawing drawing) {
    this.drawing = drawing;
    this.graph = drawing.tree().graph();
    for (int i = 0; i < graph.nodes().size(); i++) {
      positions.put(graph.nodes().get(i), i);
    }
  }

  /** The first box of the drawing in reading order. */
  Optional<Box> first() {
    return drawing.boxes().stream().filter(b -> !b.open()).min(Comparator.comparingDouble(Box::y)
        .thenComparingDouble(Box::x));
  }

  Optional<Box> last() {
    return drawing.boxes().stream().filter(b -> !b.open()).max(Comparator.comparingDouble(Box::y)
        .thenComparingDouble(Box::x));
  }

  /** A box that reads what this one gives: the one most straight below. */
  Optional<Box> down(Box from) {
    return nearest(from, graph::sinks);
  }

  /** A box that this one reads from: the one most straight above. */
  Optional<Box> up(Box from) {
    return nearest(from, graph::sources);
  }

  private Optional<Box> nearest(Box from, IntFunction<? extends Iterable<Integer>> neighbours) {
    Set<Box> found = new LinkedHashSet<>();
    for (GraphNode node : from.nodes()) {
      for (int other : neighbours.apply(positions.get(node))) {
        drawing.shown(graph.nodes().get(other)).filter(b -> b != from && !from.nodes().contains(b.item()))
            .ifPresent(found::add);
      }
    }
    return found.stream().min(Comparator.comparingDouble(b -> Math.abs(b.centerX() - from.centerX())
        + Math.abs(b.centerY() - from.centerY())));
  }

  Optional<Box> left(Box from) {
    return beside(from, -1);
  }

  Optional<Box> right(Box from) {
    return beside(from, 1);
  }

  /** The next box that stands at about the same height. */
  private Optional<Box> beside(Box from, int direction) {
    return drawing.boxes().stream().filter(b -> !b.open() && b != from
        && (b.centerX() - from.centerX()) * direction > 0 && b.y() < from.bottom() && b.bottom() > from.y())
        .min(Comparator.comparingDouble(b -> Math.abs(b.centerX() - from.centerX())));
  }
}
