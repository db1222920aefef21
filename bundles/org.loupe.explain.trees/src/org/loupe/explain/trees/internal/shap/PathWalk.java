/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import java.util.Arrays;

/**
 * Path-dependent Shapley values, exact: what is unknown of a row goes both ways at a node, in the parts of the data
 * that went there. Source of the values: S. Lundberg et al., "From local explanations to global understanding with
 * explainable AI for trees", Nature Machine Intelligence 2, 2020, algorithm 1 and 2.
 *
 * <p>A leaf of value v adds v times the product, over the columns j asked on its way, of o_j (the row meets what is
 * asked: 0 or 1) for a known column and z_j (the part of the data that does) for an unknown one. Its Shapley value for
 * i is v (o_i - z_i) times the integral over t in (0, 1) of the product over j other than i of z_j (1 - t) + o_j t, a
 * polynomial that Gauss-Legendre points integrate exactly. In place of sums over leaves, one walk keeps at each point t
 * the product P of a node's way and the sum S of what is below it, both free of division by what may be 0. At a node
 * that passes part q of the data where its test holds (m = 1; else m = 0), with e = m - q:
 *
 * <pre>
 *   r = q + tau e;  P_yes = r P;  P_no = P - P_yes;  S = S_no + r (S_yes - S_no)
 *   phi += e * sum over t of kappa P (S_yes - S_no)
 * </pre>
 *
 * where tau = t and kappa = 1 at the first test of a column; at a later one, of what part z passed before, tau = t / g
 * and kappa = z / (g g), g = z (1 - t) + t, and e is 0 where the row failed before. Work per row grows with the number
 * of nodes times half the number of columns on a way; many rows are walked at once, side by side in vectors.
 */
class PathWalk implements Walk {
  final FlatEnsemble ensemble;
  final int most;
  final int[][] met;
  final double[][] e;
  /** At each level 1 where the row meets all that was asked of the level's column up to the branch taken, else 0. */
  final double[][] reached;
  private final double[][][] product;
  private final double[][][] sum;
  private final double[][] tau;
  private final double[][] kappa;
  private GaussLegendre rule;

  /** @param most rows in a block */
  PathWalk(FlatEnsemble ensemble, int most) {
    this.ensemble = ensemble;
    this.most = most;
    int depth = ensemble.trees.stream().mapToInt(t -> t.depth).max().orElse(0);
    int points = ensemble.trees.stream().mapToInt(PathWalk::points).max().orElse(1);
    met = new int[depth][most];
    e = new double[depth][most];
    reached = new double[depth][most];
    product = new double[depth + 1][points][most];
    sum = new double[depth + 1][points][most];
    tau = new double[depth][points];
    kappa = new double[depth][points];
  }

  /** Numbers that a walk keeps for one row. */
  static long memory(FlatEnsemble ensemble) {
    long depth = ensemble.trees.stream().mapToInt(t -> t.depth).max().orElse(0) + 1L;
    long points = ensemble.trees.stream().mapToInt(PathWalk::points).max().orElse(1);
    return depth * (2 * points + 3);
  }

  private static int points(FlatTree tree) {
    return Math.max(1, (tree.players() + 1) / 2);
  }

  @Override
  public void add(FlatTree tree, RowBlock block, double[][] into) {
    if (tree.isLeaf(0)) {
      return;
    }
    rule = GaussLegendre.forPlayers(tree.players());
    for (int t = 0; t < rule.points.length; t++) {
      Arrays.fill(product[0][t], rule.weights[t]);
    }
    walk(tree, block, 0, 0, sum[0], into);
  }

  private void walk(FlatTree tree, RowBlock block, int node, int level, double[][] out, double[][] into) {
    int points = rule.points.length;
    int rows = block.rows;
    if (tree.isLeaf(node)) {
      for (int t = 0; t < points; t++) {
        Arrays.fill(out[t], 0, rows, tree.value[node]);
      }
      return;
    }
    block.holds(tree, node, met[level]);
    double q = tree.share[node];
    if (tree.above[node] < 0) {
      PathLoops.less(met[level], q, e[level], rows);
    } else {
      PathLoops.less(met[level], q, reached[tree.above[node]], e[level], rows);
    }
    factors(level, tree.before[node]);
    double[][] p = product[level];
    int yes = node + 1;
    int no = tree.no[node];
    double[][] ofYes = sum[level + 1];
    if (tree.isLeaf(yes) && tree.isLeaf(no)) {
      for (int t = 0; t < points; t++) {
        Arrays.fill(ofYes[t], 0, rows, tree.value[yes]);
        Arrays.fill(out[t], 0, rows, tree.value[no]);
      }
    } else {
      double[][] below = product[level + 1];
      for (int t = 0; t < points; t++) {
        PathLoops.branch(p[t], e[level], q, tau[level][t], below[t], rows);
      }
      enter(tree, node, level, true, rows);
      walk(tree, block, yes, level + 1, ofYes, into);
      for (int t = 0; t < points; t++) {
        PathLoops.otherBranch(p[t], below[t], rows);
      }
      enter(tree, node, level, false, rows);
      walk(tree, block, no, level + 1, out, into);
      leave(tree, node, level);
    }
    attribute(tree, node, level, p, ofYes, out, into, rows);
    for (int t = 0; t < points; t++) {
      PathLoops.mix(e[level], q, tau[level][t], ofYes[t], out[t], rows);
    }
  }

  private void factors(int level, double before) {
    for (int t = 0; t < rule.points.length; t++) {
      double x = rule.points[t];
      double g = before * (1 - x) + x;
      tau[level][t] = x / g;
      kappa[level][t] = before / (g * g);
    }
  }

  /** Called before the walk goes into a branch. */
  void enter(FlatTree tree, int node, int level, boolean yes, int rows) {
    int above = tree.above[node];
    if (above < 0) {
      PathLoops.reached(met[level], yes, reached[level], rows);
    } else {
      PathLoops.reached(met[level], yes, reached[above], reached[level], rows);
    }
  }

  /** Called when the walk has come back from both branches. */
  void leave(FlatTree tree, int node, int level) {
  }

  /** Adds what a node's split means. @param p of each point; the sums below both branches beside it */
  void attribute(FlatTree tree, int node, int level, double[][] p, double[][] yes, double[][] no, double[][] into,
      int rows) {
    double[] phi = into[tree.player[node]];
    double[] k = kappa[level];
    int t = 0;
    if (tree.above[node] < 0) {
      for (; t + 4 <= rule.points.length; t += 4) {
        PathLoops.attribute4(e[level], p, yes, no, t, phi, rows);
      }
    }
    for (; t < rule.points.length; t++) {
      PathLoops.attribute(e[level], k[t], p[t], yes[t], no[t], phi, rows);
    }
  }

  /** Points of the walk in progress. */
  GaussLegendre rule() {
    return rule;
  }

  double kappa(int level, int point) {
    return kappa[level][point];
  }
}
