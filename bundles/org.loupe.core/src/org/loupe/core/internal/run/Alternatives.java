/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.catalogue.ExplainerEntry;

/** What can still be done with a model that cannot be differentiated. */
record Alternatives(Catalogues catalogues, ModelDescription model) {
  /** The same refusal, and the methods that work all the same; their code is not loaded. */
  LoupeException in(LoupeException refusal) {
    List<String> others = catalogues.explainers().entries().stream()
        .filter(e -> !needsGradient(e) && model.capabilities().containsAll(e.requires())).map(ExplainerEntry::id)
        .toList();
    return others.isEmpty() ? refusal : new LoupeException(refusal.kind(), refusal.getMessage()
        + "; without gradients work: " + String.join(", ", others), refusal);
  }

  static boolean needsGradient(ExplainerEntry method) {
    String gradient = Differentiable.capability(Differentiable.PLAIN);
    return method.requires().stream().anyMatch(r -> r.equals(gradient) || r.startsWith(gradient + ":"));
  }
}
