/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.model;

/** Works out the raw scores of rows, which lie one after the other, NaN for missing. Safe for several threads. */
public interface Scorer {
  /** @param margins takes a raw score for each row and output */
  void score(double[] rows, int count, double[] margins);

  /** How many trees {@link #leaves} tells of; 0 for what has none. */
  int trees();

  /** @param leaves takes, for each row and tree, the leaf by its number in {@link org.loupe.api.model.tree.Tree} */
  void leaves(double[] rows, int count, int[] leaves);
}
