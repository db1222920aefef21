/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.Tree;
import org.loupe.api.model.tree.TreeColumn;
import org.loupe.api.model.tree.TreeEnsemble;

/** Trees that are one long way with a leaf at each side. */
final class Chains {
  private Chains() {
  }

  /** A tree of so many levels that asks one column after the other. */
  static TreeEnsemble of(int columns, int levels, long seed) {
    Random random = new Random(seed);
    List<TreeColumn> names = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      names.add(TreeColumn.plain("f" + c, "x", c));
    }
    Tree.Builder tree = Tree.builder(2 * levels + 1, 0);
    double cover = 1 << Math.min(levels + 3, 30);
    for (int level = 0; level < levels; level++) {
      int node = 2 * level;
      boolean on = random.nextBoolean();
      tree.split(node, level % columns, Tree.Test.LESS, random.nextInt(4), on ? node + 2 : node + 1,
          on ? node + 1 : node + 2).cover(node, cover).missing(node, Tree.Missing.NAN, random.nextBoolean());
      double stays = Math.max(1, cover * (0.6 + 0.4 * random.nextDouble()));
      tree.leaf(node + 1, random.nextGaussian()).cover(node + 1, Math.max(0, cover - stays));
      cover = stays;
    }
    tree.leaf(2 * levels, random.nextGaussian()).cover(2 * levels, cover);
    return new TreeEnsemble("x", names, List.of("y"), List.of(0.5), List.of(tree.build()), Link.IDENTITY, false, "");
  }
}
