/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.loupe.api.model.tree.Tree;
import org.loupe.api.model.tree.TreeEnsemble;

/**
 * The trees of an ensemble that a score depends on, made ready. A score is a weighted sum of raw scores: one of them,
 * or the difference of two.
 */
public final class FlatEnsemble {
  final List<FlatTree> trees;
  final Codes codes;
  /** Columns that are asked, in order; players are counted along it. */
  final int[] columns;
  final double base;
  private final TreeEnsemble ensemble;
  private final double[] weights;

  private FlatEnsemble(TreeEnsemble ensemble, double[] weights, Codes codes, int[] columns, List<FlatTree> trees) {
    this.ensemble = ensemble;
    this.weights = weights;
    this.codes = codes;
    this.columns = columns;
    this.trees = trees;
    double sum = 0;
    for (int output = 0; output < weights.length; output++) {
      sum += weights[output] == 0 ? 0 : weights[output] * ensemble.base().get(output);
    }
    base = sum;
  }

  /**
   * Makes the trees ready, with the parts of the data that the model's file tells.
   *
   * @param weights of each output in the score
   * @throws IllegalArgumentException in one line, if a tree is too deep
   */
  public static FlatEnsemble of(TreeEnsemble ensemble, double[] weights) {
    return of(ensemble, weights, null);
  }

  /**
   * Makes the trees ready, with parts of the data that are counted.
   *
   * @param counted values of the ensemble's columns for some rows
   * @throws IllegalArgumentException as {@link #of(TreeEnsemble, double[])}
   */
  public static FlatEnsemble counted(TreeEnsemble ensemble, double[] weights, double[][] counted) {
    return of(ensemble, weights, counted);
  }

  private static FlatEnsemble of(TreeEnsemble ensemble, double[] weights, double[][] counted) {
    List<Integer> numbers = new ArrayList<>();
    List<Tree> used = new ArrayList<>();
    boolean[] asked = new boolean[ensemble.columns().size()];
    for (int t = 0; t < ensemble.trees().size(); t++) {
      Tree tree = ensemble.trees().get(t);
      if (Arrays.stream(tree.outputs()).anyMatch(output -> weights[output] != 0)) {
        numbers.add(t);
        used.add(tree);
        for (int node = 0; node < tree.size(); node++) {
          if (!tree.isLeaf(node)) {
            asked[tree.column(node)] = true;
          }
        }
      }
    }
    int[] players = new int[asked.length];
    int[] columns = new int[asked.length];
    int count = 0;
    for (int column = 0; column < asked.length; column++) {
      players[column] = asked[column] ? count : -1;
      if (asked[column]) {
        columns[count++] = column;
      }
    }
    Codes codes = new Codes(used, players, count);
    List<FlatTree> trees = new ArrayList<>();
    for (int i = 0; i < used.size(); i++) {
      Tree tree = used.get(i);
      double[] shares = counted == null ? Shares.ofFile(tree).orElse(null) : Shares.ofRows(tree, counted);
      try {
        trees.add(new FlatTree(tree, players, codes, shares, weights));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("tree " + numbers.get(i) + " " + e.getMessage(), e);
      }
    }
    return new FlatEnsemble(ensemble, weights.clone(), codes, Arrays.copyOf(columns, count), trees);
  }

  /** Whether the file tells the covers of every tree that has more than a leaf. */
  public static boolean hasCovers(TreeEnsemble ensemble) {
    return ensemble.trees().stream().allMatch(t -> t.isLeaf(0) || Shares.ofFile(t).isPresent());
  }

  /** How many columns are asked. */
  public int players() {
    return columns.length;
  }

  /** The column of the ensemble that a player is. */
  public int column(int player) {
    return columns[player];
  }

  /** The score of a row, by the trees themselves. @param row a value for each column of the ensemble */
  public double score(double[] row) {
    double[] margins = ensemble.margins(row);
    double out = 0;
    for (int output = 0; output < weights.length; output++) {
      out += weights[output] == 0 ? 0 : weights[output] * margins[output];
    }
    return out;
  }

  /** Rows of the table, one after another, as a block. @param table [row][column of the ensemble], in one array */
  RowBlock block(double[] table, int width, int from, int rows) {
    double[][] values = new double[columns.length][rows];
    for (int player = 0; player < columns.length; player++) {
      for (int row = 0; row < rows; row++) {
        values[player][row] = table[(from + row) * width + columns[player]];
      }
    }
    return new RowBlock(codes, values, rows);
  }
}
