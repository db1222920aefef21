/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.lightgbm;

import java.util.List;
import java.util.Optional;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.Link.Kind;
import org.loupe.trees.internal.content.FormatException;
import org.loupe.trees.internal.content.Texts;

/**
 * The objective of a model, as {@code binary sigmoid:1}.
 *
 * @param text as the file has it; empty for a user's own
 * @param link from raw scores to answers
 * @param known whether what the link should be is known
 */
record Goal(String text, Link link, boolean known) {
  private static final List<String> PLAIN = List.of("regression", "regression_l1", "huber", "fair", "quantile", "mape",
      "lambdarank", "rank_xendcg", "custom", "none", "");

  /** @param outputs how many raw scores there are */
  static Goal of(String text, int outputs) throws FormatException {
    List<String> words = List.of(text.strip().split("\\s+"));
    String name = words.get(0);
    Optional<String> factor = words.stream().filter(w -> w.startsWith("sigmoid:")).findFirst();
    double sigmoid = factor.isPresent()
        ? Texts.number("sigmoid of the objective", factor.get().substring("sigmoid:".length())) : 1;
    if (!(sigmoid > 0 && sigmoid < Double.POSITIVE_INFINITY)) {
      throw new FormatException("sigmoid of the objective is " + sigmoid);
    }
    Kind each = outputs == 1 ? Kind.SIGMOID : Kind.SIGMOID_EACH;
    Link link = switch (name) {
      case "binary", "multiclassova" -> new Link(each, sigmoid);
      case "cross_entropy" -> new Link(each, 1);
      case "cross_entropy_lambda" -> Link.of(Kind.SOFTPLUS);
      case "multiclass" -> Link.of(Kind.SOFTMAX);
      case "poisson", "gamma", "tweedie" -> Link.of(Kind.EXP);
      default -> words.contains("sqrt") ? Link.of(Kind.SIGNED_SQUARE) : Link.IDENTITY;
    };
    return new Goal(text, link, link.kind() != Kind.IDENTITY || PLAIN.contains(name));
  }

  /** Whether raw scores stand for classes. */
  boolean classes() {
    return text.startsWith("multiclass");
  }
}
