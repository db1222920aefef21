/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import java.util.ArrayList;
import java.util.List;

/**
 * An order in which rows that are explained alike stand beside each other: the leaves of a tree by Ward's criterion,
 * the branch with the lower mean score first. Clusters are found along chains of nearest neighbours (F. Murtagh,
 * "A survey of recent advances in hierarchical clustering algorithms", 1983), in time and memory that grow with the
 * square of the number of rows.
 */
public final class Similarity {
  /** The most rows to order so. */
  public static final int MOST = 1200;
  private final double[][] centres;
  private final int[] sizes;
  private final double[] scores;
  private final List<List<Integer>> leaves = new ArrayList<>();
  private final float[][] distances;
  private final boolean[] gone;

  private Similarity(Sheet sheet) {
    int n = sheet.rows();
    centres = new double[n][];
    sizes = new int[n];
    scores = new double[n];
    gone = new boolean[n];
    distances = new float[n][];
    double scale = largest(sheet);
    for (int i = 0; i < n; i++) {
      double[] row = sheet.row(i);
      for (int f = 0; f < row.length; f++) {
        row[f] /= scale;
      }
      centres[i] = row;
      sizes[i] = 1;
      scores[i] = sheet.score(i);
      leaves.add(List.of(i));
      distances[i] = new float[i];
      for (int j = 0; j < i; j++) {
        distances[i][j] = (float) apart(i, j);
      }
    }
  }

  /** Positions of the sheet's rows in their order. */
  public static List<Integer> order(Sheet sheet) {
    return new Similarity(sheet).run();
  }

  private static double largest(Sheet sheet) {
    double out = 0;
    for (int f = 0; f < sheet.features(); f++) {
      for (int r = 0; r < sheet.rows(); r++) {
        out = Math.max(out, Math.abs(sheet.value(r, f)));
      }
    }
    return out > 0 ? out : 1;
  }

  private List<Integer> run() {
    int[] chain = new int[sizes.length + 1];
    int length = 0;
    int last = 0;
    for (int left = sizes.length; left > 1;) {
      if (length == 0) {
        chain[length++] = first();
      }
      int tip = chain[length - 1];
      int before = length > 1 ? chain[length - 2] : -1;
      int nearest = nearest(tip, before);
      if (nearest == before) {
        last = merge(tip, before);
        length -= 2;
        left--;
      } else {
        chain[length++] = nearest;
      }
    }
    return leaves.get(last);
  }

  private int first() {
    int i = 0;
    while (gone[i]) {
      i++;
    }
    return i;
  }

  /** The one before in the chain wins a tie, or a chain would turn in circles. */
  private int nearest(int tip, int before) {
    int best = before;
    double least = before < 0 ? Double.POSITIVE_INFINITY : distance(tip, before);
    for (int i = 0; i < gone.length; i++) {
      if (i != tip && !gone[i] && (best < 0 || distance(tip, i) < least)) {
        least = distance(tip, i);
        best = i;
      }
    }
    return best;
  }

  private int merge(int a, int b) {
    int low = scores[a] < scores[b] || scores[a] == scores[b] && a < b ? a : b;
    int high = low == a ? b : a;
    List<Integer> joined = new ArrayList<>(leaves.get(low));
    joined.addAll(leaves.get(high));
    int keep = Math.min(a, b);
    int drop = Math.max(a, b);
    int size = sizes[a] + sizes[b];
    double[] centre = new double[centres[a].length];
    for (int f = 0; f < centre.length; f++) {
      centre[f] = (centres[a][f] * sizes[a] + centres[b][f] * sizes[b]) / size;
    }
    scores[keep] = (scores[a] * sizes[a] + scores[b] * sizes[b]) / size;
    centres[keep] = centre;
    sizes[keep] = size;
    leaves.set(keep, joined);
    leaves.set(drop, List.of());
    gone[drop] = true;
    for (int i = 0; i < gone.length; i++) {
      if (i != keep && !gone[i]) {
        distances[Math.max(i, keep)][Math.min(i, keep)] = (float) apart(i, keep);
      }
    }
    return keep;
  }

  private double distance(int a, int b) {
    return distances[Math.max(a, b)][Math.min(a, b)];
  }

  /** By how much the sum of squares within clusters grows if these become one. */
  private double apart(int a, int b) {
    double sum = 0;
    for (int f = 0; f < centres[a].length; f++) {
      double d = centres[a][f] - centres[b][f];
      sum += d * d;
    }
    return sum * sizes[a] * sizes[b] / (sizes[a] + sizes[b]);
  }
}
