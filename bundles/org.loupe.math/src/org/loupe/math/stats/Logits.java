/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.stats;

/** Between logits and probabilities, without overflow. An infinite logit takes all the probability. */
public final class Logits {
  private Logits() {
  }

  /** The logarithm of the sum of exponentials; minus infinity for no values. */
  public static double logSumExp(double... logits) {
    double max = max(logits);
    if (Double.isInfinite(max) || Double.isNaN(max)) {
      return max;
    }
    double sum = 0;
    for (double v : logits) {
      sum += Math.exp(v - max);
    }
    return max + Math.log(sum);
  }

  /** Probabilities that add up to 1; all NaN if a logit is NaN or all are minus infinity. */
  public static double[] softmax(double... logits) {
    double max = max(logits);
    double[] out = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < out.length; i++) {
      out[i] = max == Double.POSITIVE_INFINITY ? (logits[i] == max ? 1 : 0) : Math.exp(logits[i] - max);
      sum += out[i];
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = Double.isNaN(max) ? Double.NaN : out[i] / sum;
    }
    return out;
  }

  /** Logarithms of the probabilities of {@link #softmax}. */
  public static double[] logSoftmax(double... logits) {
    double total = logSumExp(logits);
    double[] p = Double.isInfinite(total) ? softmax(logits) : null;
    double[] out = new double[logits.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = p == null ? logits[i] - total : Math.log(p[i]);
    }
    return out;
  }

  /** 1 / (1 + exp(-logit)), accurate on both sides. */
  public static double sigmoid(double logit) {
    if (logit >= 0) {
      return 1 / (1 + Math.exp(-logit));
    }
    double e = Math.exp(logit);
    return e / (1 + e);
  }

  /** The inverse of {@link #sigmoid}: log(p / (1 - p)). */
  public static double logit(double probability) {
    return Math.log(probability) - Math.log1p(-probability);
  }

  private static double max(double... values) {
    double max = Double.NEGATIVE_INFINITY;
    for (double v : values) {
      max = Math.max(max, v);
    }
    return max;
  }
}
