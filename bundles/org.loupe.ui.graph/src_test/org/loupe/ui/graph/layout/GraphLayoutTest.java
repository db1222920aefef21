/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.loupe.api.Progress;
import org.loupe.api.model.ModelDescription;
import org.loupe.ui.graph.MadeGraphs;
import org.loupe.ui.graph.model.Folding;
import org.loupe.ui.graph.model.GraphNode;
import org.loupe.ui.graph.model.GraphTree;
import org.loupe.ui.graph.model.ModelGraph;

class GraphLayoutTest {
  private static final double LETTER = 6.5;

  static TextWidths widths() {
    double[] letters = new double[TextWidths.END - TextWidths.FIRST];
    Arrays.fill(letters, LETTER);
    return new TextWidths(letters, LETTER);
  }

  private static Drawing layout(ModelDescription model, boolean all) {
    GraphTree tree = new GraphTree(new ModelGraph(model));
    return GraphLayout.layout(tree, all ? Folding.unfolded(tree) : Folding.initial(tree), widths(), Progress.NONE);
  }

  private static boolean inside(Box inner, Box outer) {
    return inner.x() >= outer.x() && inner.y() >= outer.y() && inner.right() <= outer.right()
        && inner.bottom() <= outer.bottom();
  }

  private static boolean apart(Box a, Box b) {
    return a.right() <= b.x() || b.right() <= a.x() || a.bottom() <= b.y() || b.bottom() <= a.y();
  }

  /** Two boxes are apart, or one is an open group around the other. */
  private static void assertTidy(Drawing drawing) {
    List<Box> boxes = drawing.boxes();
    for (int i = 0; i < boxes.size(); i++) {
      Box a = boxes.get(i);
      assertTrue(a.x() >= 0 && a.y() >= 0 && a.right() <= drawing.width() && a.bottom() <= drawing.height(),
          a + " is outside");
      for (int k = i + 1; k < boxes.size(); k++) {
        Box b = boxes.get(k);
        assertTrue(apart(a, b) || a.open() && inside(b, a) || b.open() && inside(a, b), a + " touches " + b);
      }
    }
  }

  @Test
  void boxesDoNotTouch() {
    assertTidy(layout(MadeGraphs.residual(200), true));
    assertTidy(layout(MadeGraphs.residual(200), false));
  }

  @Test
  void edgesLeadDownward() {
    Drawing drawing = layout(MadeGraphs.residual(60), true);
    ModelGraph graph = drawing.tree().graph();
    for (int i = 0; i < graph.nodes().size(); i++) {
      Box to = drawing.box(graph.nodes().get(i)).orElseThrow();
      for (int source : graph.sources(i)) {
        Box from = drawing.box(graph.nodes().get(source)).orElseThrow();
        assertTrue(from.bottom() <= to.y(), from.item() + " is not above " + to.item());
      }
    }
  }

  @Test
  void wiresBeginAndEndWhereTheirBoxesAre() {
    Drawing drawing = layout(MadeGraphs.residual(60), true);
    for (Wire wire : drawing.wires()) {
      if (wire.target() != null) {
        Box target = drawing.box(wire.target()).orElseThrow();
        assertEquals(target.y(), wire.endY(), 0.6, "a wire ends on its target");
        assertTrue(wire.endX() >= target.x() && wire.endX() <= target.right());
      }
      for (int i = 2; i < wire.points().length; i += 2) {
        boolean right = Math.abs(wire.points()[i] - wire.points()[i - 2]) < 0.01
            || Math.abs(wire.points()[i + 1] - wire.points()[i - 1]) < 0.01;
        assertTrue(right, "a wire bends at right angles: " + Arrays.toString(wire.points()));
      }
    }
  }

  /** From every node a path of wires, through the borders of open groups, leads to what reads from it. */
  @Test
  void wiresThroughBordersMeet() {
    Drawing drawing = layout(MadeGraphs.residual(60), true);
    for (Wire wire : drawing.wires()) {
      Box source = drawing.box(wire.source()).orElseThrow();
      boolean atSource = Math.abs(wire.startY() - source.bottom()) < 0.6;
      boolean atWire = drawing.wires().stream().anyMatch(other -> other != wire && other.source() == wire.source()
          && Math.abs(other.endX() - wire.startX()) < 0.6 && Math.abs(other.endY() - wire.startY()) < 0.6);
      assertTrue(atSource || atWire, "a wire of " + wire.source() + " begins nowhere");
    }
  }

  @Test
  void sameGraphSameDrawing() {
    Drawing a = layout(MadeGraphs.residual(120), true);
    Drawing b = layout(MadeGraphs.residual(120), true);
    for (int i = 0; i < a.boxes().size(); i++) {
      assertEquals(a.boxes().get(i).x(), b.boxes().get(i).x());
      assertEquals(a.boxes().get(i).y(), b.boxes().get(i).y());
    }
  }

  @Test
  void textFitsItsBox() {
    MadeGraphs made = new MadeGraphs()
        .layer("a/very/long/path/of/modules/with_a_name_that_does_not_end_at_all_soon/Conv", "Conv", "", "in");
    Box box = layout(made.model(), true).boxes().stream()
        .filter(b -> b.item() instanceof GraphNode n && n.operator().equals("Conv")).findFirst().orElseThrow();
    box.lines().forEach(l -> assertTrue(widths().width(l) < box.width(), l));
    assertTrue(box.lines().get(2).endsWith("Conv"), box.lines().get(2));
  }

  @Test
  void largeGraphsAreLaidOut() {
    Drawing two = layout(MadeGraphs.residual(2000), true);
    assertFalse(two.boxes().isEmpty());
    Drawing fifty = layout(MadeGraphs.residual(50_000), false);
    assertTrue(fifty.boxes().size() < Folding.MOST_SHOWN);
    assertEquals(50_002, fifty.boxes().stream().filter(b -> !b.open()).mapToInt(b -> b.nodes().size()).sum());
  }

  @Test
  void cancelEndsIt() {
    GraphTree tree = new GraphTree(new ModelGraph(MadeGraphs.residual(500)));
    Progress cancelled = new Progress() {
      @Override
      public void begin(String task, long units) {
      }

      @Override
      public void worked(long units) {
      }

      @Override
      public boolean cancelled() {
        return true;
      }
    };
    assertThrows(CancellationException.class,
        () -> GraphLayout.layout(tree, Folding.unfolded(tree), widths(), cancelled));
  }
}
