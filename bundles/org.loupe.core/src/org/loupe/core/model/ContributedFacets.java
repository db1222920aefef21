/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.FacetProvider;
import org.loupe.core.catalogue.FacetEntry;
import org.loupe.core.internal.contain.Containment;

/** The facets that other bundles add to an opened model. */
final class ContributedFacets {
  private final List<FacetEntry> offered = new ArrayList<>();
  private final ModelDescription description;
  /** What was found, also that there is none; a failure is not kept. */
  private final Map<FacetEntry, Optional<?>> found = new ConcurrentHashMap<>();

  /** A provider that fails is left out, with a warning in the description: it must not keep the model from opening. */
  ContributedFacets(List<FacetEntry> providers, ModelDescription model) {
    Set<String> capabilities = new TreeSet<>(model.capabilities());
    List<String> warnings = new ArrayList<>(model.warnings());
    for (FacetEntry entry : providers) {
      try {
        if (entry.offered(model)) {
          offered.add(entry);
          if (!entry.capability().isEmpty()) {
            capabilities.add(entry.capability());
          }
        }
      } catch (LoupeException e) {
        warnings.add(e.getMessage());
      }
    }
    description = new ModelDescription(model.name(), model.format(), model.files(), model.inputs(), model.outputs(),
        model.layers(), model.parameters(), capabilities, model.properties(), warnings);
  }

  /** With what the offered facets add. */
  ModelDescription description() {
    return description;
  }

  /**
   * The facet of the first provider that has it; contained where we know what it is.
   *
   * @param model what providers may use; they cannot close it
   * @throws LoupeException as {@link FacetProvider#facet}; FAILED, naming the bundle, if a provider is defective
   */
  <T> Optional<T> facet(Class<T> type, Model model, Progress progress) throws LoupeException {
    for (FacetEntry entry : offered) {
      if (entry.type().equals(type.getName())) {
        Optional<?> facet = found.get(entry);
        if (facet == null) {
          facet = ask(entry, type, model, progress);
          found.put(entry, facet);
        }
        if (facet.isPresent()) {
          return facet.map(type::cast);
        }
      }
    }
    return Optional.empty();
  }

  private <T> Optional<T> ask(FacetEntry entry, Class<T> type, Model model, Progress progress) throws LoupeException {
    FacetProvider<?> provider = entry.create();
    String what = "asking " + entry.id() + " for the facet of " + description.name();
    if (Containment.call(entry.bundle(), what, provider::type) != type) {
      throw Containment.failure(entry.bundle(), what, "is of another type than " + type.getName()
          + ", which its plugin.xml names");
    }
    Optional<?> facet = Containment.<Optional<?>>call(entry.bundle(), what, () -> provider.facet(model, progress));
    if (facet.isEmpty()) {
      return Optional.empty();
    }
    T cast = Containment.cast(entry.bundle(), entry.id(), type, facet.get());
    return Optional.of(type.cast(ContainedFacets.of(entry.bundle(), description, type, cast)));
  }
}
