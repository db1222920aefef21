/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Interventional values of a number that is made from the score, as a probability or a loss: for each background row
 * the values of the score, multiplied with the ratio of the two differences, of the number and of the score, between
 * the explained row and the background row, and then the mean. They add up, and are what the reference library
 * defines, but are not Shapley values of the number itself. Where both scores are equal the ratio is the derivative.
 * Source: shap 0.51, TreeExplainer with model_output of "probability" or "log_loss"; the rescale rule of S. Lundberg,
 * S.-I. Lee, "A Unified Approach to Interpreting Model Predictions", 2017, section 4.2.
 */
final class OutputAttribution implements Attribution {
  private final FlatEnsemble ensemble;
  private final Background background;
  private final SetWalks shared;
  private final Output output;

  OutputAttribution(FlatEnsemble ensemble, Background background, Output output) {
    this.ensemble = ensemble;
    this.background = background;
    this.output = output;
    shared = new SetWalks(background);
  }

  @Override
  public int width() {
    return ensemble.players();
  }

  @Override
  public void explain(double[] table, int columns, int first, int rows, double[] out, Runnable pulse) {
    int block = Math.max(1, Math.min(16, rows / Math.max(1, 4 * Runtime.getRuntime().availableProcessors())));
    IntStream.range(0, (rows + block - 1) / block).parallel().forEach(b -> {
      int from = b * block;
      RowBlock of = ensemble.block(table, columns, from, Math.min(block, rows - from));
      SetWalk sets = new SetWalk(ensemble, background);
      SetAttribution attribution = new SetAttribution(ensemble);
      double[][] each = new double[width()][background.rows];
      double[] row = new double[columns];
      for (int r = 0; r < of.rows; r++) {
        pulse.run();
        for (double[] values : each) {
          Arrays.fill(values, 0);
        }
        for (FlatTree tree : ensemble.trees) {
          sets.walk(tree, shared.of(tree), of, r, 0, (value, other, present, a, away, c) ->
              attribution.values(value, present, a, away, c, each, other));
        }
        System.arraycopy(table, (from + r) * columns, row, 0, columns);
        double[] ratios = ratios(ensemble.score(row), first + from + r);
        for (int player = 0; player < width(); player++) {
          double sum = 0;
          for (int other = 0; other < ratios.length; other++) {
            sum += ratios[other] * each[player][other];
          }
          out[(from + r) * width() + player] = sum / background.rows;
        }
      }
    });
  }

  private double[] ratios(double score, int row) {
    double[] out = new double[background.rows];
    for (int other = 0; other < out.length; other++) {
      double difference = score - background.scores[other];
      out[other] = Math.abs(difference) <= 1e-9 * Math.max(1, Math.abs(score)) ? output.slope(score, row)
          : (output.of(score, row) - output.of(background.scores[other], row)) / difference;
    }
    return out;
  }
}
