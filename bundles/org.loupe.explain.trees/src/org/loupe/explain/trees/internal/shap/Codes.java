/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.model.tree.Tree;

/**
 * Replaces the numbers of a column by their places among all thresholds that trees compare them with, so that a
 * comparison is one of whole numbers: a value between thresholds i - 1 and i has code 2 i, one equal to threshold i has
 * 2 i + 1. A missing value goes below or above all, as its test wants. Tests of sets and of equality have no code.
 */
final class Codes {
  /** Code of a missing value that makes a test fail; all bounds are below. */
  private static final int ABOVE_ALL = Integer.MAX_VALUE;
  /** Code of a missing value that makes a test hold; all bounds are above. */
  private static final int BELOW_ALL = -1;

  /** How the values of a column become codes. */
  private record Variant(int player, Tree.Missing missing, boolean holds) {
  }

  private final double[][] thresholds;
  private final Map<Variant, Integer> index = new HashMap<>();
  private final List<Variant> variants = new ArrayList<>();

  /** @param players index of each asked column among those that are; -1 for others @param count of asked columns */
  Codes(List<Tree> trees, int[] players, int count) {
    double[][] found = new double[count][16];
    int[] sizes = new int[count];
    for (Tree tree : trees) {
      for (int node = 0; node < tree.size(); node++) {
        if (isOrdered(tree, node) && !Double.isNaN(tree.threshold(node))) {
          int player = players[tree.column(node)];
          if (sizes[player] == found[player].length) {
            compact(found, sizes, player);
          }
          found[player][sizes[player]++] = tree.threshold(node) + 0.0;
        }
      }
    }
    for (int player = 0; player < count; player++) {
      compact(found, sizes, player);
      found[player] = Arrays.copyOf(found[player], sizes[player]);
    }
    thresholds = found;
  }

  /** Sorts, drops what is twice, and makes room for as much again. */
  private static void compact(double[][] found, int[] sizes, int player) {
    double[] distinct = Arrays.stream(found[player], 0, sizes[player]).sorted().distinct().toArray();
    sizes[player] = distinct.length;
    found[player] = Arrays.copyOf(distinct, Math.max(16, 2 * distinct.length));
  }

  /** Whether a node compares by order. */
  static boolean isOrdered(Tree tree, int node) {
    return !tree.isLeaf(node)
        && (tree.test(node) == Tree.Test.LESS || tree.test(node) == Tree.Test.LESS_OR_EQUAL);
  }

  /** The row of codes that a node compares with; -1 if its test has none. */
  int codeRow(Tree tree, int node, int player) {
    if (!isOrdered(tree, node)) {
      return -1;
    }
    Tree.Missing missing = tree.missing(node);
    Variant variant = new Variant(player, missing, missing != Tree.Missing.NAN_IS_ZERO && tree.missingHolds(node));
    return index.computeIfAbsent(variant, v -> {
      variants.add(v);
      return variants.size() - 1;
    });
  }

  /** The test of a node holds where the code is less than this. */
  int bound(Tree tree, int node, int player) {
    if (Double.isNaN(tree.threshold(node))) {
      return 0;
    }
    int place = Arrays.binarySearch(thresholds[player], tree.threshold(node) + 0.0);
    return 2 * place + (tree.test(node) == Tree.Test.LESS ? 1 : 2);
  }

  /** Codes of some rows. @param values [player][row] @return [code row][row] */
  int[][] of(double[][] values, int rows) {
    int[][] out = new int[variants.size()][rows];
    for (int v = 0; v < out.length; v++) {
      Variant variant = variants.get(v);
      double[] column = values[variant.player()];
      for (int row = 0; row < rows; row++) {
        out[v][row] = code(variant, column[row]);
      }
    }
    return out;
  }

  private int code(Variant variant, double value) {
    boolean missing = switch (variant.missing()) {
      case NAN -> Double.isNaN(value);
      case NAN_OR_ZERO -> Double.isNaN(value) || Math.abs(value) <= Tree.ZERO;
      case NAN_IS_ZERO -> false;
    };
    if (missing) {
      return variant.holds() ? BELOW_ALL : ABOVE_ALL;
    }
    int place = Arrays.binarySearch(thresholds[variant.player()], Double.isNaN(value) ? 0.0 : value + 0.0);
    return place >= 0 ? 2 * place + 1 : 2 * (-place - 1);
  }
}
