/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.lightgbm;

import java.util.Arrays;
import java.util.List;
import org.loupe.api.model.tree.Tree;
import org.loupe.trees.internal.content.FormatException;
import org.loupe.trees.internal.model.Scorer;
import org.loupe.trees.internal.model.Walk;

/**
 * The sum of trees whose leaves are linear functions. Where a value that a leaf asks for is missing, the leaf's plain
 * value counts.
 */
final class LinearLeaves implements Scorer {
  /**
   * The functions of the leaves of a tree.
   *
   * @param first number of the first leaf
   * @param constants for each leaf
   * @param columns for each leaf
   * @param coefficients for each leaf and each of its columns
   */
  record Functions(int first, double[] constants, int[][] columns, double[][] coefficients) {
    static Functions read(TreeBlock block, int columns, double scale) throws FormatException {
      int leaves = block.inner() + 1;
      int[] counts = block.integers("num_features", leaves);
      int[] features = block.integers("leaf_features", -1);
      double[] weights = block.numbers("leaf_coeff", features.length);
      double[] constants = block.numbers("leaf_const", leaves);
      int[][] asked = new int[leaves][];
      double[][] coefficients = new double[leaves][];
      int at = 0;
      for (int leaf = 0; leaf < leaves; leaf++) {
        if (counts[leaf] < 0 || counts[leaf] > features.length - at || !Double.isFinite(constants[leaf])) {
          throw new FormatException(block.where() + ", leaf " + leaf + " claims " + counts[leaf] + " of "
              + (features.length - at) + " columns and the constant " + constants[leaf]);
        }
        asked[leaf] = new int[counts[leaf]];
        coefficients[leaf] = new double[counts[leaf]];
        constants[leaf] *= scale;
        for (int i = 0; i < counts[leaf]; i++, at++) {
          if (features[at] < 0 || features[at] >= columns) {
            throw new FormatException(block.where() + ", leaf " + leaf + " asks feature " + features[at] + " of "
                + columns);
          }
          asked[leaf][i] = features[at];
          coefficients[leaf][i] = weights[at] * scale;
        }
      }
      return new Functions(block.inner(), constants, asked, coefficients);
    }

    /** What a leaf adds. @param at where the row begins @param plain its value if something is missing */
    double value(int node, double[] rows, int at, double plain) {
      int leaf = node - first;
      double sum = constants[leaf];
      for (int i = 0; i < columns[leaf].length; i++) {
        double x = rows[at + columns[leaf][i]];
        if (Double.isNaN(x)) {
          return plain;
        }
        sum += coefficients[leaf][i] * x;
      }
      return sum;
    }
  }

  private final List<Tree> trees;
  private final List<Walk> walks;
  private final List<Functions> functions;
  private final int outputs;

  /** @param functions of each tree; null for one of plain leaves */
  LinearLeaves(List<Tree> trees, List<Functions> functions, int outputs) {
    this.trees = trees;
    this.functions = functions;
    this.outputs = outputs;
    walks = Walk.through(trees);
  }

  @Override
  public void score(double[] rows, int count, double[] margins) {
    int columns = rows.length / count;
    Arrays.fill(margins, 0);
    for (int t = 0; t < trees.size(); t++) {
      Tree tree = trees.get(t);
      for (int r = 0; r < count; r++) {
        int leaf = walks.get(t).leaf(rows, r * columns);
        double plain = tree.value(leaf, 0);
        margins[r * outputs + tree.output(0)] += functions.get(t) == null ? plain
            : functions.get(t).value(leaf, rows, r * columns, plain);
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
