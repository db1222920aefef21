/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.xgboost;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.loupe.api.model.tree.Tree;
import org.loupe.trees.internal.content.FormatException;
import org.loupe.trees.internal.content.Limits;
import org.loupe.trees.internal.content.Texts;
import org.loupe.trees.internal.model.Content;

/**
 * The trees of a dump, which XGBoost writes for people: it tells neither the objective nor the base score nor the
 * weights of trees, and features by their names alone.
 */
final class Dump {
  /**
   * A node as it is written.
   *
   * @param feature its name; empty for a leaf
   * @param threshold NaN where it asks for categories or whether the feature is there
   * @param codes the categories; null for others
   * @param yes node where the test holds, {@code no} where it does not, {@code missing} where there is no value
   * @param leaf what a leaf adds; null for others
   * @param cover NaN if it is not written
   */
  record Node(String feature, double threshold, BitSet codes, int yes, int no, int missing, double[] leaf,
      double cover) {
  }

  private final List<SortedMap<Integer, Node>> trees = new ArrayList<>();
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private int width = 1;

  void tree() {
    trees.add(new TreeMap<>());
  }

  boolean isEmpty() {
    return trees.isEmpty();
  }

  /** Adds a node to the last tree. */
  void add(int id, Node node) throws FormatException {
    if (id < 0 || trees.isEmpty() || trees.getLast().put(id, node) != null) {
      throw new FormatException(where() + " has the node " + id + " twice, or before its beginning");
    }
    if (node.leaf() != null) {
      width = Math.max(width, node.leaf().length);
    } else {
      columns.putIfAbsent(node.feature(), columns.size());
    }
  }

  /** The tree that is read, for a message. */
  String where() {
    return "tree " + Math.max(0, trees.size() - 1);
  }

  Content content(String format) throws IOException {
    boolean numbered = columns.keySet().stream().allMatch(n -> n.matches("f\\d{1,9}"));
    Map<String, Integer> indices = new LinkedHashMap<>(columns);
    if (numbered) {
      indices.replaceAll((name, i) -> Integer.parseInt(name.substring(1)));
    }
    int features = indices.values().stream().mapToInt(i -> i + 1).max().orElse(0);
    Learner out = new Learner(features, width);
    if (!numbered) {
      out.names(List.copyOf(columns.keySet()));
      out.warn("a dump does not tell the order of features: they are in the order in which its trees name them");
    }
    out.property("written as", format);
    out.property("objective", "not told by a dump");
    out.warn("a dump tells no objective, base score or weights of trees: answers are the sums of the leaves");
    List<Tree> built = new ArrayList<>();
    for (int t = 0; t < trees.size(); t++) {
      built.add(build(trees.get(t), "tree " + t, indices));
    }
    return out.trees(built);
  }

  private Tree build(SortedMap<Integer, Node> nodes, String where, Map<String, Integer> indices)
      throws FormatException {
    if (nodes.isEmpty() || nodes.firstKey() != 0) {
      throw new FormatException(where + " has no node 0");
    }
    Map<Integer, Integer> numbers = new TreeMap<>();
    nodes.keySet().forEach(id -> numbers.put(id, numbers.size()));
    for (var entry : nodes.entrySet()) {
      double[] leaf = entry.getValue().leaf();
      if (leaf != null && leaf.length != width) {
        throw new FormatException(where + ", node " + entry.getKey() + " is a leaf of " + leaf.length
            + " values, not " + width);
      }
    }
    Tree.Builder builder = Tree.builder(nodes.size(), IntStream.range(0, width).toArray());
    for (var entry : nodes.entrySet()) {
      int id = entry.getKey();
      int is = numbers.get(id);
      Node node = entry.getValue();
      if (node.leaf() != null) {
        for (double value : node.leaf()) {
          Nodes.leaf(value, where, id);
        }
        builder.leaf(is, node.leaf());
      } else {
        split(builder, is, indices.get(node.feature()), node, child(numbers, node.yes(), where, id),
            child(numbers, node.no(), where, id), where + ", node " + id);
      }
      Nodes.cover(builder, is, node.cover());
    }
    return Nodes.build(builder, where);
  }

  private static int child(Map<Integer, Integer> numbers, int id, String where, int from) throws FormatException {
    Integer number = numbers.get(id);
    if (number == null) {
      throw new FormatException(where + ", node " + from + " leads to node " + id + ", which is not there");
    }
    return number;
  }

  private static void split(Tree.Builder builder, int is, int column, Node node, int yes, int no, String where)
      throws FormatException {
    if (node.missing() != node.yes() && node.missing() != node.no()) {
      throw new FormatException(where + " leads missing values to node " + node.missing() + ", not to " + node.yes()
          + " or " + node.no());
    }
    boolean holds = node.missing() == node.yes();
    if (node.codes() != null) {
      builder.split(is, column, node.codes(), yes, no).missing(is, Tree.Missing.NAN, holds);
    } else if (Double.isNaN(node.threshold())) {
      // A feature that is there or not, as 1 or 0: what is not there goes where missing values go.
      builder.split(is, column, Tree.Test.LESS, 0.5, no, yes).missing(is, Tree.Missing.NAN, true);
    } else {
      builder.split(is, column, Tree.Test.LESS, node.threshold(), yes, no).missing(is, Tree.Missing.NAN, holds);
    }
  }

  /** A threshold as it is written. @throws FormatException if it is no number */
  static double threshold(String where, String text) throws FormatException {
    double number = Texts.number(where + ": threshold", text);
    if (Double.isNaN(number)) {
      throw new FormatException(where + ": the threshold is " + Texts.shortened(text));
    }
    return (float) number;
  }

  /** A category as it is written. */
  static int code(String where, double number) throws FormatException {
    if (number != Math.rint(number)) {
      throw new FormatException(where + ": the category " + number + " is no whole number");
    }
    return Limits.count(where + ": category", (long) number, 0, Limits.CODES - 1);
  }
}
