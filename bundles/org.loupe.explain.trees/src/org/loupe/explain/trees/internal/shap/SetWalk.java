/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import java.util.Arrays;

/**
 * Interventional values of one row by a walk with sets of background rows: those for which a node can be reached with
 * each column taken from the row or from them. A branch that no background row can reach with this row is not walked.
 * Ways may be of any length, and leaves are told row by row of the background, as interactions and outputs that are
 * not sums need.
 */
final class SetWalk {
  /** Takes what one background row means at one leaf. */
  interface Leaves {
    /**
     * A leaf that is reached where every column is taken from a row that meets its condition.
     *
     * @param present players whose condition only the explained row meets, so many
     * @param away players whose condition only the background row meets, so many
     */
    void leaf(double value, int other, int[] present, int a, int[] away, int b);
  }

  private final Background background;
  private final int words;
  private final long[][] active;
  private final long[][] met;
  private final boolean[] rowMet;
  private final int[] players;
  private final int[] level;
  private final int[] present;
  private final int[] away;
  private FlatTree tree;
  private long[] holding;
  private RowBlock block;
  private int row;
  private int fewest;
  private Leaves leaves;

  SetWalk(FlatEnsemble ensemble, Background background) {
    this.background = background;
    words = background.words;
    int depth = ensemble.trees.stream().mapToInt(t -> t.depth).max().orElse(0) + 1;
    active = new long[depth][words];
    met = new long[depth][words];
    rowMet = new boolean[depth];
    players = new int[depth];
    level = new int[depth];
    present = new int[depth];
    away = new int[depth];
  }

  /**
   * Walks a tree for one row.
   *
   * @param setsOf as {@link Background#holding} gives them
   * @param fewest leaves behind fewer columns are left out
   */
  void walk(FlatTree of, long[] setsOf, RowBlock rows, int which, int fewestColumns, Leaves to) {
    tree = of;
    holding = setsOf;
    block = rows;
    row = which;
    fewest = fewestColumns;
    leaves = to;
    Arrays.fill(active[0], -1);
    if (background.rows % 64 != 0) {
      active[0][words - 1] = (1L << background.rows) - 1;
    }
    walk(0, 0);
  }

  private void walk(int node, int at) {
    if (tree.mostAsked[node] < fewest) {
      return;
    }
    if (tree.isLeaf(node)) {
      leaf(node, at);
      return;
    }
    int place = tree.place[node];
    boolean first = tree.above[node] < 0;
    int earlier = first ? -1 : level[place];
    boolean rowBefore = first || rowMet[earlier];
    boolean holds = block.holds(tree, node, row);
    players[place] = tree.player[node];
    level[place] = at;
    for (int branch = 0; branch < 2; branch++) {
      boolean yes = branch == 0;
      rowMet[at] = rowBefore && holds == yes;
      boolean any = false;
      for (int w = 0; w < words; w++) {
        long set = holding[node * words + w];
        met[at][w] = (yes ? set : ~set) & (first ? -1L : met[earlier][w]);
        active[at + 1][w] = active[at][w] & (rowMet[at] ? -1L : met[at][w]);
        any |= active[at + 1][w] != 0;
      }
      if (any) {
        walk(yes ? node + 1 : tree.no[node], at + 1);
      }
    }
    level[place] = earlier;
  }

  private void leaf(int node, int at) {
    int count = tree.asked[node];
    int b = 0;
    for (int place = 0; place < count; place++) {
      if (!rowMet[level[place]]) {
        away[b++] = players[place];
      }
    }
    for (int w = 0; w < words; w++) {
      for (long left = active[at][w]; left != 0; left &= left - 1) {
        int bit = Long.numberOfTrailingZeros(left);
        int a = 0;
        for (int place = 0; place < count; place++) {
          int where = level[place];
          if (rowMet[where] && (met[where][w] >>> bit & 1) == 0) {
            present[a++] = players[place];
          }
        }
        if (a + b > 0) {
          leaves.leaf(tree.value[node], 64 * w + bit, present, a, away, b);
        }
      }
    }
  }
}
