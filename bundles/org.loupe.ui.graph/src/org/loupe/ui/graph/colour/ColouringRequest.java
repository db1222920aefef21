/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.colour;

import java.util.concurrent.CancellationException;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.subject.Subject;
import org.loupe.core.model.ModelLease;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;

/**
 * What a colouring is computed from.
 *
 * @param lease the model; open for as long as the call takes
 * @param model the model with its card
 * @param inspector opens inputs
 * @param inspection what the window looks at; may be another model
 */
public record ColouringRequest(ModelLease lease, InspectedModel model, Inspector inspector, Inspection inspection) {
  /** Whether the user has chosen an input for this model. */
  public boolean hasInput() {
    return inspection.input().isPresent()
        && inspection.model().filter(m -> m.file().equals(model.file())).isPresent();
  }

  /**
   * The chosen input, or a blank one.
   *
   * @throws LoupeException if the file does not fit, or nothing was chosen and nothing can be made up
   * @throws CancellationException when {@code progress} was cancelled
   */
  public Subject.Single input(Progress progress) throws LoupeException {
    return hasInput() ? inspector.subject(inspection, progress)
        : inspector.loupe().inputs().blank(model.description(), model.card());
  }
}
