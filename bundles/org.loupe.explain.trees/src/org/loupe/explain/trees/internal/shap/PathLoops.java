/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

/**
 * The inner loops of {@link PathWalk}, each over the rows of a block and writing one array, which is what the compiler
 * makes vector instructions of. No fused operations: results are the same on every machine.
 */
final class PathLoops {
  private PathLoops() {
  }

  /** e = met - q. */
  static void less(int[] met, double q, double[] e, int rows) {
    for (int r = 0; r < rows; r++) {
      e[r] = met[r] - q;
    }
  }

  /** e = (met - q) where the row met what was asked of the column before, else 0. */
  static void less(int[] met, double q, double[] before, double[] e, int rows) {
    for (int r = 0; r < rows; r++) {
      e[r] = before[r] * (met[r] - q);
    }
  }

  static void reached(int[] met, boolean yes, double[] out, int rows) {
    int flip = yes ? 0 : 1;
    for (int r = 0; r < rows; r++) {
      out[r] = met[r] ^ flip;
    }
  }

  static void reached(int[] met, boolean yes, double[] before, double[] out, int rows) {
    int flip = yes ? 0 : 1;
    for (int r = 0; r < rows; r++) {
      out[r] = before[r] * (met[r] ^ flip);
    }
  }

  /** below = p (q + tau e). */
  static void branch(double[] p, double[] e, double q, double tau, double[] below, int rows) {
    for (int r = 0; r < rows; r++) {
      below[r] = p[r] * (q + tau * e[r]);
    }
  }

  /** The products of the other branch: both add up to the node's. */
  static void otherBranch(double[] p, double[] below, int rows) {
    for (int r = 0; r < rows; r++) {
      below[r] = p[r] - below[r];
    }
  }

  /** no += (q + tau e) (yes - no). */
  static void mix(double[] e, double q, double tau, double[] yes, double[] no, int rows) {
    for (int r = 0; r < rows; r++) {
      no[r] += (q + tau * e[r]) * (yes[r] - no[r]);
    }
  }

  static void attribute(double[] e, double kappa, double[] p, double[] yes, double[] no, double[] phi, int rows) {
    for (int r = 0; r < rows; r++) {
      phi[r] += e[r] * kappa * p[r] * (yes[r] - no[r]);
    }
  }

  /** Four points at once, for columns that were not asked before. */
  static void attribute4(double[] e, double[][] p, double[][] yes, double[][] no, int t, double[] phi, int rows) {
    attribute4(e, p[t], p[t + 1], p[t + 2], p[t + 3], yes[t], yes[t + 1], yes[t + 2], yes[t + 3], no[t], no[t + 1],
        no[t + 2], no[t + 3], phi, rows);
  }

  private static void attribute4(double[] e, double[] p0, double[] p1, double[] p2, double[] p3, double[] y0,
      double[] y1, double[] y2, double[] y3, double[] n0, double[] n1, double[] n2, double[] n3, double[] phi,
      int rows) {
    for (int r = 0; r < rows; r++) {
      phi[r] += e[r] * (p0[r] * (y0[r] - n0[r]) + p1[r] * (y1[r] - n1[r]) + p2[r] * (y2[r] - n2[r])
          + p3[r] * (y3[r] - n3[r]));
    }
  }

  /** What a split means at one point. */
  static void split(double[] e, double kappa, double[] p, double[] yes, double[] no, double[] out, int rows) {
    for (int r = 0; r < rows; r++) {
      out[r] = e[r] * kappa * p[r] * (yes[r] - no[r]);
    }
  }

  /** phi += mine (unmet + change reached). */
  static void pair(double[] mine, double unmet, double change, double[] reached, double[] phi, int rows) {
    for (int r = 0; r < rows; r++) {
      phi[r] += mine[r] * (unmet + change * reached[r]);
    }
  }
}
