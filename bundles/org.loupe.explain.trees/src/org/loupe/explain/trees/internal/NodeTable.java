/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import java.util.ArrayList;
import java.util.List;
import org.loupe.api.result.CustomResult;

/** The nodes of a {@link TreeDrawing}, read from its table, as a saved result has no more. */
record NodeTable(List<Node> nodes) {
  /**
   * A node.
   *
   * @param yes child where the test holds; -1 for a leaf
   * @param distribution rows in bins of equal width
   */
  record Node(String asks, boolean onWay, long rows, String from, String to, long[] distribution, String adds, int yes,
      int no) {
    boolean isLeaf() {
      return yes < 0;
    }
  }

  /** @throws IllegalArgumentException if the table is not that of a tree */
  static NodeTable of(CustomResult result) {
    List<List<String>> rows = result.rows();
    int[][] children = new int[rows.size()][];
    for (int r = 0; r < children.length; r++) {
      children[r] = new int[] {-1, -1};
    }
    for (int r = 0; r < children.length; r++) {
      List<String> row = rows.get(r);
      if (row.size() != result.columns().size() || row.size() < 11 || !row.get(0).equals(Integer.toString(r))) {
        throw new IllegalArgumentException("row " + r + " is no node of a tree");
      }
      if (r > 0) {
        int parent = Integer.parseInt(row.get(1));
        int branch = row.get(2).equals("yes") ? 0 : 1;
        if (parent < 0 || parent >= children.length || children[parent][branch] >= 0) {
          throw new IllegalArgumentException("node " + r + " has no place below node " + parent);
        }
        children[parent][branch] = r;
      }
    }
    List<Node> out = new ArrayList<>();
    for (int r = 0; r < children.length; r++) {
      List<String> row = rows.get(r);
      String bins = row.get(9);
      long[] counts = bins.isEmpty() ? new long[0]
          : List.of(bins.split(" ")).stream().mapToLong(Long::parseLong).toArray();
      out.add(new Node(row.get(3), row.get(4).equals("yes"), Long.parseLong(row.get(6)), row.get(7), row.get(8), counts,
          row.get(10), children[r][0], children[r][1]));
    }
    return new NodeTable(out);
  }

  int leaves() {
    return (int) nodes.stream().filter(Node::isLeaf).count();
  }
}
