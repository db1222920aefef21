/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.model;

import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.Costs;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.Profiler;
import org.loupe.api.model.facet.Weights;

/** Contains the facets that we know; those that are plain data, and those of vendors, come as they are. */
final class ContainedFacets {
  private ContainedFacets() {
  }

  /** @param bundle whose code the facet is */
  static Object of(String bundle, ModelDescription description, Class<?> type, Object facet) {
    if (type == Differentiable.class) {
      return new ContainedDifferentiable(bundle, (Differentiable) facet);
    }
    if (type == Weights.class) {
      return new ContainedWeights(bundle, (Weights) facet);
    }
    if (type == Costs.class) {
      return new ContainedCosts(bundle, description, (Costs) facet);
    }
    return type == Profiler.class ? new ContainedProfiler(bundle, (Profiler) facet) : facet;
  }
}
