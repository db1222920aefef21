/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.loupe.graph.Graph;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.analysis.Captures;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.build.NodeBuilder;

/** Leaves out what no output needs: the runtime computes every node that a graph has. */
final class Pruning {
  private Pruning() {
  }

  /** The same model without nodes and weights that no output depends on; its inputs stay. */
  static OnnxModel of(OnnxModel model) {
    Graph graph = model.graph();
    GraphIndex index = GraphIndex.of(graph);
    Set<String> needed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    graph.outputs().forEach(o -> open.add(o.name()));
    while (!open.isEmpty()) {
      String value = open.pop();
      if (needed.add(value)) {
        index.producer(value).ifPresent(n -> open.addAll(Captures.allInputs(n)));
      }
    }
    List<Node> nodes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      if (node.outputs().stream().anyMatch(needed::contains)) {
        nodes.add(NodeBuilder.of(node).build(nodes.size()));
      }
    }
    Graph pruned = new Graph(graph.name(), nodes, graph.inputs(), graph.outputs(),
        graph.valueInfos().stream().filter(v -> needed.contains(v.name())).toList(),
        graph.initializers().stream().filter(i -> needed.contains(i.name())).toList());
    return new OnnxModel(model.file(), model.header(), model.opsets(), pruned, model.functions());
  }
}
