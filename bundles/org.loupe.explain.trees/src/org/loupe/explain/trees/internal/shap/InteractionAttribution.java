/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import java.util.Arrays;

/** Interaction values as whole matrices: what pairs do, mirrored, and on the diagonal what is left of each value. */
final class InteractionAttribution implements Attribution {
  private final Attribution values;
  private final Attribution pairs;

  InteractionAttribution(Attribution values, Attribution pairs) {
    this.values = values;
    this.pairs = pairs;
  }

  @Override
  public int width() {
    return pairs.width();
  }

  @Override
  public void explain(double[] table, int columns, int first, int rows, double[] out, Runnable pulse) {
    int players = values.width();
    double[] single = new double[rows * players];
    values.explain(table, columns, first, rows, single, pulse);
    Arrays.fill(out, 0, rows * width(), 0);
    pairs.explain(table, columns, first, rows, out, pulse);
    for (int row = 0; row < rows; row++) {
      int matrix = row * width();
      for (int i = 0; i < players; i++) {
        for (int j = i + 1; j < players; j++) {
          out[matrix + j * players + i] = out[matrix + i * players + j];
        }
      }
      for (int i = 0; i < players; i++) {
        double left = single[row * players + i];
        for (int j = 0; j < players; j++) {
          left -= i == j ? 0 : out[matrix + i * players + j];
        }
        out[matrix + i * players + i] = left;
      }
    }
  }
}
