/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

/** A number that is made from a score: what is explained in place of the score itself. */
public interface Output {
  /** @param score of a row @param row that is explained, by its number, for its label */
  double of(double score, int row);

  /** The derivative by the score. */
  double slope(double score, int row);
}
