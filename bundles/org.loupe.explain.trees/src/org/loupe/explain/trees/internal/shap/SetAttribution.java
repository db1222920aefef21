/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

/** What a leaf told by {@link SetWalk} adds to attributions. */
final class SetAttribution {
  private final Weights weights;
  private final int players;

  SetAttribution(FlatEnsemble ensemble) {
    weights = new Weights(Math.max(1, ensemble.trees.stream().mapToInt(FlatTree::players).max().orElse(1)));
    players = ensemble.players();
  }

  /** Adds Shapley values. @param into [player][at] */
  void values(double value, int[] present, int a, int[] away, int b, double[][] into, int at) {
    if (a > 0) {
      double each = value * weights.present(a, b);
      for (int i = 0; i < a; i++) {
        into[present[i]][at] += each;
      }
    }
    if (b > 0) {
      double each = value * weights.away(a, b);
      for (int i = 0; i < b; i++) {
        into[away[i]][at] -= each;
      }
    }
  }

  /** Adds interaction values of pairs, each under the lower player. @param into [first * players + second][at] */
  void interactions(double value, int[] present, int a, int[] away, int b, double[][] into, int at) {
    if (a > 1) {
      pairs(present, a, value / 2 * weights.present(a - 1, b), into, at);
    }
    if (b > 1) {
      pairs(away, b, value / 2 * weights.away(a, b - 1), into, at);
    }
    if (a > 0 && b > 0) {
      double each = value / 2 * weights.present(a, b - 1);
      for (int i = 0; i < a; i++) {
        for (int j = 0; j < b; j++) {
          into[pair(present[i], away[j])][at] -= each;
        }
      }
    }
  }

  private void pairs(int[] of, int count, double each, double[][] into, int at) {
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i; j++) {
        into[pair(of[i], of[j])][at] += each;
      }
    }
  }

  private int pair(int one, int other) {
    return Math.min(one, other) * players + Math.max(one, other);
  }
}
