/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

/** Some rows, ready to be asked. */
final class RowBlock {
  final int rows;
  private final double[][] values;
  private final int[][] codes;

  /** @param values [player][row], rounded as the trees compare them */
  RowBlock(Codes coding, double[][] values, int rows) {
    this.rows = rows;
    this.values = values;
    this.codes = coding.of(values, rows);
  }

  /** For each row 1 where the test of a node holds, else 0. */
  void holds(FlatTree tree, int node, int[] into) {
    int codeRow = tree.codeRow[node];
    if (codeRow >= 0) {
      less(codes[codeRow], tree.bound[node], into, rows);
    } else {
      double[] column = values[tree.player[node]];
      for (int row = 0; row < rows; row++) {
        into[row] = tree.tree.holds(tree.origin[node], column[row]) ? 1 : 0;
      }
    }
  }

  /** The sign of a difference instead of a comparison, so that the loop becomes vector instructions. */
  private static void less(int[] code, int bound, int[] into, int rows) {
    for (int row = 0; row < rows; row++) {
      into[row] = (code[row] - bound) >>> 31;
    }
  }

  /** Whether the test of a node holds for one row. */
  boolean holds(FlatTree tree, int node, int row) {
    int codeRow = tree.codeRow[node];
    return codeRow >= 0 ? codes[codeRow][row] < tree.bound[node]
        : tree.tree.holds(tree.origin[node], values[tree.player[node]][row]);
  }
}
