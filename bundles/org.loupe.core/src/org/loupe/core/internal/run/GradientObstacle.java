/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientCoverage;
import org.loupe.core.model.ModelLease;

/** Why a model has no gradient: all operators without a rule at once, or inputs of whole numbers. */
final class GradientObstacle {
  private static final int LAYERS_NAMED = 3;

  private GradientObstacle() {
  }

  /** @return a clause that follows "NAME needs a gradient, but"; empty if the model does not say */
  static Optional<String> of(ModelLease lease, Progress progress) throws LoupeException {
    Optional<Differentiable> facet = lease.facet(Differentiable.class);
    if (facet.isEmpty()) {
      return Optional.empty();
    }
    List<String> whole = wholeNumbered(lease.description());
    if (!whole.isEmpty() && whole.size() == lease.description().inputs().size()) {
      return Optional.of("nothing can be differentiated by whole numbers: input " + String.join(", ", whole));
    }
    List<String> without = operators(facet.get().coverage(Differentiable.PLAIN, progress), lease.description());
    return without.isEmpty() ? Optional.empty() : Optional.of("there is no rule for " + String.join(", ", without));
  }

  private static List<String> wholeNumbered(ModelDescription model) {
    return model.inputs().stream().filter(i -> i.type().filter(t -> !t.isFloating()).isPresent())
        .map(i -> i.name() + " is " + i.typeText()).toList();
  }

  private static List<String> operators(GradientCoverage coverage, ModelDescription model) {
    Map<String, List<String>> layers = new LinkedHashMap<>();
    coverage.layers().stream().filter(l -> l.status() == GradientCoverage.Status.NONE).forEach(l -> layers
        .computeIfAbsent(model.layer(l.id()).map(i -> i.operator()).orElse("?"), k -> new ArrayList<>()).add(l.id()));
    List<String> out = new ArrayList<>();
    layers.forEach((operator, ids) -> out.add(operator + " (" + String.join(", ", ids.subList(0,
        Math.min(LAYERS_NAMED, ids.size()))) + (ids.size() > LAYERS_NAMED ? " and " + (ids.size() - LAYERS_NAMED)
        + " more" : "") + ")"));
    return out;
  }
}
