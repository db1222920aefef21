/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model.tree;

import java.util.List;
import java.util.Objects;

/**
 * A model's facet: its raw scores are sums of decision trees. Plain data. Weights of trees, as of dropped ones or of an
 * average, are in the values of their leaves already.
 *
 * @param value name of the model's input, or id of the layer, that the trees ask: columns on its last axis, a row each
 *     on the axes before
 * @param columns what the trees ask about, by index
 * @param outputs names of the raw scores, as classes; at least one
 * @param base what is added to the sum of the trees, for each output
 * @param trees the trees
 * @param link from raw scores to the model's answer
 * @param singlePrecision whether values are rounded to single precision before they are asked
 * @param marginLayer id of the layer or output that holds the raw scores; empty if the model has no such value
 */
public record TreeEnsemble(String value, List<TreeColumn> columns, List<String> outputs, List<Double> base,
    List<Tree> trees, Link link, boolean singlePrecision, String marginLayer) {
  public TreeEnsemble {
    Objects.requireNonNull(value);
    Objects.requireNonNull(link);
    Objects.requireNonNull(marginLayer);
    columns = List.copyOf(columns);
    outputs = List.copyOf(outputs);
    base = List.copyOf(base);
    trees = List.copyOf(trees);
    if (outputs.isEmpty() || base.size() != outputs.size()) {
      throw new IllegalArgumentException(base.size() + " base values for " + outputs.size() + " outputs");
    }
    for (int t = 0; t < trees.size(); t++) {
      check(trees.get(t), t, columns.size(), outputs.size());
    }
  }

  private static void check(Tree tree, int index, int columns, int outputs) {
    for (int k = 0; k < tree.outputCount(); k++) {
      if (tree.output(k) < 0 || tree.output(k) >= outputs) {
        throw new IllegalArgumentException("tree " + index + " adds to output " + tree.output(k) + " of " + outputs);
      }
    }
    for (int node = 0; node < tree.size(); node++) {
      if (tree.column(node) >= columns) {
        throw new IllegalArgumentException("tree " + index + ", node " + node + " asks column " + tree.column(node)
            + " of " + columns);
      }
    }
  }

  /** Whether every tree tells how much of the training data reached each node. */
  public boolean hasCover() {
    return trees.stream().allMatch(Tree::hasCover);
  }

  /** A value as the trees compare it. */
  public double rounded(double value) {
    return singlePrecision ? (float) value : value;
  }

  /** The raw scores of a row. @param row a value for each column, {@link #rounded} already; NaN for missing */
  public double[] margins(double[] row) {
    double[] out = base.stream().mapToDouble(Double::doubleValue).toArray();
    for (Tree tree : trees) {
      int leaf = tree.leaf(row);
      for (int k = 0; k < tree.outputCount(); k++) {
        out[tree.output(k)] += tree.value(leaf, k);
      }
    }
    return out;
  }
}
