/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.util.Arrays;

/** What leaves add to the targets, or classes, of an ensemble: entries sorted by node. */
final class LeafWeights {
  private final int[] start;
  private final int[] target;
  private final double[] weight;

  /** @param node the leaf of each entry, below {@code nodes} */
  LeafWeights(int nodes, int[] node, int[] target, double[] weight) {
    start = new int[nodes + 1];
    for (int n : node) {
      start[n + 1]++;
    }
    for (int n = 0; n < nodes; n++) {
      start[n + 1] += start[n];
    }
    int[] next = Arrays.copyOf(start, nodes);
    this.target = new int[node.length];
    this.weight = new double[node.length];
    for (int i = 0; i < node.length; i++) {
      int at = next[node[i]]++;
      this.target[at] = target[i];
      this.weight[at] = weight[i];
    }
  }

  /** Index of a node's first entry. */
  int from(int node) {
    return start[node];
  }

  /** Index after a node's last entry. */
  int to(int node) {
    return start[node + 1];
  }

  int target(int entry) {
    return target[entry];
  }

  double weight(int entry) {
    return weight[entry];
  }

  /** Whether no weight is below 0. */
  boolean allPositive() {
    return Arrays.stream(weight).noneMatch(w -> w < 0);
  }
}
