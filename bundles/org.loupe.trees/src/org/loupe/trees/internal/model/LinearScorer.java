/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.model;

/**
 * A weighted sum of the columns; missing values add nothing.
 *
 * @param base for each output
 * @param weights of column c for output k at {@code c * base.length + k}
 */
public record LinearScorer(double[] base, double[] weights) implements Scorer {
  @Override
  public void score(double[] rows, int count, double[] margins) {
    int columns = rows.length / count;
    int outputs = base.length;
    for (int r = 0; r < count; r++) {
      System.arraycopy(base, 0, margins, r * outputs, outputs);
      for (int c = 0; c < columns; c++) {
        double x = rows[r * columns + c];
        for (int k = 0; k < outputs && !Double.isNaN(x); k++) {
          margins[r * outputs + k] += weights[c * outputs + k] * x;
        }
      }
    }
  }

  @Override
  public int trees() {
    return 0;
  }

  @Override
  public void leaves(double[] rows, int count, int[] leaves) {
    // there are none
  }
}
