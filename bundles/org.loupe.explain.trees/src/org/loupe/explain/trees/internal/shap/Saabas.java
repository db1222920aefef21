/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

/**
 * The quick approximation: each step of a row's way to its leaf is attributed to the column that was asked, as the
 * change of the mean of what is below. The order of tests decides which column gets the credit. Source: A. Saabas,
 * "Interpreting random forests", 2014.
 */
final class Saabas implements Walk {
  @Override
  public void add(FlatTree tree, RowBlock block, double[][] into) {
    double[] means = tree.means();
    for (int row = 0; row < block.rows; row++) {
      int node = 0;
      while (!tree.isLeaf(node)) {
        int next = block.holds(tree, node, row) ? node + 1 : tree.no[node];
        into[tree.player[node]][row] += means[next] - means[node];
        node = next;
      }
    }
  }
}
