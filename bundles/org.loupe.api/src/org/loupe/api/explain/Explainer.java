/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.explain;

import org.loupe.api.LoupeException;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.result.Result;

/**
 * A method that says why a model answered as it did. Contributed to {@code org.loupe.api.explainers}. Stateless; may be
 * called by several threads. It never schedules: the caller owns threads, batches and cancellation.
 *
 * @param <S> its settings, a record whose components carry {@link org.loupe.api.settings.Setting}
 */
public interface Explainer<S extends Record> {
  Class<S> settingsType();

  /** Refines what the registration's {@code requires} says. */
  default Applicability applicable(ModelDescription model) {
    return Applicability.YES;
  }

  /**
   * Whether it cannot do without a background with these settings; of a method that takes one if there is one. Is asked
   * before a run, so that what is missing is said at once.
   */
  default boolean needsBackground(S settings) {
    return false;
  }

  /**
   * Explains.
   *
   * @return never null
   * @throws LoupeException NOT_APPLICABLE if it turns out that the method cannot be used, USAGE for settings that do
   * not
   *     fit this input
   * @throws java.util.concurrent.CancellationException when the run was cancelled
   */
  Result explain(ExplainRequest<S> request, ExplainContext context) throws LoupeException;
}
