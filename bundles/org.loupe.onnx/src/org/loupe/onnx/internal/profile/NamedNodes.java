/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.loupe.graph.Graph;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.build.NodeBuilder;

/** Gives every node of a graph a name that no other has, so that a trace tells which one it speaks of. */
final class NamedNodes {
  private NamedNodes() {
  }

  /** The same model; nodes that have no name, or one that was there before, are called by what they give. */
  static OnnxModel of(OnnxModel model) {
    Graph graph = model.graph();
    Set<String> taken = new HashSet<>();
    graph.nodes().forEach(n -> n.subgraphs().forEach(g -> collect(g, taken)));
    List<Node> nodes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      String name = node.name().isEmpty() ? node.opType() + " " + node.output(0) : node.name();
      String free = name;
      for (int i = 2; !taken.add(free); i++) {
        free = name + " (" + i + ")";
      }
      nodes.add(free.equals(node.name()) ? node : NodeBuilder.of(node).name(free).build(node.index()));
    }
    return new OnnxModel(model.file(), model.header(), model.opsets(), new Graph(graph.name(), nodes, graph.inputs(),
        graph.outputs(), graph.valueInfos(), graph.initializers()), model.functions());
  }

  private static void collect(Graph body, Set<String> names) {
    for (Node node : body.nodes()) {
      names.add(node.name());
      node.subgraphs().forEach(g -> collect(g, names));
    }
  }
}
