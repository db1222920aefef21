/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.api.model.tree.TreeEnsemble;

/** Values and interaction values of random ensembles equal their definitions by all coalitions. */
class BruteForceTest {
  private static final double CLOSE = 1e-10;
  private static final Runnable NOTHING = () -> { };
  private static final int ROWS = 5;
  private static final int BACKGROUND = 7;

  /** Columns, outputs, depth, trees. */
  private static final int[][] SHAPES = {{1, 1, 3, 2}, {3, 1, 6, 3}, {5, 3, 4, 4}, {6, 2, 5, 6}, {4, 4, 7, 3}};

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void pathDependentValuesEqualTheirDefinition(int shape) {
    for (int seed = 0; seed < 60; seed++) {
      Case of = new Case(shape, seed, true);
      FlatEnsemble flat = FlatEnsemble.of(of.ensemble, of.weights);
      check(of, flat, TreeShap.pathDependent(flat), TreeShap.pathDependentInteractions(flat),
          row -> BruteForce.pathDependent(of.ensemble, row, of.output), "seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void interventionalValuesEqualTheirDefinition(int shape) {
    for (int seed = 0; seed < 60; seed++) {
      Case of = new Case(shape, seed, false);
      FlatEnsemble flat = FlatEnsemble.of(of.ensemble, of.weights);
      Background background = new Background(flat, of.others, of.columns, BACKGROUND);
      check(of, flat, TreeShap.interventional(flat, background),
          TreeShap.interventionalInteractions(flat, background), row -> BruteForce.interventional(of.ensemble, row,
              of.split(of.others), mixed -> of.ensemble.margins(mixed)[of.output]), "seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void waysOfMoreColumnsThanTablesHoldAreExactToo(int seed) {
    TreeEnsemble chain = Chains.of(12, 12, seed);
    RandomTrees trees = new RandomTrees(seed, 12, 1, 1);
    double[] rows = trees.rows(chain, 3);
    double[] others = trees.rows(chain, BACKGROUND);
    double[] weights = {1};
    FlatEnsemble flat = FlatEnsemble.of(chain, weights);
    assertEquals(12, flat.trees.get(0).players());
    Background background = new Background(flat, others, 12, BACKGROUND);
    double[][] split = new double[BACKGROUND][];
    for (int b = 0; b < BACKGROUND; b++) {
      split[b] = Arrays.copyOfRange(others, 12 * b, 12 * (b + 1));
    }
    double[] path = explained(TreeShap.pathDependent(flat), rows, 12, 3);
    double[] table = explained(TreeShap.interventional(flat, background), rows, 12, 3);
    for (int r = 0; r < 3; r++) {
      double[] row = Arrays.copyOfRange(rows, 12 * r, 12 * (r + 1));
      same(BruteForce.values(12, BruteForce.pathDependent(chain, row, 0)), path, r, flat, "path " + seed);
      same(BruteForce.values(12, BruteForce.interventional(chain, row, split, m -> chain.margins(m)[0])), table, r,
          flat, "background " + seed);
    }
  }

  private static void same(double[] wanted, double[] found, int row, FlatEnsemble flat, String what) {
    for (int p = 0; p < flat.players(); p++) {
      assertEquals(wanted[flat.column(p)], found[row * flat.players() + p], CLOSE, what + ", row " + row + ", " + p);
    }
  }

  private static double[] explained(Attribution how, double[] rows, int columns, int count) {
    double[] out = new double[count * how.width()];
    how.explain(rows, columns, 0, count, out, NOTHING);
    return out;
  }

  private interface Games {
    BruteForce.Game of(double[] row);
  }

  private static void check(Case of, FlatEnsemble flat, Attribution values, Attribution interactions, Games games,
      String what) {
    int players = flat.players();
    double[] phi = explained(values, of.rows, of.columns, ROWS);
    double[] pairs = explained(interactions, of.rows, of.columns, ROWS);
    for (int r = 0; r < ROWS; r++) {
      BruteForce.Game game = games.of(of.split(of.rows)[r]);
      double[] wanted = BruteForce.values(of.columns, game);
      same(wanted, phi, r, flat, what);
      double total = 0;
      for (int i = 0; i < players; i++) {
        double sum = 0;
        for (int j = 0; j < players; j++) {
          double pair = pairs[(r * players + i) * players + j];
          sum += pair;
          if (i != j) {
            assertEquals(BruteForce.interaction(of.columns, game, flat.column(i), flat.column(j)), pair, CLOSE,
                what + ", row " + r + ", pair " + i + " " + j);
          }
        }
        assertEquals(phi[r * players + i], sum, CLOSE, what);
        total += sum;
      }
      assertEquals(flat.score(of.split(of.rows)[r]), game.applyAsDouble(0) + total, CLOSE, what);
    }
  }

  /** An ensemble with rows. */
  private static final class Case {
    final int columns;
    final int output;
    final TreeEnsemble ensemble;
    final double[] weights;
    final double[] rows;
    final double[] others;

    Case(int shape, int seed, boolean covers) {
      int[] s = SHAPES[shape];
      columns = s[0];
      RandomTrees trees = new RandomTrees(1000L * shape + seed, s[0], s[1], s[2]);
      ensemble = trees.ensemble(s[3], covers);
      output = seed % s[1];
      weights = new double[s[1]];
      weights[output] = 1;
      rows = trees.rows(ensemble, ROWS);
      others = trees.rows(ensemble, BACKGROUND);
    }

    double[][] split(double[] table) {
      double[][] out = new double[table.length / columns][];
      for (int r = 0; r < out.length; r++) {
        out[r] = Arrays.copyOfRange(table, r * columns, (r + 1) * columns);
      }
      return out;
    }
  }
}
