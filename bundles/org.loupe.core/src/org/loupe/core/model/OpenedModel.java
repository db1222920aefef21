/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.model;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.RuntimeInfo;
import org.loupe.core.catalogue.FacetEntry;
import org.loupe.core.internal.contain.Containment;

/** A contributed model, contained. */
final class OpenedModel {
  private static final System.Logger LOG = System.getLogger("org.loupe.core");
  private final Model model;
  private final String bundle;
  private final ContributedFacets contributed;
  private final RuntimeInfo runtime;

  /** @param facets what other bundles may add */
  OpenedModel(Model model, String bundle, List<FacetEntry> facets) throws LoupeException {
    this.model = model;
    this.bundle = bundle;
    ModelDescription own = Containment.call(bundle, "describing the model", model::description);
    this.contributed = new ContributedFacets(facets, own);
    this.runtime = Containment.call(bundle, "describing the engine", model::runtime);
  }

  String bundle() {
    return bundle;
  }

  ModelDescription description() {
    return contributed.description();
  }

  RuntimeInfo runtime() {
    return runtime;
  }

  ForwardResult forward(ForwardRequest request, Progress progress) throws LoupeException {
    ForwardResult result = Containment.call(bundle, "running the model", () -> model.forward(request, progress));
    List<String> asked = request.values().isEmpty() ? List.of() : request.values();
    for (String value : asked) {
      if (result.values().get(value) == null) {
        throw Containment.failure(bundle, "running the model", "did not return " + value);
      }
    }
    return result;
  }

  /** A facet, contained where we know what it is: the engine's own, else one that another bundle adds. */
  <T> Optional<T> facet(Class<T> type, Progress progress) throws LoupeException {
    Optional<T> own = ownFacet(type);
    return own.isPresent() ? own : contributed.facet(type, new LentModel(this), progress);
  }

  /** The engine's own. */
  <T> Optional<T> ownFacet(Class<T> type) throws LoupeException {
    Optional<T> facet = Containment.call(bundle, "asking the model for its facets", () -> model.facet(type));
    return facet.map(f -> type.cast(ContainedFacets.of(bundle, description(), type, f)));
  }

  void close() {
    try {
      Containment.run(bundle, "closing the model", model::close);
    } catch (LoupeException e) {
      // Nobody waits for this; whoever closed it has what he wanted.
      LOG.log(Level.DEBUG, e.getMessage(), e);
    }
  }
}
