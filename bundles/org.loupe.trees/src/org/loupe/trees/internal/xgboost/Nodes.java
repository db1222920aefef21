/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.xgboost;

import org.loupe.api.model.tree.Tree;
import org.loupe.trees.internal.content.FormatException;
import org.loupe.trees.internal.content.Limits;

/** Checks what nodes hold, the same for every format. */
final class Nodes {
  private Nodes() {
  }

  static Tree build(Tree.Builder builder, String where) throws FormatException {
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new FormatException(where + ": " + e.getMessage(), e);
    }
  }

  static double threshold(double value, String where, int node) throws FormatException {
    if (Double.isNaN(value)) {
      throw new FormatException(where + ", node " + node + " has the threshold " + value);
    }
    return (float) value;
  }

  static double leaf(double value, String where, int node) throws FormatException {
    if (!Double.isFinite(value)) {
      throw new FormatException(where + ", node " + node + " is a leaf of value " + value);
    }
    return value;
  }

  static int column(int column, String where, int node) throws FormatException {
    if (column < 0 || column >= Limits.COLUMNS) {
      throw new FormatException(where + ", node " + node + " asks feature " + column);
    }
    return column;
  }

  /** What is no amount counts as not told. */
  static void cover(Tree.Builder builder, int node, double amount) {
    if (amount >= 0 && amount < Double.POSITIVE_INFINITY) {
      builder.cover(node, amount);
    }
  }
}
