/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.cost;

import java.util.List;
import org.loupe.graph.Dim;
import org.loupe.graph.Node;
import org.loupe.graph.gradient.ShapeFacts;

/** What a rule sees of a node: its attributes, and extents. Asking for what is not known ends the rule. */
final class NodeShapes {
  private final Node node;
  private final ShapeFacts shapes;

  NodeShapes(Node node, ShapeFacts shapes) {
    this.node = node;
    this.shapes = shapes;
  }

  Node node() {
    return node;
  }

  int inputs() {
    return node.inputs().size();
  }

  boolean hasInput(int i) {
    return !node.input(i).isEmpty();
  }

  long[] input(int i) {
    return extents(node.input(i));
  }

  /** As {@link #input}, of a value that has so many axes. */
  long[] input(int i, int rank) {
    long[] extents = input(i);
    if (extents.length != rank) {
      throw new UnknownCostException();
    }
    return extents;
  }

  /** The extents of the first output that is there. */
  long[] output() {
    return extents(node.outputs().stream().filter(o -> !o.isEmpty()).findFirst()
        .orElseThrow(UnknownCostException::new));
  }

  private long[] extents(String value) {
    List<Dim> dims = shapes.dims(value).orElseThrow(UnknownCostException::new);
    return dims.stream().mapToLong(d -> {
      if (d instanceof Dim.Fixed f) {
        return f.size();
      }
      throw new UnknownCostException();
    }).toArray();
  }

  /** Product of extents from an axis on. @throws ArithmeticException if it overflows */
  static long size(long[] extents, int from) {
    long size = 1;
    for (int axis = from; axis < extents.length; axis++) {
      size = Math.multiplyExact(size, extents[axis]);
    }
    return size;
  }

  /** Product of all extents. @throws ArithmeticException if it overflows */
  static long size(long... extents) {
    return size(extents, 0);
  }
}
