/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.loupe.ui.graph.layout.Box;
import org.loupe.ui.graph.model.GraphNode;

class ViewTest {
  private static Box box(double x, double y) {
    GraphNode node = new GraphNode(GraphNode.Kind.OPERATOR, "a", "a", "Conv", "", "", List.of("a"));
    return new Box(node, x, y, 100, 40, false, 0, List.of("Conv"), List.of(node));
  }

  @Test
  void zoomKeepsWhatIsUnderThePointer() {
    View view = new View(0.7, 120, 340);
    View zoomed = view.zoomed(1.9, 333, 222);
    assertEquals(0.7 * 1.9, zoomed.scale(), 1e-12);
    assertEquals(view.worldX(333), zoomed.worldX(333), 1e-9);
    assertEquals(view.worldY(222), zoomed.worldY(222), 1e-9);
  }

  @Test
  void fitShowsAllAndEnlargesNothing() {
    View tall = View.fit(300, 9000, 800, 600);
    assertTrue(tall.screenY(0) >= 0 && tall.screenY(9000) <= 600);
    assertEquals(400, tall.screenX(150), 1e-9);
    assertEquals(1, View.fit(30, 40, 800, 600).scale());
  }

  @Test
  void showingMovesAsLittleAsNeeded() {
    View view = new View(1, 0, 0);
    assertEquals(view, view.showing(box(300, 200), 800, 600));
    View down = view.showing(box(300, 700), 800, 600);
    assertEquals(0, down.x(), 1e-9);
    assertTrue(down.screenY(740) <= 600);
    View far = view.showing(box(5000, 9000), 800, 600);
    assertEquals(400, far.screenX(5050), 1e-9);
  }
}
