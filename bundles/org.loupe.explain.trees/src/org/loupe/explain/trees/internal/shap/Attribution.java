/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

/** Attributions of rows, so many numbers each. Safe for several threads, one call at a time. */
public interface Attribution {
  /** Numbers for each row: a value for each player, or for each pair of players, first by first. */
  int width();

  /**
   * Computes the attributions of some rows, on all processors. What comes out for a row does not depend on how many
   * processors there are nor on the other rows.
   *
   * @param table [row][column of the ensemble], in one array, rounded as the trees compare
   * @param columns of the table
   * @param first number of the first of the rows, where outputs differ from row to row
   * @param out [row][width], in one array
   * @param pulse run now and then, on any thread; what it throws ends the work
   */
  void explain(double[] table, int columns, int first, int rows, double[] out, Runnable pulse);
}
