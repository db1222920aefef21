/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Gauss-Legendre quadrature on (0, 1): the integral of a polynomial of degree up to 2 n - 1 is the weighted sum of its
 * values at n points inside. Points are the roots of the Legendre polynomial, found by Newton's method. Source:
 * M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions", 25.4.29 and 25.4.30.
 */
final class GaussLegendre {
  private static final ConcurrentMap<Integer, GaussLegendre> KNOWN = new ConcurrentHashMap<>();
  private static final int NEWTON_STEPS = 60;
  final double[] points;
  final double[] weights;

  private GaussLegendre(int count) {
    points = new double[count];
    weights = new double[count];
    for (int i = 0; i < (count + 1) / 2; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (count + 0.5));
      double slope = 0;
      for (int step = 0; step < NEWTON_STEPS; step++) {
        double before = 1;
        double value = x;
        for (int k = 2; k <= count; k++) {
          double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
          before = value;
          value = next;
        }
        slope = count * (x * value - before) / (x * x - 1);
        double change = value / slope;
        x -= change;
        if (Math.abs(change) < 1e-16) {
          break;
        }
      }
      double weight = 1 / ((1 - x * x) * slope * slope);
      points[i] = (1 - x) / 2;
      points[count - 1 - i] = (1 + x) / 2;
      weights[i] = weight;
      weights[count - 1 - i] = weight;
    }
  }

  /** The fewest points that are exact for the Shapley values of so many players: of degree one less. */
  static GaussLegendre forPlayers(int players) {
    return KNOWN.computeIfAbsent(Math.max(1, (players + 1) / 2), GaussLegendre::new);
  }
}
