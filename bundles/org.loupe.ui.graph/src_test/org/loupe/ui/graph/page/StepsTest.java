/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.loupe.api.Progress;
import org.loupe.ui.graph.MadeGraphs;
import org.loupe.ui.graph.layout.Box;
import org.loupe.ui.graph.layout.Drawing;
import org.loupe.ui.graph.layout.GraphLayout;
import org.loupe.ui.graph.layout.TextWidths;
import org.loupe.ui.graph.model.Folding;
import org.loupe.ui.graph.model.GraphNode;
import org.loupe.ui.graph.model.GraphTree;
import org.loupe.ui.graph.model.ModelGraph;

class StepsTest {
  private final Drawing drawing = drawing();
  private final Steps steps = new Steps(drawing);

  /** One node that two others read from, which a last one adds. */
  private static Drawing drawing() {
    GraphTree tree = new GraphTree(new ModelGraph(new MadeGraphs().layer("top", "Conv", "", "in")
        .layer("left", "Relu", "", "top").layer("right", "Tanh", "", "top").layer("sum", "Add", "", "left", "right")
        .model()));
    double[] letters = new double[TextWidths.END - TextWidths.FIRST];
    Arrays.fill(letters, 6);
    return GraphLayout.layout(tree, Folding.closed(), new TextWidths(letters, 6), Progress.NONE);
  }

  private Box box(String id) {
    return drawing.boxes().stream().filter(b -> ((GraphNode) b.item()).layers().contains(id)).findFirst()
        .orElseThrow();
  }

  @Test
  void upAndDownFollowEdges() {
    assertEquals(box("sum"), steps.down(box("left")).orElseThrow());
    assertEquals(box("top"), steps.up(box("right")).orElseThrow());
    assertEquals("in", ((GraphNode) steps.up(box("top")).orElseThrow().item()).id());
    assertTrue(steps.up(steps.first().orElseThrow()).isEmpty());
  }

  @Test
  void leftAndRightStayAtTheHeight() {
    Box left = box("left").x() < box("right").x() ? box("left") : box("right");
    Box right = left == box("left") ? box("right") : box("left");
    assertEquals(right, steps.right(left).orElseThrow());
    assertEquals(left, steps.left(right).orElseThrow());
    assertTrue(steps.left(left).isEmpty());
  }

  @Test
  void firstIsTheInput() {
    assertEquals(GraphNode.Kind.INPUT, ((GraphNode) steps.first().orElseThrow().item()).kind());
    assertEquals(GraphNode.Kind.OUTPUT, ((GraphNode) steps.last().orElseThrow().item()).kind());
  }
}
