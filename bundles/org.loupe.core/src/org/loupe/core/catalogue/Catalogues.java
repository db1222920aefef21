/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.loupe.api.model.facet.BackwardRules;

/** The catalogues of everything installed. */
public final class Catalogues {
  private final ContributionSource source;
  private final Catalogue<LoaderEntry> loaders;
  private final Catalogue<BackwardRuleEntry> backwardRules;
  private final Catalogue<FacetEntry> facets;
  private final Catalogue<ModalityEntry> modalities;
  private final Catalogue<ExplainerEntry> explainers;
  private final Catalogue<VisualizerEntry> visualizers;
  private final Catalogue<CommandEntry> commands;

  public Catalogues(ContributionSource source) {
    this.source = source;
    loaders = read("modelLoaders", "loader", LoaderEntry::new);
    backwardRules = read("backwardRules", "rule", BackwardRuleEntry::new);
    facets = read("facets", "facet", FacetEntry::new);
    modalities = read("modalities", "modality", ModalityEntry::new);
    explainers = read("explainers", "method", ExplainerEntry::new);
    visualizers = read("visualizers", "visualizer", VisualizerEntry::new);
    commands = read("commands", "command", CommandEntry::new);
  }

  public Catalogue<LoaderEntry> loaders() {
    return loaders;
  }

  public Catalogue<BackwardRuleEntry> backwardRules() {
    return backwardRules;
  }

  public Catalogue<FacetEntry> facets() {
    return facets;
  }

  /** The contributed rules as loaders take them. */
  public BackwardRules rules() {
    List<BackwardRules.Entry> entries = List.copyOf(backwardRules.entries());
    return () -> entries;
  }

  public Catalogue<ModalityEntry> modalities() {
    return modalities;
  }

  public Catalogue<ExplainerEntry> explainers() {
    return explainers;
  }

  public Catalogue<VisualizerEntry> visualizers() {
    return visualizers;
  }

  public Catalogue<CommandEntry> commands() {
    return commands;
  }

  /** The problems of all catalogues, and of what could not be read at all. */
  public List<Problem> problems() {
    List<Problem> all = new ArrayList<>(source.problems());
    for (Catalogue<?> c : List.of(loaders, backwardRules, facets, modalities, explainers, visualizers,
        commands)) {
      all.addAll(c.problems());
    }
    return List.copyOf(all);
  }

  private <E extends Entry> Catalogue<E> read(String point, String what, Function<Contribution, E> wrap) {
    List<Contribution> all = new ArrayList<>(source.contributions(point));
    all.sort(Comparator.comparing((Contribution c) -> !own(c)).thenComparing(Contribution::bundle));
    Map<String, E> byId = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Contribution c : all) {
      E first = byId.get(c.id());
      if (c.id().isEmpty()) {
        problems.add(new Problem(c.bundle(), "a " + what + " of bundle " + c.bundle() + " has no id and is left out"));
      } else if (c.attribute("class").isBlank()) {
        problems.add(new Problem(c.bundle(),
            what + " " + c.id() + " of bundle " + c.bundle() + " names no class and is left out"));
      } else if (first != null) {
        problems.add(new Problem(c.bundle(), what + " " + c.id() + " of bundle " + c.bundle()
            + " is left out: bundle " + first.bundle() + " has one of this id"));
      } else {
        byId.put(c.id(), wrap.apply(c));
      }
    }
    return new Catalogue<>(what, List.copyOf(byId.values()), problems);
  }

  /** A vendor cannot displace what Loupe brings along. */
  private static boolean own(Contribution c) {
    return c.bundle().startsWith("org.loupe.");
  }
}
