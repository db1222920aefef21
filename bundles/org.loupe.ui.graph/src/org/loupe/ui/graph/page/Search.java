/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.loupe.ui.graph.layout.Box;
import org.loupe.ui.graph.layout.Drawing;
import org.loupe.ui.graph.model.GraphNode;
import org.loupe.ui.graph.model.GraphTree;

/** The nodes in whose name, operator or scope every word occurs. */
final class Search {
  static final Search NONE = new Search(List.of());
  private final List<GraphNode> matches;

  private Search(List<GraphNode> matches) {
    this.matches = matches;
  }

  static Search of(GraphTree tree, String text) {
    String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
    if (words[0].isEmpty()) {
      return NONE;
    }
    List<GraphNode> found = new ArrayList<>();
    for (GraphNode node : tree.graph().nodes()) {
      String all = (node.id() + " " + node.name() + " " + node.operator() + " " + node.scope())
          .toLowerCase(Locale.ROOT);
      boolean matches = true;
      for (String word : words) {
        matches &= all.contains(word);
      }
      if (matches) {
        found.add(node);
      }
    }
    return new Search(List.copyOf(found));
  }

  int size() {
    return matches.size();
  }

  GraphNode match(int position) {
    return matches.get(position);
  }

  /** Position of a node among the matches; -1 if it is none. */
  int position(Object node) {
    return matches.indexOf(node);
  }

  /** What stands for the matches in a drawing. */
  Set<Box> boxes(Drawing drawing) {
    Set<Box> out = new HashSet<>();
    matches.forEach(m -> drawing.shown(m).ifPresent(out::add));
    return out;
  }
}
