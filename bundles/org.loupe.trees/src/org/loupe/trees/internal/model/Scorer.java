/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.model;

/** Works out the raw scores of a row. Safe for several threads. */
public interface Scorer {
  /** @param row a value for each column, NaN for missing @param margins takes a raw score for each output */
  void score(double[] row, double[] margins);

  /** How many trees {@link #leaves} tells of; 0 for what has none. */
  int trees();

  /** The leaf that a row comes to in each tree, by its number in {@link org.loupe.api.model.tree.Tree}. */
  void leaves(double[] row, int[] leaves);
}
