/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model;

import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;

/** An opened model. Every method may be called by several threads at once; {@link #close} waits for running calls. */
public interface Model extends AutoCloseable {
  /** What the file says about the model; constant. */
  ModelDescription description();

  /** What runs it. */
  RuntimeInfo runtime();

  /**
   * Runs the model forward.
   *
   * @return the asked values, each a tensor that outlives this model
   * @throws LoupeException BAD_INPUT if an input is missing, unknown, or of a type or shape that does not fit; USAGE
   *     if a value does not exist; NOT_APPLICABLE if the engine lacks what the model needs, or a value that was named
   *     is
   *     nothing that a tensor can hold (such values are left out where all outputs were asked for); FAILED if the
   *     engine
   *     fails
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  ForwardResult forward(ForwardRequest request, Progress progress) throws LoupeException;

  /**
   * Something that this model can do beyond running forward, as
   * {@link org.loupe.api.model.facet.Differentiable}. It may be used until the model is closed.
   *
   * @return empty if it cannot
   */
  default <T> Optional<T> facet(Class<T> type) {
    return Optional.empty();
  }

  @Override
  void close();
}
