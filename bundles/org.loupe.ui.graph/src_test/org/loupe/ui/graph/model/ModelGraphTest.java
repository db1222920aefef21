/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.loupe.ui.graph.MadeGraphs;

class ModelGraphTest {
  @Test
  void inputsLayersAndOutputsAreNodes() {
    ModelGraph graph = new ModelGraph(new MadeGraphs().layer("a", "Conv", "", "in").layer("b", "Relu", "", "a")
        .model());
    assertEquals(List.of("in", "a", "b", "b"), graph.nodes().stream().map(GraphNode::id).toList());
    assertEquals(GraphNode.Kind.OUTPUT, graph.nodes().get(3).kind());
    assertEquals(Set.of(0), graph.sources(1));
    assertEquals(List.of(3), graph.sinks(2));
    assertEquals("1 \u00d7 64 \u00d7 28", graph.nodes().get(1).shape());
  }

  @Test
  void whatNoInputLeadsToIsLeftOutAndCounted() {
    ModelGraph graph = new ModelGraph(new MadeGraphs().layer("c", "Constant", "").layer("d", "Cast", "", "c")
        .layer("a", "Add", "", "in", "d").model());
    assertEquals(List.of("in", "a", "a"), graph.nodes().stream().map(GraphNode::id).toList());
    assertEquals(2, graph.constants());
    assertTrue(graph.node("d").isEmpty());
  }

  @Test
  void severalValuesOfANodeAreOneNode() {
    ModelGraph graph = new ModelGraph(new MadeGraphs().value("left", "split", "Split", "", "in")
        .value("right", "split", "Split", "", "in").layer("sum", "Add", "", "left", "right").model());
    assertEquals(List.of("left", "right"), graph.nodes().get(1).layers());
    assertEquals(1, graph.node("right").orElseThrow());
    assertEquals(Set.of(1), graph.sources(2));
  }

  @Test
  void unnamedNeighboursStayApart() {
    ModelGraph graph = new ModelGraph(new MadeGraphs().value("a", "", "Relu", "", "in")
        .value("b", "", "Relu", "", "in").model());
    assertEquals(2, graph.nodes().stream().filter(n -> n.kind() == GraphNode.Kind.OPERATOR).count());
  }
}
