/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.xgboost;

import java.util.BitSet;
import org.loupe.api.model.tree.Tree;
import org.loupe.trees.internal.content.CodeSets;
import org.loupe.trees.internal.content.FormatException;
import org.loupe.trees.internal.content.Limits;
import org.loupe.trees.internal.content.Value;

/** A tree of a JSON or UBJSON model: an array for each property of its nodes. */
final class TreeDocument {
  private static final int CATEGORICAL = 1;

  private final Value tree;
  private final int[] left;
  private final int[] right;
  private final int[] column;
  private final double[] condition;
  private final double[] defaultLeft;
  private final double[] cover;
  private final BitSet[] codes;

  private TreeDocument(Value tree, CodeSets sets) throws FormatException {
    this.tree = tree;
    left = tree.get("left_children").integers();
    int nodes = left.length;
    if (nodes == 0) {
      throw new FormatException(tree.at() + "has no nodes");
    }
    right = tree.get("right_children").integers(nodes);
    column = tree.get("split_indices").integers(nodes);
    condition = tree.get("split_conditions").numbers(nodes);
    defaultLeft = tree.get("default_left").numbers(nodes);
    var hessian = tree.find("sum_hessian");
    cover = hessian.isPresent() ? hessian.get().numbers(nodes) : null;
    codes = categories(sets);
  }

  /**
   * @param group output of a tree whose leaves have one value
   * @param weight what values of leaves are multiplied with
   */
  static Tree read(Value tree, int group, int outputs, double weight, CodeSets sets) throws FormatException {
    long vector = tree.get("tree_param").find("size_leaf_vector").isPresent()
        ? tree.get("tree_param").get("size_leaf_vector").integer() : 0;
    var document = new TreeDocument(tree, sets);
    if (vector > 1 && vector != outputs) {
      throw new FormatException(tree.at() + "has leaves of " + vector + " values for " + outputs + " outputs");
    }
    return document.build(group, (int) Math.max(1, vector), weight);
  }

  private Tree build(int group, int width, double weight) throws FormatException {
    Reach reach = new Reach(tree.path(), left, right);
    int[] outputs = new int[width];
    for (int k = 0; k < width; k++) {
      outputs[k] = width == 1 ? group : k;
    }
    double[] values = width == 1 ? condition : leafValues(width);
    boolean mapped = width > 1 && tree.find("leaf_weights").isPresent();
    if (values.length / width < (reach.count() + 1) / 2) {
      throw new FormatException(tree.at() + "has " + values.length + " values of leaves, of which there are "
          + (reach.count() + 1) / 2);
    }
    Tree.Builder builder = Tree.builder(reach.count(), outputs);
    for (int node = 0; node < left.length; node++) {
      if (reach.of(node) >= 0) {
        if (left[node] >= 0) {
          split(builder, reach, node);
        } else {
          builder.leaf(reach.of(node), leaf(values, mapped ? right[node] : node, width, weight, node));
        }
        if (cover != null) {
          Nodes.cover(builder, reach.of(node), cover[node]);
        }
      }
    }
    return Nodes.build(builder, tree.path());
  }

  /** Where leaves have several values, newer versions number leaves by what would be the right child. */
  private double[] leafValues(int width) throws FormatException {
    var leaves = tree.find("leaf_weights");
    return leaves.isPresent() ? leaves.get().numbers()
        : tree.get("base_weights").numbers(Math.multiplyExact(left.length, width));
  }

  private double[] leaf(double[] values, int index, int width, double weight, int node) throws FormatException {
    if (index < 0 || index >= values.length / width) {
      throw new FormatException(tree.at() + "has no values for its leaf " + node);
    }
    double[] out = new double[width];
    for (int k = 0; k < width; k++) {
      out[k] = Nodes.leaf(weight * (float) values[index * width + k], tree.path(), node);
    }
    return out;
  }

  private void split(Tree.Builder builder, Reach reach, int node) throws FormatException {
    int is = reach.of(node);
    int goesLeft = reach.of(left[node]);
    int goesRight = reach.of(right[node]);
    Nodes.column(column[node], tree.path(), node);
    if (codes[node] != null) {
      builder.split(is, column[node], codes[node], goesRight, goesLeft).missing(is, Tree.Missing.NAN,
          defaultLeft[node] == 0);
    } else {
      builder.split(is, column[node], Tree.Test.LESS, Nodes.threshold(condition[node], tree.path(), node), goesLeft,
          goesRight).missing(is, Tree.Missing.NAN, defaultLeft[node] != 0);
    }
  }

  private BitSet[] categories(CodeSets sets) throws FormatException {
    BitSet[] out = new BitSet[left.length];
    var types = tree.find("split_type");
    if (types.isEmpty()) {
      return out;
    }
    double[] type = types.get().numbers(left.length);
    int[] nodes = tree.get("categories_nodes").integers();
    int[] segments = tree.get("categories_segments").integers(nodes.length);
    int[] sizes = tree.get("categories_sizes").integers(nodes.length);
    int[] all = tree.get("categories").integers();
    for (int i = 0; i < nodes.length; i++) {
      if (nodes[i] < 0 || nodes[i] >= out.length || segments[i] < 0 || sizes[i] < 0
          || (long) segments[i] + sizes[i] > all.length) {
        throw new FormatException(tree.at() + "has categories of node " + nodes[i] + " from " + segments[i] + ", "
            + sizes[i] + " of them, where there are " + all.length);
      }
      if (type[nodes[i]] == CATEGORICAL) {
        out[nodes[i]] = set(sets, all, segments[i], sizes[i]);
      }
    }
    for (int node = 0; node < out.length; node++) {
      if (type[node] == CATEGORICAL && out[node] == null && left[node] >= 0) {
        throw new FormatException(tree.at() + "has no categories of node " + node);
      }
    }
    return out;
  }

  private BitSet set(CodeSets sets, int[] all, int from, int size) throws FormatException {
    int highest = 0;
    for (int i = from; i < from + size; i++) {
      highest = Math.max(highest, Limits.count(tree.at() + "category", all[i], 0, Limits.CODES - 1));
    }
    BitSet set = sets.empty(highest + 1);
    for (int i = from; i < from + size; i++) {
      set.set(all[i]);
    }
    return set;
  }
}
