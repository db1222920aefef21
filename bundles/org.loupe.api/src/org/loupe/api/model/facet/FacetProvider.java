/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model.facet;

import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelDescription;

/**
 * Adds a facet to models that another bundle's loader opened, as the trees of an ONNX file. Contributed to
 * {@code org.loupe.api.facets}. Stateless; may be called by several threads.
 *
 * @param <T> the facet
 */
public interface FacetProvider<T> {
  Class<T> type();

  /** Whether a model has the facet, as far as its description tells; quick. */
  boolean offered(ModelDescription model);

  /**
   * The facet of a model, which it may use until the model is closed.
   *
   * @return empty if it turns out that the model has none
   * @throws LoupeException BAD_INPUT if its files cannot be read; NOT_APPLICABLE with the reason
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  Optional<T> facet(Model model, Progress progress) throws LoupeException;
}
