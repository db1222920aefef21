/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import java.util.List;
import java.util.Locale;
import org.loupe.api.LoupeException;
import org.loupe.api.model.tree.Link;
import org.loupe.explain.trees.internal.shap.Output;

/** The numbers that are made from a raw score and can be explained in its place. */
final class TreeOutputs {
  /** Step of the derivative of a link, of the order of the cube root of the precision. */
  private static final double STEP = 1e-5;

  private TreeOutputs() {
  }

  /**
   * The model's answer.
   *
   * @throws LoupeException NOT_APPLICABLE if it does not follow from the score alone
   */
  static Output probability(Link link, TreeTarget target) throws LoupeException {
    if (!link.isElementwise() || link.kind() == Link.Kind.STEP || !target.isSingle()) {
      throw LoupeException.notApplicable("the probability of " + target.name() + " does not follow from one raw score "
          + "(the link is " + link.kind().name().toLowerCase(Locale.ROOT) + "); explain the margin");
    }
    boolean negative = sign(target) < 0;
    return new Output() {
      @Override
      public double of(double score, int row) {
        // The other class of two has what is left of the probability of the first.
        return negative ? 1 - link.apply(new double[] {-score})[0] : link.apply(new double[] {score})[0];
      }

      @Override
      public double slope(double score, int row) {
        return (of(score + STEP, row) - of(score - STEP, row)) / (2 * STEP);
      }
    };
  }

  /**
   * The logarithmic loss of an answer of 0 or 1: log(1 + exp(f s)) - y f s for a raw score s with the link's factor f.
   *
   * @param labels for each row, 0 or 1
   * @throws LoupeException NOT_APPLICABLE if the model has another link
   */
  static Output logLoss(Link link, TreeTarget target, List<Double> labels) throws LoupeException {
    if (link.kind() != Link.Kind.SIGMOID || !target.isSingle()) {
      throw LoupeException.notApplicable("log-loss needs a model whose answer is the sigmoid of one raw score; the "
          + "link is " + link.kind().name().toLowerCase(Locale.ROOT));
    }
    double factor = link.factor() * sign(target);
    return new Output() {
      @Override
      public double of(double score, int row) {
        double x = factor * score;
        return (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))) - labels.get(row) * x;
      }

      @Override
      public double slope(double score, int row) {
        return factor * (1 / (1 + Math.exp(-factor * score)) - labels.get(row));
      }
    };
  }

  private static double sign(TreeTarget target) {
    for (double weight : target.weights()) {
      if (weight != 0) {
        return weight;
      }
    }
    return 0;
  }
}
