/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

/**
 * Interventional Shapley values of a tree by look-ups, at a cost for each row that does not depend on how many rows the
 * background has.
 *
 * <p>What a leaf of value v adds for a row depends only on the mask o of the conditions that the row meets and on how
 * many background rows b have each mask m. With H(o) at point t the mean over b of the product over the columns j of
 * o_j t + m_j (1 - t), a product of matrices of two rows that is applied bit by bit,
 *
 * <pre>
 *   V(o) = sum over t of weight H(o) / t;  W(o) = sum over t of weight H(o) / (t (1 - t))
 *   phi_i(o) = v (V(o) - W(o without i))
 * </pre>
 *
 * is the integral over t of the mean of (o_i - m_i) times the product without i, exact at Gauss-Legendre points. Two
 * numbers for each mask serve every column.
 */
final class LeafTables {
  private final double[][] tables;

  private LeafTables(double[][] tables) {
    this.tables = tables;
  }

  /** Bytes that the tables of a tree take. */
  static long bytes(FlatTree tree) {
    long out = 8L * tree.size();
    for (int node = 0; node < tree.size(); node++) {
      if (tree.isLeaf(node) && tree.asked[node] <= MaskWalk.MOST) {
        out += 16L << tree.asked[node];
      }
    }
    return out;
  }

  /** @param background at least one block with a row */
  static LeafTables of(FlatTree tree, Iterable<RowBlock> background, MaskWalk walk) {
    double[][] tables = new double[tree.size()][];
    int rows = 0;
    for (RowBlock block : background) {
      rows += block.rows;
      walk.walk(tree, block, (node, players, count, masks, many) -> {
        if (tables[node] == null) {
          tables[node] = new double[2 << count];
        }
        for (int row = 0; row < many; row++) {
          tables[node][masks[row]]++;
        }
      });
    }
    for (int node = 0; node < tables.length; node++) {
      if (tables[node] != null) {
        fill(tables[node], tree.asked[node], tree.value[node] / rows);
      }
    }
    return new LeafTables(tables);
  }

  /** Turns counts in the first half into V there, and W in the second half. */
  private static void fill(double[] table, int bits, double scale) {
    int size = 1 << bits;
    GaussLegendre rule = GaussLegendre.forPlayers(bits);
    double[] counts = new double[size];
    double[] h = new double[size];
    System.arraycopy(table, 0, counts, 0, size);
    java.util.Arrays.fill(table, 0);
    for (int point = 0; point < rule.points.length; point++) {
      double t = rule.points[point];
      System.arraycopy(counts, 0, h, 0, size);
      for (int bit = 1; bit < size; bit <<= 1) {
        for (int low = 0; low < size; low += 2 * bit) {
          for (int o = low; o < low + bit; o++) {
            double unmet = h[o];
            double met = h[o + bit];
            h[o] = (1 - t) * met;
            h[o + bit] = t * unmet + met;
          }
        }
      }
      double ofV = scale * rule.weights[point] / t;
      double ofW = ofV / (1 - t);
      for (int o = 0; o < size; o++) {
        table[o] += ofV * h[o];
        table[size + o] += ofW * h[o];
      }
    }
  }

  /** Adds what a leaf attributes to each row. @param into [player][row] */
  void add(int node, int[] players, int count, int[] masks, int rows, double[][] into) {
    double[] table = tables[node];
    for (int bit = 0; bit < count; bit++) {
      lookUp(table, 1 << count, ~(1 << bit), masks, rows, into[players[bit]]);
    }
  }

  private static void lookUp(double[] table, int size, int without, int[] masks, int rows, double[] phi) {
    for (int r = 0; r < rows; r++) {
      phi[r] += table[masks[r]] - table[size + (masks[r] & without)];
    }
  }
}
