/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the same sub-graph standing several times one after the other. Two items are the same if they hold the same
 * operators in the same order; extents do not count, so that a block stays one where the channels grow.
 */
final class Repeats {
  /** What is not folded: a repeat that would save less than this. */
  private static final int LEAST_NODES = 6;
  /** The longest block that is looked for, in items of one level. */
  private static final int LONGEST = 48;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Item, Integer> signatures = new IdentityHashMap<>();

  /** The same items with repeats in groups, on every level. @param path distinguishes the keys of the groups */
  List<Item> fold(String path, List<Item> items) {
    List<Item> inner = new ArrayList<>();
    for (Item item : items) {
      inner.add(item instanceof Group g ? signed(g, folded(g)) : item);
    }
    int[] signs = inner.stream().mapToInt(this::signature).toArray();
    return replaced(path, inner, runs(inner, signs));
  }

  /** A scope that holds nothing but one repeat becomes that repeat. */
  private Group folded(Group scope) {
    List<Item> inside = fold(scope.key(), scope.children());
    return inside.size() == 1 && inside.get(0) instanceof Group only
        ? new Group(only.kind(), scope.key(), scope.label() + "/" + only.label(), only.repeats(), only.children())
        : scope.withChildren(inside);
  }

  /** Folding what is inside does not change what a group is. */
  private Group signed(Group before, Group after) {
    signatures.put(after, signature(before));
    return after;
  }

  /** Equal for items that hold the same operators. */
  private int signature(Item item) {
    Integer known = signatures.get(item);
    if (known == null) {
      known = number(item);
      signatures.put(item, known);
    }
    return known;
  }

  private int number(Item item) {
    StringBuilder text = new StringBuilder();
    if (item instanceof GraphNode n) {
      text.append(n.kind()).append(' ').append(n.kind() == GraphNode.Kind.OPERATOR ? n.operator() : n.id());
    } else {
      for (Item child : ((Group) item).children()) {
        text.append(signature(child)).append(',');
      }
    }
    return numbers.computeIfAbsent(text.toString(), t -> numbers.size());
  }

  /** A block of some items that stands several times from a position on. */
  private record Run(int start, int length, int times) {
    int items() {
      return length * times;
    }
  }

  /** The runs that take up most, none overlapping another. */
  private static List<Run> runs(List<Item> items, int[] signs) {
    List<Run> candidates = new ArrayList<>();
    for (int length = 1; length <= Math.min(LONGEST, signs.length / 2); length++) {
      int same = 0;
      for (int i = signs.length - 1 - length; i >= -1; i--) {
        if (i >= 0 && signs[i] == signs[i + length]) {
          same++;
        } else {
          // the period holds for the same items and the block after them
          if (same >= length) {
            candidates.add(new Run(i + 1, length, same / length + 1));
          }
          same = 0;
        }
      }
    }
    candidates.removeIf(r -> nodes(items, r) < LEAST_NODES || blockSize(items, r) < 2);
    // what covers most first; of two that cover the same, the shorter block, which stands more often
    candidates.sort((a, b) -> a.items() != b.items() ? b.items() - a.items() : a.length() - b.length());
    boolean[] taken = new boolean[signs.length];
    List<Run> out = new ArrayList<>();
    for (Run r : candidates) {
      boolean free = true;
      for (int i = r.start(); i < r.start() + r.items(); i++) {
        free &= !taken[i];
      }
      if (free) {
        Arrays.fill(taken, r.start(), r.start() + r.items(), true);
        out.add(r);
      }
    }
    out.sort((a, b) -> a.start() - b.start());
    return out;
  }

  private static int nodes(List<Item> items, Run r) {
    return items.subList(r.start(), r.start() + r.items()).stream().mapToInt(Item::size).sum();
  }

  private static int blockSize(List<Item> items, Run r) {
    return items.subList(r.start(), r.start() + r.length()).stream().mapToInt(Item::size).sum();
  }

  private List<Item> replaced(String path, List<Item> items, List<Run> runs) {
    if (runs.isEmpty()) {
      return items;
    }
    List<Item> out = new ArrayList<>();
    int at = 0;
    for (Run r : runs) {
      out.addAll(items.subList(at, r.start()));
      out.add(group(path, items.subList(r.start(), r.start() + r.items()), r));
      at = r.start() + r.items();
    }
    out.addAll(items.subList(at, items.size()));
    return Collections.unmodifiableList(out);
  }

  private Group group(String path, List<Item> items, Run r) {
    String key = "r" + path + "#" + items.get(0).key();
    List<Item> blocks = new ArrayList<>();
    for (int b = 0; b < r.times(); b++) {
      List<Item> one = items.subList(b * r.length(), (b + 1) * r.length());
      blocks.add(r.length() == 1 ? one.get(0)
          : new Group(Group.Kind.BLOCK, key + "/" + b, "block " + (b + 1), 1, one));
    }
    return new Group(Group.Kind.REPEAT, key, label(items.get(0), r), r.times(), blocks);
  }

  /** A scope's name without its number, else "block". */
  private static String label(Item first, Run r) {
    String name = r.length() == 1 && first instanceof Group g ? g.label().replaceAll("[._-]?\\d+$", "") : "";
    return name.isEmpty() ? "block" : name;
  }
}
