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

/** The sum of trees; tree by tree, so that one stays at hand for many rows. */
public final class TreeScorer implements Scorer {
  private final List<Tree> trees;
  private final List<Walk> walks;
  private final double[] base;

  public TreeScorer(TreeEnsemble ensemble) {
    trees = ensemble.trees();
    walks = Walk.through(trees);
    base = ensemble.base().stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public void score(double[] rows, int count, double[] margins) {
    int columns = rows.length / count;
    int outputs = base.length;
    for (int r = 0; r < count; r++) {
      System.arraycopy(base, 0, margins, r * outputs, outputs);
    }
    for (int t = 0; t < walks.size(); t++) {
      Tree tree = trees.get(t);
      Walk walk = walks.get(t);
      for (int r = 0; r < count; r++) {
        int leaf = walk.leaf(rows, r * columns);
        for (int k = 0; k < tree.outputCount(); k++) {
          margins[r * outputs + tree.output(k)] += tree.value(leaf, k);
        }
      }
    }
  }

  @Override
  public int trees() {
    return trees.size();
  }

  @Override
  public void leaves(double[] rows, int count, int[] leaves) {
    Walk.leaves(walks, rows, count, leaves);
  }
}
