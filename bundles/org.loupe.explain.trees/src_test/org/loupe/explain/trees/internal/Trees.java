/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import java.util.ArrayList;
import java.util.List;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.Tree;
import org.loupe.api.model.tree.TreeColumn;
import org.loupe.api.model.tree.TreeEnsemble;

/** Trees that tests know. */
final class Trees {
  private Trees() {
  }

  static TreeEnsemble ensemble(int columns, Link link, double base, Tree... trees) {
    List<TreeColumn> names = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      names.add(TreeColumn.plain("f" + c, "x", c));
    }
    return new TreeEnsemble("x", names, List.of("y"), List.of(base), List.of(trees), link, false, "");
  }

  /** 80 where both of columns 0 and 1 are over one half, else 0. */
  static Tree and(boolean covers) {
    Tree.Builder out = Tree.builder(5, 0).split(0, 0, Tree.Test.LESS, 0.5, 1, 2).leaf(1, 0)
        .split(2, 1, Tree.Test.LESS, 0.5, 3, 4).leaf(3, 0).leaf(4, 80);
    if (covers) {
      out.cover(0, 4).cover(1, 2).cover(2, 2).cover(3, 1).cover(4, 1);
    }
    return out.build();
  }

  /** One test of a column. */
  static Tree stump(int column, double threshold, double below, double above) {
    return Tree.builder(3, 0).split(0, column, Tree.Test.LESS, threshold, 1, 2).leaf(1, below).leaf(2, above)
        .cover(0, 4).cover(1, 1).cover(2, 3).build();
  }
}
