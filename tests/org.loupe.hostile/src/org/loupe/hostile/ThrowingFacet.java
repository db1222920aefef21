/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.hostile;

import java.util.Optional;
import org.loupe.api.Progress;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.FacetProvider;

/** Throws when it is asked whether a model has it. */
public class ThrowingFacet implements FacetProvider<Runnable> {
  @Override
  public Class<Runnable> type() {
    return Runnable.class;
  }

  @Override
  public boolean offered(ModelDescription model) {
    throw new IllegalStateException("does not know");
  }

  @Override
  public Optional<Runnable> facet(Model model, Progress progress) {
    throw new AssertionError("nobody offered it");
  }
}
