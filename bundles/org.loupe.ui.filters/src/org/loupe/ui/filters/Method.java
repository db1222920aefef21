/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.explain.Applicability;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.catalogue.Profile;
import org.loupe.core.visualize.SheetRequest;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.Inspector;

/**
 * The method that climbs, as it is offered for one model.
 *
 * @param description what it does, and where it is defined
 * @param schema its settings; empty if its code cannot be loaded
 * @param obstacle why it cannot be used on the model; empty if it can
 * @param gap why it cannot climb for the layer that is looked at; empty if it can, or as long as that is not known
 */
record Method(String description, List<Profile> profiles, Optional<SettingsSchema<?>> schema,
    Optional<String> obstacle, Optional<GradientPaths.Gap> gap) {
  static final String ID = SheetRequest.FEATURE_VISUALIZATION;

  /** Loads its code. Not for the UI thread. */
  static Method of(Inspector inspector, InspectedModel model, Progress progress) {
    try {
      ExplainerEntry entry = inspector.loupe().catalogues().explainers().find(ID);
      progress.check();
      String text = entry.reference().isEmpty() ? entry.description() : entry.description() + "\n" + entry.reference();
      return new Method(text, entry.profiles(), Optional.of(entry.schema()), obstacle(inspector, entry, model),
          Optional.empty());
    } catch (LoupeException e) {
      return new Method("", List.of(), Optional.empty(), Optional.of(e.getMessage()), Optional.empty());
    }
  }

  /** The same for a layer. */
  Method with(Optional<GradientPaths.Gap> found) {
    return new Method(description, profiles, schema, obstacle, found);
  }

  private static Optional<String> obstacle(Inspector inspector, ExplainerEntry entry, InspectedModel model) {
    try {
      if (entry.applicable(model.description()) instanceof Applicability.No no) {
        return Optional.of(no.reason());
      }
      inspector.loupe().inputs().blank(model.description(), model.card());
      return Optional.empty();
    } catch (LoupeException e) {
      return Optional.of(e.getMessage());
    }
  }
}
