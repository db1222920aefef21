/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.xgboost;

import java.util.Arrays;
import org.loupe.trees.internal.content.FormatException;

/**
 * Which nodes of a tree are reached from its root, 0. XGBoost leaves nodes that it has cut off in the file; those that
 * remain keep their order.
 */
final class Reach {
  private final int[] number;
  private int count;

  /**
   * @param yes child of each node; negative for a leaf
   * @param no the other child, looked at only where {@code yes} is none
   * @throws FormatException if a node is reached twice or does not exist
   */
  Reach(String where, int[] yes, int[] no) throws FormatException {
    number = new int[yes.length];
    Arrays.fill(number, -1);
    int[] stack = new int[yes.length];
    int top = 0;
    number[0] = 0;
    stack[top++] = 0;
    while (top > 0) {
      int node = stack[--top];
      if (yes[node] < 0) {
        continue;
      }
      for (int child : new int[] {yes[node], no[node]}) {
        if (child < 0 || child >= yes.length) {
          throw new FormatException(where + ", node " + node + " leads to node " + child + " of " + yes.length);
        }
        if (number[child] == 0) {
          throw new FormatException(where + ", node " + child + " is reached twice, the second time from node "
              + node);
        }
        number[child] = 0;
        stack[top++] = child;
      }
    }
    for (int node = 0; node < number.length; node++) {
      number[node] = number[node] < 0 ? -1 : count++;
    }
  }

  /** How many nodes are reached. */
  int count() {
    return count;
  }

  /** Number of a node among those that are reached; -1 if it is not. */
  int of(int node) {
    return number[node];
  }
}
