/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import org.loupe.graph.ModelFormatException;

/** Looks at how the nodes of an ensemble hang together. */
final class NodeOrder {
  private static final byte OPEN = 1;
  private static final byte DONE = 2;

  private NodeOrder() {
  }

  /** @throws ModelFormatException if a way through a tree comes back to where it was */
  static void requireNoCycle(EnsembleNodes nodes) throws ModelFormatException {
    byte[] state = new byte[nodes.size()];
    int[] stack = new int[nodes.size() + 1];
    for (int root : nodes.roots()) {
      int top = 0;
      stack[top++] = root;
      while (top > 0) {
        int node = stack[top - 1];
        if (state[node] == 0) {
          state[node] = OPEN;
        }
        int next = nodes.isLeaf(node) ? -1 : unvisited(nodes, state, node);
        if (next < 0) {
          state[node] = DONE;
          top--;
        } else if (state[next] == OPEN) {
          throw new ModelFormatException("a tree of the ensemble goes in circles: node " + next
              + " of the list leads back to itself");
        } else {
          stack[top++] = next;
        }
      }
    }
  }

  /** A child that is not done; -1 if both are. */
  private static int unvisited(EnsembleNodes nodes, byte[] state, int node) {
    return state[nodes.yes()[node]] != DONE ? nodes.yes()[node]
        : state[nodes.no()[node]] != DONE ? nodes.no()[node] : -1;
  }
}
