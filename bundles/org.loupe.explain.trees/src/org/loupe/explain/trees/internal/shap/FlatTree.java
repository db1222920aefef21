/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import java.util.Arrays;
import org.loupe.api.model.tree.Tree;

/**
 * A tree made ready to be walked for many rows: nodes in the order of a walk, where the test holds first, and for each
 * what it needs to know of the way to it. A column that is asked several times on a way counts once, as the condition
 * that all its tests make up.
 */
final class FlatTree {
  /** Levels that a tree may have; a walk has a frame and buffers for each. */
  static final int DEEPEST = 1000;
  /** Marks a leaf, in place of a player. */
  static final int LEAF = -1;

  final Tree tree;
  /** The node's number in {@link #tree}. */
  final int[] origin;
  /** The asked column, counted among those that are asked at all. */
  final int[] player;
  final int[] codeRow;
  final int[] bound;
  /** The child where the test does not hold; the other one comes next in order. */
  final int[] no;
  /** Part of the data that goes on where the test holds; NaN if nobody knows. */
  final double[] share;
  /** Part of the data that meets what was asked of the same column before; 1 at its first test. */
  final double[] before;
  /** Level of the closest node on the way that asks the same column; -1 if there is none. */
  final int[] above;
  /** Place of the column among those asked on the way, in the order of their first tests. */
  final int[] place;
  /** How many columns were asked on the way to the node. */
  final int[] asked;
  /** The most columns that are asked on the way to a leaf below. */
  final int[] mostAsked;
  /** What a leaf adds to the score. */
  final double[] value;
  final int depth;

  private final int[] pathPlayer;
  private final int[] pathPlace;
  private final double[] pathBefore;
  private int next;

  /**
   * @param shares as {@link Shares} gives them, by the tree's own numbers; null if nobody knows
   * @param weights of the outputs of the ensemble in the score
   * @throws IllegalArgumentException in one line, if the tree is too deep
   */
  FlatTree(Tree tree, int[] players, Codes codes, double[] shares, double[] weights) {
    this.tree = tree;
    depth = tree.depth();
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("has " + depth + " levels; at most " + DEEPEST + " can be explained");
    }
    int size = tree.size();
    origin = new int[size];
    player = new int[size];
    codeRow = new int[size];
    bound = new int[size];
    no = new int[size];
    share = new double[size];
    before = new double[size];
    above = new int[size];
    place = new int[size];
    asked = new int[size];
    mostAsked = new int[size];
    value = new double[size];
    pathPlayer = new int[depth + 1];
    pathPlace = new int[depth + 1];
    pathBefore = new double[depth + 1];
    Arrays.fill(share, Double.NaN);
    add(0, 0, 0, players, codes, shares, weights);
  }

  private int add(int node, int level, int distinct, int[] players, Codes codes, double[] shares, double[] weights) {
    int at = next++;
    origin[at] = node;
    asked[at] = distinct;
    if (tree.isLeaf(node)) {
      player[at] = LEAF;
      mostAsked[at] = distinct;
      for (int k = 0; k < tree.outputCount(); k++) {
        if (weights[tree.output(k)] != 0) {
          value[at] += weights[tree.output(k)] * tree.value(node, k);
        }
      }
      return at;
    }
    int asks = players[tree.column(node)];
    player[at] = asks;
    codeRow[at] = codes.codeRow(tree, node, asks);
    bound[at] = codeRow[at] < 0 ? 0 : codes.bound(tree, node, asks);
    above[at] = level - 1;
    while (above[at] >= 0 && pathPlayer[above[at]] != asks) {
      above[at]--;
    }
    boolean first = above[at] < 0;
    place[at] = first ? distinct : pathPlace[above[at]];
    before[at] = first ? 1 : pathBefore[above[at]];
    share[at] = shares == null ? Double.NaN : shares[node];
    pathPlayer[level] = asks;
    pathPlace[level] = place[at];
    int below = first ? distinct + 1 : distinct;
    pathBefore[level] = before[at] * share[at];
    int yes = add(tree.yes(node), level + 1, below, players, codes, shares, weights);
    pathPlayer[level] = asks;
    pathPlace[level] = place[at];
    pathBefore[level] = before[at] * (1 - share[at]);
    no[at] = add(tree.no(node), level + 1, below, players, codes, shares, weights);
    mostAsked[at] = Math.max(mostAsked[yes], mostAsked[no[at]]);
    return at;
  }

  int size() {
    return origin.length;
  }

  boolean isLeaf(int node) {
    return player[node] == LEAF;
  }

  /** The most columns on the way to a leaf. */
  int players() {
    return mostAsked[0];
  }

  /** The mean of the leaves below each node, weighed by their parts of the data. */
  double[] means() {
    double[] out = value.clone();
    for (int node = size() - 1; node >= 0; node--) {
      if (!isLeaf(node)) {
        out[node] = share[node] * out[node + 1] + (1 - share[node]) * out[no[node]];
      }
    }
    return out;
  }
}
