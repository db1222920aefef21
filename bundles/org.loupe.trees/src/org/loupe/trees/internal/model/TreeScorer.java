/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.model;

import java.util.List;
import org.loupe.api.model.tree.Tree;
import org.loupe.api.model.tree.TreeEnsemble;

/** The sum of trees. */
public final class TreeScorer implements Scorer {
  private final List<Tree> trees;
  private final double[] base;

  public TreeScorer(TreeEnsemble ensemble) {
    trees = ensemble.trees();
    base = ensemble.base().stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public void score(double[] row, double[] margins) {
    System.arraycopy(base, 0, margins, 0, base.length);
    for (Tree tree : trees) {
      int leaf = tree.leaf(row);
      for (int k = 0; k < tree.outputCount(); k++) {
        margins[tree.output(k)] += tree.value(leaf, k);
      }
    }
  }

  @Override
  public int trees() {
    return trees.size();
  }

  @Override
  public void leaves(double[] row, int[] leaves) {
    for (int t = 0; t < leaves.length; t++) {
      leaves[t] = trees.get(t).leaf(row);
    }
  }
}
