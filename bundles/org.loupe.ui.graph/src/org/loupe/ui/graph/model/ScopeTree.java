/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sorts nodes into the modules that their names tell of. */
final class ScopeTree {
  private final String path;
  private final String label;
  /** Nodes by themselves and scopes, in the order in which the first node of each comes. */
  private final List<Object> content = new ArrayList<>();
  private final Map<String, ScopeTree> scopes = new LinkedHashMap<>();

  private ScopeTree(String path, String label) {
    this.path = path;
    this.label = label;
  }

  /** The items of the whole graph. A scope of one item is that item. */
  static List<Item> of(List<GraphNode> nodes) {
    ScopeTree root = new ScopeTree("", "");
    for (GraphNode node : nodes) {
      ScopeTree scope = root;
      for (String part : node.scope().isEmpty() ? new String[0] : node.scope().split("/")) {
        scope = scope.scope(part);
      }
      scope.content.add(node);
    }
    return root.items();
  }

  private ScopeTree scope(String part) {
    ScopeTree found = scopes.get(part);
    if (found == null) {
      found = new ScopeTree(path + "/" + part, part);
      scopes.put(part, found);
      content.add(found);
    }
    return found;
  }

  private List<Item> items() {
    List<Item> out = new ArrayList<>();
    for (Object c : content) {
      if (c instanceof ScopeTree scope) {
        out.add(scope.item());
      } else {
        out.add((Item) c);
      }
    }
    return out;
  }

  private Item item() {
    List<Item> inside = items();
    if (inside.size() > 1) {
      return new Group(Group.Kind.SCOPE, "s" + path, label, 1, inside);
    }
    Item only = inside.get(0);
    // the outer name says more than the inner one where both hold the same
    return only instanceof Group g ? new Group(g.kind(), g.key(), label + "/" + g.label(), 1, g.children()) : only;
  }
}
