/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import java.util.Optional;
import org.loupe.api.model.tree.Tree;

/**
 * Which part of the data at each inner node goes on where its test holds. Two children share what their node has, so
 * that parts add up to 1 also where a file rounds its covers. A node that nothing reached is halved: what happens below
 * weighs nothing until a row itself goes there.
 */
final class Shares {
  private Shares() {
  }

  /** From the covers that the model's file tells; empty if it does not tell all of them. */
  static Optional<double[]> ofFile(Tree tree) {
    double[] cover = new double[tree.size()];
    for (int node = 0; node < cover.length; node++) {
      cover[node] = tree.cover(node);
      if (!(cover[node] >= 0 && cover[node] < Double.POSITIVE_INFINITY)) {
        return Optional.empty();
      }
    }
    return tree.isLeaf(0) || cover[0] > 0 ? Optional.of(of(tree, cover)) : Optional.empty();
  }

  /** From rows that are counted. @param rows values of the tree's columns */
  static double[] ofRows(Tree tree, double[][] rows) {
    double[] cover = new double[tree.size()];
    for (double[] row : rows) {
      int node = 0;
      cover[0]++;
      while (!tree.isLeaf(node)) {
        node = tree.holds(node, row[tree.column(node)]) ? tree.yes(node) : tree.no(node);
        cover[node]++;
      }
    }
    return of(tree, cover);
  }

  private static double[] of(Tree tree, double[] cover) {
    double[] out = new double[tree.size()];
    for (int node = 0; node < out.length; node++) {
      if (!tree.isLeaf(node)) {
        double yes = cover[tree.yes(node)];
        double both = yes + cover[tree.no(node)];
        out[node] = both > 0 ? yes / both : 0.5;
      }
    }
    return out;
  }
}
