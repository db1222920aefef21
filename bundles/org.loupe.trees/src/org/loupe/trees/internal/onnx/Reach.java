/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** How a target of an ensemble gets scores. ONNX Runtime adds base values only to targets that got one. */
enum Reach {
  /** No leaf adds to it. */
  NEVER,
  /** It depends on the row whether any leaf does. */
  SOMETIMES,
  /** There is a tree of which every leaf does. */
  ALWAYS;

  /** Of each target. */
  static Reach[] of(EnsembleNodes nodes, List<TreeShape> trees, int targets) {
    Reach[] reach = new Reach[targets];
    Arrays.fill(reach, NEVER);
    for (TreeShape tree : trees) {
      BitSet common = null;
      for (int n = 0; n < tree.size(); n++) {
        if (tree.isLeaf(n)) {
          BitSet here = targets(nodes, tree.source(n));
          here.stream().filter(t -> reach[t] == NEVER).forEach(t -> reach[t] = SOMETIMES);
          if (common == null) {
            common = here;
          } else {
            common.and(here);
          }
        }
      }
      common.stream().forEach(t -> reach[t] = ALWAYS);
    }
    return reach;
  }

  private static BitSet targets(EnsembleNodes nodes, int leaf) {
    BitSet out = new BitSet();
    for (int e = nodes.weights().from(leaf); e < nodes.weights().to(leaf); e++) {
      out.set(nodes.weights().target(e));
    }
    return out;
  }
}
