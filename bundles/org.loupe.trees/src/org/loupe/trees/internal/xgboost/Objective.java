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

/**
 * What was learnt for: says how raw scores become answers, and how the base score that a file tells, which is an
 * answer, becomes a raw score. As the version of XGBoost that wrote the file has it.
 *
 * @param name as {@code binary:logistic}
 * @param link from raw scores to answers
 * @param base from the base score to a raw score, the inverse of the link but where XGBoost has it otherwise
 */
record Objective(String name, Link link, Kind base) {
  private static final Map<String, Kind> KINDS = Map.ofEntries(Map.entry("binary:logistic", Kind.SIGMOID_EACH),
      Map.entry("reg:logistic", Kind.SIGMOID_EACH), Map.entry("binary:hinge", Kind.STEP),
      Map.entry("multi:softmax", Kind.SOFTMAX), Map.entry("multi:softprob", Kind.SOFTMAX),
      Map.entry("count:poisson", Kind.EXP), Map.entry("reg:gamma", Kind.EXP), Map.entry("reg:tweedie", Kind.EXP),
      Map.entry("survival:cox", Kind.EXP), Map.entry("survival:aft", Kind.EXP));

  /** @param outputs how many raw scores there are */
  static Objective of(String name, int outputs, Version version) {
    Kind kind = KINDS.getOrDefault(name, Kind.IDENTITY);
    if (outputs > 1 && name.equals("reg:expectileerror")) {
      kind = Kind.RISING;
    } else if (outputs > 1 && name.equals("reg:quantileerror") && !version.isBefore(3, 4)) {
      kind = Kind.SORTED;
    }
    boolean earlyRaw = name.equals("binary:logitraw") && version.isBefore(1, 3, 1);
    return new Objective(name, Link.of(kind == Kind.SIGMOID_EACH && outputs == 1 ? Kind.SIGMOID : kind),
        earlyRaw ? Kind.SIGMOID : kind);
  }

  /** Whether nothing is known of the objective, as of a user's own. */
  boolean unknown() {
    return !KINDS.containsKey(name) && !name.equals("binary:logitraw")
        && !name.matches("(reg|rank):[a-z]+");
  }

  /** The raw scores of answers, in single precision as XGBoost computes them. @param answers one for each output */
  double[] margins(double[] answers) throws FormatException {
    double[] out = new double[answers.length];
    for (int k = 0; k < out.length; k++) {
      double margin = switch (base) {
        case SIGMOID, SIGMOID_EACH -> -Math.log(1 / answers[k] - 1);
        case EXP -> Math.log(answers[k]);
        case RISING -> k == 0 ? answers[k] : step(answers[k] - answers[k - 1] - Link.LEAST_STEP);
        default -> answers[k];
      };
      if (!Double.isFinite((float) margin)) {
        throw new FormatException("base_score is " + answers[k] + ", which " + name + " cannot have");
      }
      out[k] = (float) margin;
    }
    return out;
  }

  /** The inverse of log(1 + exp(x)) where it is no less than the least step. */
  private static double step(double rise) {
    double y = Math.max(rise, Link.LEAST_STEP);
    return y + Math.log(-Math.expm1(-y));
  }
}
