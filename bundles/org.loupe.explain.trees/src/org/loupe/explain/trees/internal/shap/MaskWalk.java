/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

/**
 * Finds for the rows of a block and each leaf which of the conditions on its way a row meets, a bit for each column in
 * the order of first tests. Leaves behind more than {@link #MOST} columns are left to {@link SetWalk}.
 */
final class MaskWalk {
  /** The most columns on the way to a leaf that is given: 2 to the power of it is the size of a table for it. */
  static final int MOST = 10;

  /** Takes the masks at a leaf. */
  interface Leaves {
    /** @param players asked on the way, by bit @param count of them @param masks for each row */
    void leaf(int node, int[] players, int count, int[] masks, int rows);
  }

  private final int[][] masks;
  private final int[] met;
  private final int[] players = new int[MOST];

  /** @param most rows in a block */
  MaskWalk(FlatEnsemble ensemble, int most) {
    masks = new int[ensemble.trees.stream().mapToInt(t -> t.depth).max().orElse(0) + 1][most];
    met = new int[most];
  }

  void walk(FlatTree tree, RowBlock block, Leaves leaves) {
    walk(tree, block, 0, 0, leaves);
  }

  private void walk(FlatTree tree, RowBlock block, int node, int level, Leaves leaves) {
    int count = tree.asked[node];
    if (count > MOST) {
      return;
    }
    int[] own = masks[level];
    if (tree.isLeaf(node)) {
      leaves.leaf(node, players, count, own, block.rows);
      return;
    }
    int bit = tree.place[node];
    boolean first = tree.above[node] < 0;
    if (bit < MOST) {
      players[bit] = tree.player[node];
    }
    int[] below = masks[level + 1];
    block.holds(tree, node, met);
    branch(own, met, first, bit, 0, below, block.rows);
    walk(tree, block, node + 1, level + 1, leaves);
    block.holds(tree, node, met);
    branch(own, met, first, bit, 1, below, block.rows);
    walk(tree, block, tree.no[node], level + 1, leaves);
  }

  /** A first test sets the column's bit where it is met, a later one clears it where it is not. */
  private static void branch(int[] own, int[] met, boolean first, int bit, int flip, int[] below, int rows) {
    if (first) {
      for (int r = 0; r < rows; r++) {
        below[r] = own[r] | ((met[r] ^ flip) << bit);
      }
    } else {
      for (int r = 0; r < rows; r++) {
        below[r] = own[r] & ~((1 ^ met[r] ^ flip) << bit);
      }
    }
  }
}
