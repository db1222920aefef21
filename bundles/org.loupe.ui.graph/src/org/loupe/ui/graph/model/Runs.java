/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.model;

import java.util.ArrayList;
import java.util.List;

/** Puts neighbours together where a level would have too many items to be laid out and read. */
final class Runs {
  /** The most items of a level. */
  static final int MOST = 400;
  /** How many neighbours become one. */
  private static final int LENGTH = 100;

  private Runs() {
  }

  static List<Item> fold(String path, List<Item> items) {
    List<Item> level = new ArrayList<>();
    for (Item item : items) {
      level.add(item instanceof Group g ? g.withChildren(fold(g.key(), g.children())) : item);
    }
    int depth = 0;
    while (level.size() > MOST) {
      level = gathered(path + "+" + depth++, level);
    }
    return level;
  }

  private static List<Item> gathered(String path, List<Item> items) {
    List<Item> out = new ArrayList<>();
    int from = 1;
    for (int i = 0; i < items.size(); i += LENGTH) {
      List<Item> run = items.subList(i, Math.min(items.size(), i + LENGTH));
      int to = from - 1 + run.stream().mapToInt(Item::size).sum();
      out.add(run.size() == 1 ? run.get(0)
          : new Group(Group.Kind.RUN, "n" + path + "#" + i / LENGTH, String.format("nodes %,d\u2013%,d", from, to), 1,
              run));
      from = to + 1;
    }
    return out;
  }
}
