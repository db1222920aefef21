/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.explain.Applicability;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.catalogue.Profile;
import org.loupe.core.catalogue.TargetNeed;
import org.loupe.ui.api.context.Inspector;

/**
 * A method as it is offered for one model.
 *
 * @param id its id
 * @param name for a reader
 * @param description what it does, and where it is defined
 * @param profiles its profiles
 * @param schema its settings; empty if its code cannot be loaded
 * @param needsInput whether it works on an input of the user's
 * @param target what it needs of a target
 * @param obstacle why it cannot be used on the model; empty if it can
 */
record MethodChoice(String id, String name, String description, List<Profile> profiles,
    Optional<SettingsSchema<?>> schema, boolean needsInput, TargetNeed target, Optional<String> obstacle) {

  /**
   * All methods that are installed: first those that can be used, of these those that explain an answer, and of these
   * those made for such models, which ask most of them. Loads their code: not for the UI thread.
   */
  static List<MethodChoice> all(Inspector inspector, ModelDescription model, Progress progress) {
    List<MethodChoice> out = new ArrayList<>();
    List<ExplainerEntry> entries = new ArrayList<>(inspector.loupe().catalogues().explainers().entries());
    entries.sort(Comparator.comparing((ExplainerEntry e) -> !e.explains())
        .thenComparing(e -> -e.requires().size()));
    for (ExplainerEntry entry : entries) {
      progress.check();
      out.add(of(entry, model));
    }
    out.sort(Comparator.comparing(choice -> choice.obstacle().isPresent()));
    return out;
  }

  /** The wanted method if it can be used, else the first that can; the wanted one if none can. */
  static String applicable(List<MethodChoice> offered, String wanted) {
    List<String> usable = offered.stream().filter(m -> m.obstacle().isEmpty()).map(MethodChoice::id).toList();
    return usable.isEmpty() || usable.contains(wanted) ? wanted : usable.get(0);
  }

  private static MethodChoice of(ExplainerEntry entry, ModelDescription model) {
    String description = entry.reference().isEmpty() ? entry.description()
        : entry.description() + "\n" + entry.reference();
    try {
      Optional<String> obstacle = entry.applicable(model) instanceof Applicability.No no ? Optional.of(no.reason())
          : Optional.empty();
      return new MethodChoice(entry.id(), entry.name(), description, entry.profiles(), Optional.of(entry.schema()),
          entry.needsInput(), entry.target(), obstacle);
    } catch (LoupeException e) {
      return new MethodChoice(entry.id(), entry.name(), description, entry.profiles(), Optional.empty(),
          entry.needsInput(), entry.target(), Optional.of(e.getMessage()));
    }
  }
}
