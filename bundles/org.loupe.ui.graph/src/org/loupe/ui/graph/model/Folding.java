/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which groups are open. Immutable. @param open keys of the groups that are drawn with what is in them */
public record Folding(Set<String> open) {
  /** How many items are drawn at first. */
  private static final int FIRST_SHOWN = 160;
  /** Of how many nodes a graph is small. */
  private static final int SMALL = 32;
  /** The most that are ever drawn at once. */
  public static final int MOST_SHOWN = 6000;

  public Folding {
    open = Set.copyOf(open);
  }

  /** Everything that can be folded is. */
  public static Folding closed() {
    return new Folding(Set.of());
  }

  /**
   * A small graph is open. Of another, scopes are open from the outermost on as long as not too much is drawn; repeats
   * and runs stay closed.
   */
  public static Folding initial(GraphTree tree) {
    return opened(tree, FIRST_SHOWN, tree.root().size() <= SMALL);
  }

  /** Everything open, from the outermost on, as far as may be drawn at once. */
  public static Folding unfolded(GraphTree tree) {
    return opened(tree, MOST_SHOWN, true);
  }

  private static Folding opened(GraphTree tree, int most, boolean all) {
    Set<String> open = new HashSet<>();
    int shown = tree.root().children().size();
    Deque<Group> next = new ArrayDeque<>(List.of(tree.root()));
    while (!next.isEmpty()) {
      Group group = next.remove();
      if (group != tree.root()) {
        boolean may = all || group.kind() == Group.Kind.SCOPE || group.kind() == Group.Kind.BLOCK;
        int with = shown + group.children().size() - 1;
        if (!may || with > most) {
          continue;
        }
        open.add(group.key());
        shown = with;
      }
      group.children().forEach(c -> {
        if (c instanceof Group g) {
          next.add(g);
        }
      });
    }
    return new Folding(open);
  }

  public boolean isOpen(Group group) {
    return group.kind() == Group.Kind.ROOT || open.contains(group.key());
  }

  /** The same with a group opened or closed. */
  public Folding with(Group group, boolean opened) {
    Set<String> keys = new HashSet<>(open);
    if (opened) {
      keys.add(group.key());
    } else {
      keys.remove(group.key());
    }
    return new Folding(keys);
  }

  /** The same with everything open that an item stands in. */
  public Folding revealing(GraphTree tree, Item item) {
    Set<String> keys = new HashSet<>(open);
    for (Item at : tree.path(item)) {
      if (at != item && at != tree.root()) {
        keys.add(at.key());
      }
    }
    return new Folding(keys);
  }

  /** What stands for an item in the drawing: itself, or the outermost closed group that it is in. */
  public Item shown(GraphTree tree, Item item) {
    for (Item at : tree.path(item)) {
      if (at instanceof Group g && !isOpen(g)) {
        return g;
      }
    }
    return item;
  }

  /** Nodes and closed groups that are drawn, and the open groups around them. */
  public List<Item> shown(GraphTree tree) {
    List<Item> out = new ArrayList<>();
    collect(tree.root(), out);
    return out;
  }

  private void collect(Group group, List<Item> out) {
    for (Item child : group.children()) {
      out.add(child);
      if (child instanceof Group g && isOpen(g)) {
        collect(g, out);
      }
    }
  }
}
