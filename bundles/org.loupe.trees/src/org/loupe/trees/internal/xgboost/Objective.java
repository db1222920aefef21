/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.xgboost;

import java.util.Map;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.Link.Kind;
import org.loupe.trees.internal.content.FormatException;
import org.loupe.trees.internal.content.UnsupportedModelException;

/**
 * What was learnt for: says how raw scores become answers, and how the base score that a file tells, which is an
 * answer, becomes a raw score. As the source files of XGBoost's objectives have it.
 *
 * @param name as {@code binary:logistic}
 * @param link from raw scores to answers
 */
record Objective(String name, Link link) {
  private static final Map<String, Kind> KINDS = Map.ofEntries(Map.entry("binary:logistic", Kind.SIGMOID_EACH),
      Map.entry("reg:logistic", Kind.SIGMOID_EACH), Map.entry("binary:hinge", Kind.STEP),
      Map.entry("multi:softmax", Kind.SOFTMAX), Map.entry("multi:softprob", Kind.SOFTMAX),
      Map.entry("count:poisson", Kind.EXP), Map.entry("reg:gamma", Kind.EXP), Map.entry("reg:tweedie", Kind.EXP),
      Map.entry("survival:cox", Kind.EXP), Map.entry("survival:aft", Kind.EXP));
  private static final String ORDERED = "reg:expectileerror";

  /** @param outputs how many raw scores there are */
  static Objective of(String name, int outputs) throws UnsupportedModelException {
    if (name.equals(ORDERED) && outputs > 1) {
      throw new UnsupportedModelException("its objective " + name + " turns all raw scores into answers at once, which"
          + " is not computed here");
    }
    Kind kind = KINDS.getOrDefault(name, Kind.IDENTITY);
    return new Objective(name, Link.of(kind == Kind.SIGMOID_EACH && outputs == 1 ? Kind.SIGMOID : kind));
  }

  /** Whether nothing is known of the objective, as of a user's own. */
  boolean unknown() {
    return !KINDS.containsKey(name) && !name.equals("binary:logitraw")
        && !name.matches("(reg|rank):[a-z]+");
  }

  /**
   * The raw score of an answer, in single precision as XGBoost computes it.
   *
   * @param earlyRaw whether the file is of a version below 1.4, in which {@code binary:logitraw} took its base score
   *     for a probability
   */
  double margin(double base, boolean earlyRaw) throws FormatException {
    double margin = switch (link.kind()) {
      case SIGMOID, SIGMOID_EACH -> logit(base);
      case EXP -> Math.log(base);
      default -> earlyRaw && name.equals("binary:logitraw") ? logit(base) : base;
    };
    if (!Double.isFinite((float) margin)) {
      throw new FormatException("base_score is " + base + ", which " + name + " cannot have");
    }
    return (float) margin;
  }

  private static double logit(double p) {
    return -Math.log(1 / p - 1);
  }
}
