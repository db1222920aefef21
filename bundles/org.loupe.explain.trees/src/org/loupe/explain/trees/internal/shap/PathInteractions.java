/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

/**
 * Path-dependent Shapley interaction values: half of what two columns do together goes to each order of the two, and
 * the diagonal is filled by the caller with what is left of the Shapley value. Source: S. Lundberg et al., 2020,
 * equations 8 to 10 (Shapley interaction index of K. Fujimoto et al., 2006). With two factors out of the product of
 * {@link PathWalk}, a split's part for its own column at point t, times (o_i - z_i) / (z_i (1 - t) + o_i t) of another
 * column i on the way, which every leaf below shares until i is asked again and the difference is added.
 */
final class PathInteractions extends PathWalk {
  private final int players;
  private final int[] pathPlayer;
  private final double[] part;
  private final boolean[] replaced;
  private final double[] mine;

  PathInteractions(FlatEnsemble ensemble, int most) {
    super(ensemble, most);
    players = ensemble.players();
    int depth = met.length;
    pathPlayer = new int[depth];
    part = new double[depth];
    replaced = new boolean[depth];
    mine = new double[most];
  }

  @Override
  void enter(FlatTree tree, int node, int level, boolean yes, int rows) {
    super.enter(tree, node, level, yes, rows);
    pathPlayer[level] = tree.player[node];
    double share = yes ? tree.share[node] : 1 - tree.share[node];
    part[level] = tree.before[node] * share;
    if (tree.above[node] >= 0) {
      replaced[tree.above[node]] = true;
    }
  }

  @Override
  void leave(FlatTree tree, int node, int level) {
    if (tree.above[node] >= 0) {
      replaced[tree.above[node]] = false;
    }
  }

  @Override
  void attribute(FlatTree tree, int node, int level, double[][] p, double[][] yes, double[][] no, double[][] into,
      int rows) {
    int own = tree.player[node];
    for (int t = 0; t < rule().points.length; t++) {
      double x = rule().points[t];
      PathLoops.split(e[level], kappa(level, t), p[t], yes[t], no[t], mine, rows);
      for (int other = 0; other < level; other++) {
        if (!replaced[other] && pathPlayer[other] != own) {
          double ofUnmet = -1 / (1 - x);
          double ofMet = (1 - part[other]) / (part[other] * (1 - x) + x);
          int low = Math.min(own, pathPlayer[other]);
          int high = Math.max(own, pathPlayer[other]);
          PathLoops.pair(mine, 0.5 * ofUnmet, 0.5 * (ofMet - ofUnmet), reached[other], into[low * players + high],
              rows);
        }
      }
    }
  }
}
