/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import java.util.function.ToDoubleFunction;
import org.loupe.api.model.tree.Tree;
import org.loupe.api.model.tree.TreeEnsemble;

/** Shapley values from their definitions, by all coalitions. */
final class BruteForce {
  private BruteForce() {
  }

  /** What a coalition of columns is worth, as bits. */
  interface Game extends java.util.function.IntToDoubleFunction {
  }

  static double[] values(int players, Game game) {
    double[] out = new double[players];
    for (int i = 0; i < players; i++) {
      for (int s = 0; s < 1 << players; s++) {
        if ((s >> i & 1) == 0) {
          out[i] += weight(Integer.bitCount(s), players)
              * (game.applyAsDouble(s | 1 << i) - game.applyAsDouble(s));
        }
      }
    }
    return out;
  }

  /** The interaction of a pair, half of it, as both orders share it. */
  static double interaction(int players, Game game, int i, int j) {
    double out = 0;
    for (int s = 0; s < 1 << players; s++) {
      if ((s >> i & 1) == 0 && (s >> j & 1) == 0) {
        double together = game.applyAsDouble(s | 1 << i | 1 << j) - game.applyAsDouble(s | 1 << i)
            - game.applyAsDouble(s | 1 << j) + game.applyAsDouble(s);
        out += weight(Integer.bitCount(s), players - 1) * together / 2;
      }
    }
    return out;
  }

  private static double weight(int size, int players) {
    double out = 1.0 / players;
    for (int k = 1; k <= size; k++) {
      out *= (double) k / (players - k);
    }
    return out;
  }

  /** Unknown columns go both ways, in the parts of the covers. */
  static Game pathDependent(TreeEnsemble ensemble, double[] row, int output) {
    return remembered(ensemble, s -> {
      double sum = ensemble.base().get(output);
      for (Tree tree : ensemble.trees()) {
        sum += expected(tree, 0, row, s, output);
      }
      return sum;
    });
  }

  private static double expected(Tree tree, int node, double[] row, int known, int output) {
    if (tree.isLeaf(node)) {
      double out = 0;
      for (int k = 0; k < tree.outputCount(); k++) {
        out += tree.output(k) == output ? tree.value(node, k) : 0;
      }
      return out;
    }
    int yes = tree.yes(node);
    int no = tree.no(node);
    if ((known >> tree.column(node) & 1) == 1) {
      return expected(tree, tree.holds(node, row[tree.column(node)]) ? yes : no, row, known, output);
    }
    double total = tree.cover(yes) + tree.cover(no);
    double part = total == 0 ? 0.5 : tree.cover(yes) / total;
    return part * expected(tree, yes, row, known, output) + (1 - part) * expected(tree, no, row, known, output);
  }

  /** Unknown columns come from each background row. */
  static Game interventional(TreeEnsemble ensemble, double[] row, double[][] background,
      ToDoubleFunction<double[]> score) {
    return remembered(ensemble, s -> {
      double sum = 0;
      for (double[] other : background) {
        double[] mixed = other.clone();
        for (int c = 0; c < mixed.length; c++) {
          mixed[c] = (s >> c & 1) == 1 ? row[c] : other[c];
        }
        sum += score.applyAsDouble(mixed);
      }
      return sum / background.length;
    });
  }

  private static Game remembered(TreeEnsemble ensemble, Game game) {
    double[] known = new double[1 << ensemble.columns().size()];
    for (int s = 0; s < known.length; s++) {
      known[s] = game.applyAsDouble(s);
    }
    return s -> known[s];
  }
}
