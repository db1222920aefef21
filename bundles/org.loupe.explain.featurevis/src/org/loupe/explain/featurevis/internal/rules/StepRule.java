/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.rules;

import org.loupe.explain.featurevis.internal.bands.Bands;

/** How a step follows from the gradient. Holds what it must remember of earlier steps: one for each picture. */
public sealed interface StepRule {
  /** Steps uphill. @param values changed in place */
  void step(double[] values, double[] gradient);

  /** The kinds. */
  enum Kind {
    /** A step of fixed length in the direction of the gradient. */
    NORMALIZED,
    /** A step in proportion to the gradient. */
    SGD,
    /** Kingma and Ba, arXiv 1412.6980: betas 0.9 and 0.999, epsilon 1e-8. */
    ADAM,
    /** Tieleman and Hinton, 2012: decay 0.999, epsilon 1e-7. */
    RMSPROP
  }

  /** A rule that has taken no step yet. @param size how many numbers are stepped */
  static StepRule of(Kind kind, double rate, int size) {
    return switch (kind) {
      case NORMALIZED -> new Normalized(rate);
      case SGD -> new Plain(rate);
      case ADAM -> new Adam(rate, new double[size], new double[size], new int[1]);
      case RMSPROP -> new RmsProp(rate, new double[size]);
    };
  }

  /** See {@link Kind#NORMALIZED}. A gradient shorter than 1e-6 counts as being that long. */
  record Normalized(double rate) implements StepRule {
    private static final double LEAST_SQUARE = 1e-12;

    @Override
    public void step(double[] values, double[] gradient) {
      double by = rate / Math.sqrt(Math.max(square(gradient), LEAST_SQUARE));
      for (int i = 0; i < values.length; i++) {
        values[i] += by * gradient[i];
      }
    }

    /** Four sums side by side, as one waits for each addition to end. */
    private static double square(double[] gradient) {
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      int i = 0;
      for (; i + 3 < gradient.length; i += 4) {
        a += gradient[i] * gradient[i];
        b += gradient[i + 1] * gradient[i + 1];
        c += gradient[i + 2] * gradient[i + 2];
        d += gradient[i + 3] * gradient[i + 3];
      }
      for (; i < gradient.length; i++) {
        a += gradient[i] * gradient[i];
      }
      return a + b + (c + d);
    }
  }

  /** See {@link Kind#SGD}. */
  record Plain(double rate) implements StepRule {
    @Override
    public void step(double[] values, double[] gradient) {
      for (int i = 0; i < values.length; i++) {
        values[i] += rate * gradient[i];
      }
    }
  }

  /** See {@link Kind#ADAM}. @param steps how many were taken, in its only element */
  record Adam(double rate, double[] mean, double[] square, int[] steps) implements StepRule {
    private static final double MEAN_DECAY = 0.9;
    private static final double SQUARE_DECAY = 0.999;
    private static final double EPSILON = 1e-8;

    @Override
    public void step(double[] values, double[] gradient) {
      steps[0]++;
      double meanBias = 1 - Math.pow(MEAN_DECAY, steps[0]);
      double rootBias = Math.sqrt(1 - Math.pow(SQUARE_DECAY, steps[0]));
      Bands.run(values.length, 1, (from, to) -> step(values, gradient, meanBias, rootBias, from, to));
    }

    private void step(double[] values, double[] gradient, double meanBias, double rootBias, int from, int to) {
      for (int i = from; i < to; i++) {
        double g = gradient[i];
        double m = MEAN_DECAY * mean[i] + (1 - MEAN_DECAY) * g;
        double s = SQUARE_DECAY * square[i] + (1 - SQUARE_DECAY) * g * g;
        mean[i] = m;
        square[i] = s;
        values[i] += rate * (m / meanBias) / (Math.sqrt(s) / rootBias + EPSILON);
      }
    }
  }

  /** See {@link Kind#RMSPROP}. */
  record RmsProp(double rate, double[] square) implements StepRule {
    private static final double DECAY = 0.999;
    private static final double EPSILON = 1e-7;

    @Override
    public void step(double[] values, double[] gradient) {
      Bands.run(values.length, 1, (from, to) -> step(values, gradient, from, to));
    }

    private void step(double[] values, double[] gradient, int from, int to) {
      for (int i = from; i < to; i++) {
        double g = gradient[i];
        double s = DECAY * square[i] + (1 - DECAY) * g * g;
        square[i] = s;
        values[i] += rate * g / (Math.sqrt(s) + EPSILON);
      }
    }
  }
}
