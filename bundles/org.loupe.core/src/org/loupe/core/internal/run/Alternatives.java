/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.List;
import java.util.function.Predicate;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.catalogue.ExplainerEntry;

/** Methods that explain an answer where another cannot; their code is not loaded. */
record Alternatives(Catalogues catalogues, ModelDescription model) {
  private static final String GRADIENT = Differentiable.capability(Differentiable.PLAIN);

  /** The refusal of a gradient, and the methods that explain all the same. */
  LoupeException in(LoupeException refusal) {
    return with(refusal, "; without gradients work: ", e -> !needsGradient(e));
  }

  /** The refusal of one method, and others to try. */
  LoupeException to(ExplainerEntry method, LoupeException refusal) {
    return model.capabilities().contains(GRADIENT)
        ? with(refusal, "; try instead: ", e -> !e.id().equals(method.id())) : in(refusal);
  }

  private LoupeException with(LoupeException refusal, String words, Predicate<ExplainerEntry> wanted) {
    List<String> others = catalogues.explainers().entries().stream()
        .filter(e -> e.explains() && wanted.test(e) && model.capabilities().containsAll(e.requires()))
        .map(ExplainerEntry::id).toList();
    return others.isEmpty() ? refusal
        : new LoupeException(refusal.kind(), refusal.getMessage() + words + String.join(", ", others), refusal);
  }

  static boolean needsGradient(ExplainerEntry method) {
    return method.requires().stream().anyMatch(r -> r.equals(GRADIENT) || r.startsWith(GRADIENT + ":"));
  }
}
