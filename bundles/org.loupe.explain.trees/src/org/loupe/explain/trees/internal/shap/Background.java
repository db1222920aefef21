/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import java.util.ArrayList;
import java.util.List;

/** Rows that interventional values compare with: columns that are unknown take their values from each in turn. */
public final class Background {
  static final int BLOCK = 128;
  final int rows;
  final int words;
  final List<RowBlock> blocks = new ArrayList<>();
  final double[] scores;

  /**
   * Makes rows ready.
   *
   * @param table [row][column of the ensemble], in one array, rounded as the trees compare; at least one row
   */
  public Background(FlatEnsemble ensemble, double[] table, int width, int rows) {
    this.rows = rows;
    words = (rows + 63) / 64;
    scores = new double[rows];
    double[] row = new double[width];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(table, i * width, row, 0, width);
      scores[i] = ensemble.score(row);
    }
    for (int from = 0; from < rows; from += BLOCK) {
      blocks.add(ensemble.block(table, width, from, Math.min(BLOCK, rows - from)));
    }
  }

  /** The mean score. */
  public double mean() {
    double sum = 0;
    for (double score : scores) {
      sum += score;
    }
    return sum / rows;
  }

  /** The mean of a number made from the score. @param row that is explained, for its label */
  public double mean(Output output, int row) {
    double sum = 0;
    for (double score : scores) {
      sum += output.of(score, row);
    }
    return sum / rows;
  }

  /** For each inner node a set of the rows that its test holds for, as bits in so many words. */
  long[] holding(FlatTree tree) {
    long[] out = new long[Math.multiplyExact(tree.size(), words)];
    int[] met = new int[BLOCK];
    for (int node = 0; node < tree.size(); node++) {
      if (!tree.isLeaf(node)) {
        for (int b = 0; b < blocks.size(); b++) {
          blocks.get(b).holds(tree, node, met);
          for (int r = 0; r < blocks.get(b).rows; r++) {
            out[node * words + (b * BLOCK + r >> 6)] |= (long) met[r] << (b * BLOCK + r);
          }
        }
      }
    }
    return out;
  }
}
