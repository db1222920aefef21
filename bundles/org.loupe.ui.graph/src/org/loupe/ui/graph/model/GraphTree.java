/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The nodes of a graph in scopes, repeated blocks and, where there are too many, runs of neighbours. */
public final class GraphTree {
  private final ModelGraph graph;
  private final Group root;
  private final Map<Item, Group> parents = new IdentityHashMap<>();
  private final Map<String, Group> groups = new HashMap<>();

  public GraphTree(ModelGraph graph) {
    this.graph = graph;
    List<Item> items = new Repeats().fold("", ScopeTree.of(graph.nodes()));
    root = new Group(Group.Kind.ROOT, "", "", 1, Runs.fold("", items));
    register(root);
  }

  private void register(Group group) {
    groups.put(group.key(), group);
    for (Item child : group.children()) {
      parents.put(child, group);
      if (child instanceof Group g) {
        register(g);
      }
    }
  }

  public ModelGraph graph() {
    return graph;
  }

  public Group root() {
    return root;
  }

  /** The group that an item stands in; empty for the root. */
  public Optional<Group> parent(Item item) {
    return Optional.ofNullable(parents.get(item));
  }

  public Optional<Group> group(String key) {
    return Optional.ofNullable(groups.get(key));
  }

  /** Every group but the root. */
  public List<Group> groups() {
    return groups.values().stream().filter(g -> g != root).toList();
  }

  /** The groups that an item stands in from the root on, the item last. */
  public List<Item> path(Item item) {
    List<Item> path = new ArrayList<>();
    for (Item at = item; at != null; at = parents.get(at)) {
      path.add(at);
    }
    Collections.reverse(path);
    return path;
  }

  /** The nodes of an item, in topological order within each group. */
  public static List<GraphNode> nodes(Item item) {
    List<GraphNode> out = new ArrayList<>();
    collect(item, out);
    return out;
  }

  private static void collect(Item item, List<GraphNode> out) {
    if (item instanceof Group g) {
      g.children().forEach(c -> collect(c, out));
    } else {
      out.add((GraphNode) item);
    }
  }
}
