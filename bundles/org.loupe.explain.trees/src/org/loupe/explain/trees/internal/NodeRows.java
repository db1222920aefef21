/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import java.util.Arrays;
import org.loupe.api.model.tree.Tree;

/** Which rows come to the nodes of a tree: how many, and how the values of the column that is asked there lie. */
final class NodeRows {
  private static final int PART = 4096;

  private final Tree tree;
  private final int width;
  private final int bins;
  private final long[] count;
  private final double[] low;
  private final double[] high;
  private final long[][] histogram;

  NodeRows(Tree tree, int width, int bins) {
    this.tree = tree;
    this.width = width;
    this.bins = bins;
    count = new long[tree.size()];
    low = new double[tree.size()];
    high = new double[tree.size()];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    histogram = new long[tree.size()][];
  }

  /** Reads all rows twice: for the ranges, then for the bins in them. */
  void read(TreeRows rows, Runnable pulse) {
    walk(rows, pulse, false);
    walk(rows, pulse, true);
  }

  private void walk(TreeRows rows, Runnable pulse, boolean binned) {
    for (int from = 0; from < rows.count(); from += PART) {
      pulse.run();
      int many = Math.min(PART, rows.count() - from);
      double[] table = rows.table(from, many);
      for (int row = 0; row < many; row++) {
        int node = 0;
        while (!tree.isLeaf(node)) {
          double value = table[row * width + tree.column(node)];
          visit(node, value, binned);
          node = tree.holds(node, value) ? tree.yes(node) : tree.no(node);
        }
        count[node] += binned ? 0 : 1;
      }
    }
  }

  private void visit(int node, double value, boolean binned) {
    if (!binned) {
      count[node]++;
    }
    if (!Double.isFinite(value)) {
      return;
    }
    if (!binned) {
      low[node] = Math.min(low[node], value);
      high[node] = Math.max(high[node], value);
      return;
    }
    if (histogram[node] == null) {
      histogram[node] = new long[bins];
    }
    double range = high[node] - low[node];
    int bin = range > 0 ? (int) Math.min(bins - 1L, (long) ((value - low[node]) / range * bins)) : 0;
    histogram[node][bin]++;
  }

  /** Rows that come to a node. */
  long count(int node) {
    return count[node];
  }

  /** Least finite value of the asked column among the node's rows. */
  double low(int node) {
    return low[node];
  }

  double high(int node) {
    return high[node];
  }

  /** Rows in bins of equal width from {@link #low} to {@link #high}; empty if none has a finite value. */
  long[] histogram(int node) {
    return histogram[node] == null ? new long[0] : histogram[node].clone();
  }
}
