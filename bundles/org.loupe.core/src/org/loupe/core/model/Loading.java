/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelLoader;
import org.loupe.api.model.ModelSource;
import org.loupe.api.model.facet.BackwardRules;
import org.loupe.core.catalogue.Catalogue;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.catalogue.FacetEntry;
import org.loupe.core.catalogue.LoaderEntry;
import org.loupe.core.internal.contain.Containment;

/** Finds the loader of a file. */
final class Loading {
  private final Catalogue<LoaderEntry> loaders;
  private final BackwardRules rules;
  private final List<FacetEntry> facets;

  Loading(Catalogues catalogues) {
    this.loaders = catalogues.loaders();
    this.rules = catalogues.rules();
    this.facets = catalogues.facets().entries();
  }

  /** The model from the first loader that opens the file; what the first candidate said if none does. */
  OpenedModel load(Path file, LoadOptions options, Progress progress) throws LoupeException {
    List<LoaderEntry> byEnding = byPriority().stream().filter(e -> takes(e, file)).toList();
    List<LoaderEntry> candidates = byEnding.isEmpty() ? byPriority() : byEnding;
    LoupeException first = null;
    for (LoaderEntry candidate : candidates) {
      progress.check();
      try {
        return open(candidate, file, options, progress);
      } catch (LoupeException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null && (!byEnding.isEmpty() || candidates.size() == 1)) {
      throw first;
    }
    throw LoupeException.badInput(candidates.isEmpty() ? "no model loader is installed"
        : file + " is no model that can be opened here; loaders take files ending in " + endings(), first);
  }

  /** Whether a loader takes a file: by its ending, or by its content where others use the ending too. */
  boolean takes(Path file) {
    return byPriority().stream().anyMatch(e -> takes(e, file));
  }

  /** Lets the first loader by priority that takes the file look at it; says nothing where none does. */
  void check(Path file, Progress progress) throws LoupeException {
    for (LoaderEntry entry : byPriority()) {
      if (takes(entry, file)) {
        ModelLoader loader = entry.create();
        Containment.run(entry.bundle(), "checking " + file.getFileName(),
            () -> loader.check(new ModelSource(file), progress));
        return;
      }
    }
  }

  private OpenedModel open(LoaderEntry entry, Path file, LoadOptions options, Progress progress)
      throws LoupeException {
    ModelLoader loader = entry.create();
    Model model = Containment.call(entry.bundle(), "opening " + file.getFileName(),
        () -> loader.load(new ModelSource(file), options, rules, progress));
    try {
      return new OpenedModel(model, entry.bundle(), facets);
    } catch (LoupeException e) {
      Containment.run(entry.bundle(), "closing " + file.getFileName(), model::close);
      throw e;
    }
  }

  private List<LoaderEntry> byPriority() {
    List<LoaderEntry> all = new ArrayList<>(loaders.entries());
    all.sort(Comparator.comparing(LoaderEntry::priority).reversed());
    return all;
  }

  private static boolean takes(LoaderEntry entry, Path file) {
    return endsIn(file, entry.extensions()) || endsIn(file, entry.sharedExtensions()) && recognises(entry, file);
  }

  private static boolean endsIn(Path file, List<String> endings) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(e -> name.endsWith("." + e));
  }

  /** False also where the loader fails: it is asked about files that need not be models. */
  private static boolean recognises(LoaderEntry entry, Path file) {
    try {
      ModelLoader loader = entry.create();
      return Containment.call(entry.bundle(), "looking at " + file.getFileName(),
          () -> loader.recognises(new ModelSource(file)));
    } catch (LoupeException e) {
      return false;
    }
  }

  private String endings() {
    return String.join(", ", byPriority().stream()
        .flatMap(e -> Stream.concat(e.extensions().stream(), e.sharedExtensions().stream())).map(e -> "." + e)
        .distinct().toList());
  }
}
