/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model.tree;

import java.util.Arrays;

/**
 * What turns raw scores (margins) into a model's answer.
 *
 * @param kind the function
 * @param factor what raw scores are multiplied with first; used by {@link Kind#SIGMOID} and {@link Kind#SIGMOID_EACH}
 */
public record Link(Kind kind, double factor) {
  public static final Link IDENTITY = new Link(Kind.IDENTITY, 1);

  /** The functions. */
  public enum Kind {
    /** The raw score itself. */
    IDENTITY,
    /** 1 / (1 + exp(-f x)), of one raw score. */
    SIGMOID,
    /** The same of each of several. */
    SIGMOID_EACH,
    /** exp(x_k) over the sum of all. */
    SOFTMAX,
    /** exp(x). */
    EXP,
    /** log(1 + exp(x)). */
    SOFTPLUS,
    /** x |x|. */
    SIGNED_SQUARE,
    /** 1 if x > 0, else 0. */
    STEP,
    /** The raw scores in rising order, as quantiles that must not cross. */
    SORTED,
    /** The first raw score; each one after it is the answer before plus {@link #LEAST_STEP} plus log(1 + exp(x)). */
    RISING
  }

  /** How far two answers of {@link Kind#RISING} are apart at least; the number that XGBoost uses. */
  public static final double LEAST_STEP = 1e-6f;

  public static Link of(Kind kind) {
    return new Link(kind, 1);
  }

  /** Whether answers are probabilities. */
  public boolean isProbability() {
    return kind == Kind.SIGMOID || kind == Kind.SIGMOID_EACH || kind == Kind.SOFTMAX;
  }

  /** Whether each answer follows from its own raw score alone. */
  public boolean isElementwise() {
    return kind != Kind.SOFTMAX && kind != Kind.SORTED && kind != Kind.RISING;
  }

  /** The answer. @param margins a raw score for each output; not changed */
  public double[] apply(double[] margins) {
    double[] out = new double[margins.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (double m : margins) {
      highest = Math.max(highest, m);
    }
    double sum = 0;
    for (int i = 0; i < out.length; i++) {
      double x = margins[i];
      out[i] = switch (kind) {
        case IDENTITY -> x;
        case SIGMOID, SIGMOID_EACH -> 1 / (1 + Math.exp(-factor * x));
        case SOFTMAX -> Math.exp(x - highest);
        case EXP -> Math.exp(x);
        case SOFTPLUS -> softplus(x);
        case SIGNED_SQUARE -> x * Math.abs(x);
        case STEP -> x > 0 ? 1 : 0;
        case SORTED -> x;
        case RISING -> i == 0 ? x : out[i - 1] + LEAST_STEP + softplus(x);
      };
      sum += out[i];
    }
    if (kind == Kind.SOFTMAX) {
      for (int i = 0; i < out.length; i++) {
        out[i] /= sum;
      }
    }
    if (kind == Kind.SORTED) {
      Arrays.sort(out);
    }
    return out;
  }

  private static double softplus(double x) {
    return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
  }
}
