/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.analysis;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.loupe.graph.Graph;
import org.loupe.graph.Node;

/** What subgraphs take from the graphs around them. */
public final class Captures {
  private Captures() {
  }

  /** All values that a node needs: its inputs, and what its subgraphs take from outside. */
  public static Set<String> allInputs(Node node) {
    Set<String> names = new LinkedHashSet<>(node.inputs());
    for (Graph graph : node.subgraphs()) {
      names.addAll(of(graph));
    }
    names.remove("");
    return names;
  }

  /** The values that a graph uses and does not define. */
  static Set<String> of(Graph graph) {
    Set<String> defined = defined(graph);
    Set<String> free = new LinkedHashSet<>();
    for (Node node : graph.nodes()) {
      for (String name : allInputs(node)) {
        if (!defined.contains(name)) {
          free.add(name);
        }
      }
    }
    graph.outputs().stream().map(o -> o.name()).filter(n -> !defined.contains(n)).forEach(free::add);
    return free;
  }

  /** The values that a graph itself defines. */
  static Set<String> defined(Graph graph) {
    Set<String> names = new HashSet<>();
    graph.inputs().forEach(i -> names.add(i.name()));
    graph.initializers().forEach(i -> names.add(i.name()));
    for (Node node : graph.nodes()) {
      List<String> outputs = node.outputs();
      names.addAll(outputs);
    }
    names.remove("");
    return names;
  }
}
