/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

/**
 * Shapley weights of a condition that is a conjunction: a known players must be there, b must be away. One that must be
 * there gets (a - 1)! b! / (a + b)!, one that must be away -a! (b - 1)! / (a + b)!. Source: S. Lundberg et al., 2020,
 * algorithm 3.
 */
final class Weights {
  private final double[][] present;

  /** @param most players */
  Weights(int most) {
    present = new double[most + 1][];
    for (int a = 1; a <= most; a++) {
      present[a] = new double[most - a + 1];
      for (int b = 0; b <= most - a; b++) {
        present[a][b] = a == 1 ? 1.0 / (b + 1) : present[a - 1][b] * (a - 1) / (a + b);
      }
    }
  }

  /** (a - 1)! b! / (a + b)!, for a of at least 1. */
  double present(int a, int b) {
    return present[a][b];
  }

  /** a! (b - 1)! / (a + b)!, for b of at least 1: what of its amount is taken from one that must be away. */
  double away(int a, int b) {
    return present[b][a];
  }
}
