/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loupe.api.Progress;
import org.loupe.ui.graph.model.Folding;
import org.loupe.ui.graph.model.GraphNode;
import org.loupe.ui.graph.model.GraphTree;
import org.loupe.ui.graph.model.Group;
import org.loupe.ui.graph.model.Item;

/**
 * Lays out a graph with some of its groups open. Each open group is laid out by itself, the innermost first, and then
 * stands as one box with its entries and exits in the group around it: what is long stays fast that way, and opening a
 * group does not turn round what is outside.
 */
public final class GraphLayout {
  private final GraphTree tree;
  private final Folding folding;
  private final BoxText text;
  private final Links links;
  private final Progress progress;
  private final Map<Item, List<String>> lines = new IdentityHashMap<>();
  private final List<Box> boxes = new ArrayList<>();
  private final List<Wire> wires = new ArrayList<>();
  private final Map<GraphNode, Integer> positions = new IdentityHashMap<>();

  private GraphLayout(GraphTree tree, Folding folding, TextWidths widths, Progress progress) {
    this.tree = tree;
    this.folding = folding;
    this.text = new BoxText(widths);
    this.links = new Links(tree, folding);
    this.progress = progress;
    for (int i = 0; i < tree.graph().nodes().size(); i++) {
      positions.put(tree.graph().nodes().get(i), i);
    }
  }

  /**
   * Takes up to seconds; for any thread.
   *
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  public static Drawing layout(GraphTree tree, Folding folding, TextWidths widths, Progress progress) {
    return new GraphLayout(tree, folding, widths, progress).run();
  }

  private Drawing run() {
    Level root = level(tree.root());
    place(tree.root(), root, 0, 0, 0);
    return new Drawing(tree, folding, root.width(), root.height(), boxes, wires);
  }

  private Level level(Group group) {
    Map<Item, Level> inside = new IdentityHashMap<>();
    for (Item child : group.children()) {
      if (child instanceof Group g && folding.isOpen(g)) {
        inside.put(g, level(g));
      }
    }
    progress.check();
    LevelLayout layout = new LevelLayout(group, inside, text.titleWidth(group));
    for (Item child : group.children()) {
      Level content = inside.get(child);
      if (content != null) {
        layout.node(child, content.width(), content.height());
      } else {
        List<String> written = text.lines(child);
        lines.put(child, written);
        layout.node(child, text.width(written), BoxText.height(written));
      }
    }
    return layout.layout(links.of(group), progress);
  }

  private void place(Group group, Level level, double x, double y, int depth) {
    for (Item child : group.children()) {
      Level.Place at = level.places().get(child);
      boolean open = at.inside() != null;
      boxes.add(new Box(child, x + at.x(), y + at.y(), at.width(), at.height(), open, depth,
          open ? List.of(text.title((Group) child)) : lines.get(child), GraphTree.nodes(child)));
      if (open) {
        place((Group) child, at.inside(), x + at.x(), y + at.y(), depth + 1);
      }
    }
    for (Level.Line line : level.lines()) {
      double[] points = line.points().clone();
      for (int i = 0; i < points.length; i += 2) {
        points[i] += x;
        points[i + 1] += y;
      }
      Item end = line.to() == null || level.places().get(line.to()).inside() != null ? null : line.to();
      wires.add(new Wire(line.value(), end, points,
          line.from() == line.value() && line.value() instanceof Group g ? exitShape(g) : ""));
    }
  }

  /** The shape of the one value that leaves a closed group; empty if there are several. */
  private String exitShape(Group group) {
    Set<GraphNode> inside = Collections.newSetFromMap(new IdentityHashMap<>());
    inside.addAll(GraphTree.nodes(group));
    List<GraphNode> all = tree.graph().nodes();
    List<GraphNode> leaving = inside.stream().filter(n -> tree.graph().sinks(positions.get(n)).stream()
        .anyMatch(s -> !inside.contains(all.get(s)))).toList();
    return leaving.size() == 1 ? leaving.get(0).shape() : "";
  }
}
