/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.layout;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loupe.ui.graph.model.Folding;
import org.loupe.ui.graph.model.GraphNode;
import org.loupe.ui.graph.model.GraphTree;
import org.loupe.ui.graph.model.Group;
import org.loupe.ui.graph.model.Item;
import org.loupe.ui.graph.model.ModelGraph;

/** The edges of a graph as the levels of its open groups see them: an edge through a border is a link on each side. */
final class Links {
  private final Map<Group, Set<Link>> byGroup = new IdentityHashMap<>();

  /**
   * A link between two items of a group.
   *
   * @param value the drawn item that the value comes from
   * @param from item of the group; null if the value comes from outside
   * @param to item of the group; null if the value goes outside
   */
  record Link(Item value, Item from, Item to) {
    @Override
    public boolean equals(Object o) {
      return o instanceof Link l && l.value == value && l.from == from && l.to == to;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(value) * 31 * 31 + System.identityHashCode(from) * 31
          + System.identityHashCode(to);
    }
  }

  Links(GraphTree tree, Folding folding) {
    ModelGraph graph = tree.graph();
    Map<GraphNode, List<Item>> paths = new IdentityHashMap<>();
    for (GraphNode node : graph.nodes()) {
      paths.put(node, drawnPath(tree, folding, node));
    }
    for (int i = 0; i < graph.nodes().size(); i++) {
      for (int source : graph.sources(i)) {
        connect(paths.get(graph.nodes().get(source)), paths.get(graph.nodes().get(i)));
      }
    }
  }

  /** From the root to what is drawn for a node. */
  private static List<Item> drawnPath(GraphTree tree, Folding folding, GraphNode node) {
    List<Item> path = tree.path(node);
    for (int i = 0; i < path.size(); i++) {
      if (path.get(i) instanceof Group g && !folding.isOpen(g)) {
        return path.subList(0, i + 1);
      }
    }
    return path;
  }

  private void connect(List<Item> from, List<Item> to) {
    Item value = from.get(from.size() - 1);
    if (value == to.get(to.size() - 1)) {
      return;
    }
    int common = 0;
    while (from.get(common + 1) == to.get(common + 1)) {
      common++;
    }
    add(from.get(common), value, from.get(common + 1), to.get(common + 1));
    for (int i = common + 1; i < from.size() - 1; i++) {
      add(from.get(i), value, from.get(i + 1), null);
    }
    for (int i = common + 1; i < to.size() - 1; i++) {
      add(to.get(i), value, null, to.get(i + 1));
    }
  }

  private void add(Item group, Item value, Item from, Item to) {
    byGroup.computeIfAbsent((Group) group, g -> new LinkedHashSet<>()).add(new Link(value, from, to));
  }

  Set<Link> of(Group group) {
    return byGroup.getOrDefault(group, Set.of());
  }
}
