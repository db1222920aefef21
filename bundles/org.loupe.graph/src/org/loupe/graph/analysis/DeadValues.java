/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.loupe.graph.Graph;
import org.loupe.graph.Node;

/** Values that no output of the graph depends on. */
public final class DeadValues {
  private DeadValues() {
  }

  /** Names of values given by nodes, in graph order, from which no way leads to an output. */
  public static Set<String> of(GraphIndex index) {
    Graph graph = index.graph();
    Set<String> live = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    graph.outputs().forEach(o -> open.add(o.name()));
    Set<Integer> visited = new HashSet<>();
    while (!open.isEmpty()) {
      String value = open.pop();
      if (live.add(value)) {
        index.producer(value).filter(n -> visited.add(n.index())).ifPresent(n -> open.addAll(Captures.allInputs(n)));
      }
    }
    Set<String> dead = new LinkedHashSet<>();
    for (Node node : graph.nodes()) {
      node.outputs().stream().filter(o -> !o.isEmpty() && !live.contains(o)).forEach(dead::add);
    }
    return dead;
  }
}
