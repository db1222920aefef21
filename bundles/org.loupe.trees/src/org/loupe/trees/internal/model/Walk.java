/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.model;

import java.util.List;
import org.loupe.api.model.tree.Tree;

/**
 * Ways through a tree, with what nodes ask as plain arrays. Most nodes ask whether a number is at most another; the
 * threshold of all others is NaN here, and these ask the tree, as do missing values.
 */
public final class Walk {
  private final Tree tree;
  private final int[] column;
  private final double[] atMost;
  private final int[] yes;
  private final int[] no;

  public Walk(Tree tree) {
    this.tree = tree;
    int nodes = tree.size();
    column = new int[nodes];
    atMost = new double[nodes];
    yes = new int[nodes];
    no = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      column[node] = tree.column(node);
      if (!tree.isLeaf(node)) {
        atMost[node] = tree.missing(node) == Tree.Missing.NAN_OR_ZERO ? Double.NaN : atMost(tree, node);
        yes[node] = tree.yes(node);
        no[node] = tree.no(node);
      }
    }
  }

  public static List<Walk> through(List<Tree> trees) {
    return trees.stream().map(Walk::new).toList();
  }

  /** Below a number is at most the one before it. */
  private static double atMost(Tree tree, int node) {
    double threshold = tree.threshold(node);
    return switch (tree.test(node)) {
      case LESS -> threshold > Double.NEGATIVE_INFINITY ? Math.nextDown(threshold) : Double.NaN;
      case LESS_OR_EQUAL -> threshold;
      case EQUAL, IN_SET -> Double.NaN;
    };
  }

  /** The leaf that a row comes to. @param at where the row begins */
  public int leaf(double[] rows, int at) {
    int node = 0;
    int asked = column[0];
    while (asked != Tree.LEAF) {
      double x = rows[at + asked];
      if (x <= atMost[node]) {
        node = yes[node];
      } else if (x > atMost[node]) {
        node = no[node];
      } else {
        node = tree.holds(node, x) ? yes[node] : no[node];
      }
      asked = column[node];
    }
    return node;
  }

  /** The leaves of all rows in all trees. */
  public static void leaves(List<Walk> walks, double[] rows, int count, int[] leaves) {
    int columns = rows.length / Math.max(1, count);
    for (int t = 0; t < walks.size(); t++) {
      for (int r = 0; r < count; r++) {
        leaves[r * walks.size() + t] = walks.get(t).leaf(rows, r * columns);
      }
    }
  }
}
