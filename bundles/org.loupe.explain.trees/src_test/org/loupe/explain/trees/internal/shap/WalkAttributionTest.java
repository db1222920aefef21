/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.loupe.api.model.tree.TreeEnsemble;

/** What comes out for a row depends neither on other rows nor on how the work is divided. */
class WalkAttributionTest {
  private static final int ROWS = 300;
  private static final int COLUMNS = 6;
  private static final int OTHERS = 150;

  private final RandomTrees trees = new RandomTrees(3, COLUMNS, 1, 6);
  private final TreeEnsemble ensemble = trees.ensemble(20, true);
  private final FlatEnsemble flat = FlatEnsemble.of(ensemble, new double[] {1});
  private final double[] rows = trees.rows(ensemble, ROWS);
  private final Background background = new Background(flat, trees.rows(ensemble, OTHERS), COLUMNS, OTHERS);

  private static double[] explain(Attribution how, double[] table, int count) {
    double[] out = new double[count * how.width()];
    how.explain(table, COLUMNS, 0, count, out, () -> { });
    return out;
  }

  @Test
  void aRowAloneAndAmongOthersHasTheSameValuesToTheLastBit() {
    Output square = new Output() {
      @Override
      public double of(double score, int row) {
        return score * score;
      }

      @Override
      public double slope(double score, int row) {
        return 2 * score;
      }
    };
    for (Attribution how : List.of(TreeShap.pathDependent(flat), TreeShap.approximate(flat),
        TreeShap.interventional(flat, background), TreeShap.pathDependentInteractions(flat),
        TreeShap.interventionalInteractions(flat, background), TreeShap.interventional(flat, background, square))) {
      double[] together = explain(how, rows, ROWS);
      for (int row : new int[] {0, 127, 128, 299}) {
        double[] alone = explain(how, Arrays.copyOfRange(rows, row * COLUMNS, (row + 1) * COLUMNS), 1);
        assertArrayEquals(alone, Arrays.copyOfRange(together, row * how.width(), (row + 1) * how.width()), 0.0);
      }
    }
  }

  @Test
  void tablesThatAreMadeTreeByTreeGiveTheSameValuesToTheLastBit() {
    TableWalk.Shared shared = new TableWalk.Shared(flat, background, 1);
    assertEquals(flat.trees.size(), shared.ends().size());
    Attribution parts = new WalkAttribution(flat, flat.players(), 128, shared,
        () -> new TableWalk(flat, background, shared, 128));
    assertArrayEquals(explain(TreeShap.interventional(flat, background), rows, ROWS), explain(parts, rows, ROWS), 0.0);
  }

  @Test
  void bothFormsOfInterventionalValuesAgree() {
    Output score = new Output() {
      @Override
      public double of(double margin, int row) {
        return margin;
      }

      @Override
      public double slope(double margin, int row) {
        return 1;
      }
    };
    assertArrayEquals(explain(TreeShap.interventional(flat, background), rows, ROWS),
        explain(TreeShap.interventional(flat, background, score), rows, ROWS), 1e-11);
  }

  @Test
  void theApproximationAddsUpToo() {
    double[] found = explain(TreeShap.approximate(flat), rows, ROWS);
    for (int row = 0; row < ROWS; row++) {
      double sum = TreeShap.meanByParts(flat);
      for (int p = 0; p < flat.players(); p++) {
        sum += found[row * flat.players() + p];
      }
      assertEquals(flat.score(Arrays.copyOfRange(rows, row * COLUMNS, (row + 1) * COLUMNS)), sum, 1e-11);
    }
  }

  @Test
  void workThatIsCancelledEnds() {
    Attribution how = TreeShap.pathDependent(flat);
    double[] out = new double[ROWS * how.width()];
    assertThrows(CancellationException.class, () -> how.explain(rows, COLUMNS, 0, ROWS, out, () -> {
      throw new CancellationException();
    }));
  }
}
