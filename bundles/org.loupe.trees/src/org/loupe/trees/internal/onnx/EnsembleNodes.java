/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

/**
 * The nodes of all trees of an ensemble, as arrays over the nodes, with children as indices; checked to stay within.
 *
 * @param mode what a node asks
 * @param column of the value that it asks
 * @param threshold what it compares with
 * @param members the numbers of a node that asks for membership; null for others
 * @param missingHolds whether NaN goes the way of a test that holds
 * @param yes child where the test holds; -1 for a leaf
 * @param no child where it does not; -1 for a leaf
 * @param hits how often a node was reached, as the file tells; empty if it does not
 * @param weights what leaves add to targets
 * @param roots a node for each tree
 */
record EnsembleNodes(Mode[] mode, int[] column, double[] threshold, double[][] members, boolean[] missingHolds,
    int[] yes, int[] no, double[] hits, LeafWeights weights, int[] roots) {
  int size() {
    return mode.length;
  }

  boolean isLeaf(int node) {
    return mode[node] == Mode.LEAF;
  }

  /** The number of columns that a row must at least have. */
  int columns() {
    int most = 0;
    for (int node = 0; node < size(); node++) {
      most = isLeaf(node) ? most : Math.max(most, column[node] + 1);
    }
    return most;
  }
}
