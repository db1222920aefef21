/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.model.tree.Link;
import org.loupe.graph.ModelFormatException;

/** What a node of an ensemble does with the scores; in the order of the numbers that version 5 gives them. */
enum PostTransform {
  NONE(Link.Kind.IDENTITY), LOGISTIC(Link.Kind.SIGMOID_EACH), SOFTMAX(Link.Kind.SOFTMAX), SOFTMAX_ZERO(null),
  PROBIT(null);

  private final Link.Kind kind;

  PostTransform(Link.Kind kind) {
    this.kind = kind;
  }

  static PostTransform named(String name) throws ModelFormatException {
    for (PostTransform t : values()) {
      if (t.name().equals(name)) {
        return t;
      }
    }
    throw new ModelFormatException("post_transform " + name + " is none of tree ensembles");
  }

  static PostTransform numbered(long number) throws ModelFormatException {
    if (number < 0 || number >= values().length) {
      throw new ModelFormatException("post_transform " + number + " is none of tree ensembles: they are 0 to "
          + (values().length - 1));
    }
    return values()[(int) number];
  }

  /** @throws LoupeException NOT_APPLICABLE if there is no such link */
  Link link() throws LoupeException {
    return Link.of(Optional.ofNullable(kind).orElseThrow(() -> LoupeException.notApplicable("the ensemble gives its "
        + "scores through " + name() + ", which Loupe has no link for: its trees cannot be explained")));
  }
}
