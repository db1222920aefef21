/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.model;

import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.RuntimeInfo;
import org.loupe.core.internal.contain.ContainedError;

/** An opened model as contributed code gets it: what its engine does wrong is the engine's, and it stays open. */
record LentModel(OpenedModel model) implements Model {
  @Override
  public ModelDescription description() {
    return model.description();
  }

  @Override
  public RuntimeInfo runtime() {
    return model.runtime();
  }

  @Override
  public ForwardResult forward(ForwardRequest request, Progress progress) throws LoupeException {
    return model.forward(request, progress);
  }

  /** Those of the engine; one contributed facet does not ask for another. */
  @Override
  public <T> Optional<T> facet(Class<T> type) {
    try {
      return model.ownFacet(type);
    } catch (LoupeException e) {
      throw new ContainedError(e);
    }
  }

  @Override
  public void close() {
    // whoever opened the model closes it
  }
}
