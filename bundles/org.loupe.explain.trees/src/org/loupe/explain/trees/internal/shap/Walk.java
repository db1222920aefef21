/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

/** One way to the attributions of a tree. Keeps buffers: one for each thread. */
interface Walk {
  /**
   * Adds what a tree attributes to each row of a block.
   *
   * @param into [player][row], or [first player * players + second][row] for interactions
   */
  void add(FlatTree tree, RowBlock block, double[][] into);
}
