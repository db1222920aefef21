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

/** Offers a facet, closes the model and returns null. */
public class NullFacet implements FacetProvider<CharSequence> {
  @Override
  public Class<CharSequence> type() {
    return CharSequence.class;
  }

  @Override
  public boolean offered(ModelDescription model) {
    return true;
  }

  @Override
  public Optional<CharSequence> facet(Model model, Progress progress) {
    model.close();
    return null;
  }
}
