/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.RuntimeInfo;

/** The right to use a shared model, until closed. Every method may be called by several threads. */
public final class ModelLease implements AutoCloseable {
  private final SharedModel shared;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Takes over one hold of the model. */
  ModelLease(SharedModel shared) {
    this.shared = shared;
  }

  /** The model file, absolute. */
  public Path file() {
    return shared.file();
  }

  public ModelDescription description() {
    return shared.model().description();
  }

  public RuntimeInfo runtime() {
    return shared.model().runtime();
  }

  /** Symbolic name of the bundle that loaded the model. */
  public String bundle() {
    return shared.model().bundle();
  }

  /**
   * SHA-256 over the model's files, hexadecimal: of one file, its hash; of several, the hash of their hashes.
   *
   * @throws LoupeException BAD_INPUT if a file is gone
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public String hash(Progress progress) throws LoupeException {
    return shared.hash(progress);
  }

  /**
   * Runs the model forward, contained: a defective engine is a LoupeException that names its bundle.
   *
   * @throws LoupeException as {@link org.loupe.api.model.Model#forward}
   * @throws IllegalStateException if this lease was closed
   */
  public ForwardResult forward(ForwardRequest request, Progress progress) throws LoupeException {
    requireOpen();
    return shared.model().forward(request, progress);
  }

  /**
   * Something that the model can do beyond running forward, contained: a facet of its engine's, else one that another
   * bundle adds. It may be used until this lease is closed.
   *
   * @return empty if it cannot
   * @throws LoupeException FAILED, naming the bundle, if the engine or a provider is defective; else as
   *     {@link org.loupe.api.model.facet.FacetProvider#facet}
   * @throws java.util.concurrent.CancellationException when cancelled
   * @throws IllegalStateException if this lease was closed
   */
  public <T> Optional<T> facet(Class<T> type, Progress progress) throws LoupeException {
    requireOpen();
    return shared.model().facet(type, progress);
  }

  /** The same for facets that are quickly there. */
  public <T> Optional<T> facet(Class<T> type) throws LoupeException {
    return facet(type, Progress.NONE);
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new IllegalStateException("the lease of " + file() + " is closed");
    }
  }

  /** Whether a file of the model has changed on disk since it was opened. */
  public boolean stale() {
    return shared.stale();
  }

  /** Another lease of the same model, for someone who may outlive this one. */
  public ModelLease share() {
    if (closed.get() || !shared.retain()) {
      throw new IllegalStateException("the lease of " + file() + " is closed");
    }
    return new ModelLease(shared);
  }

  /** Gives the model back; the last lease closes it. Closing again does nothing. */
  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      shared.release();
    }
  }
}
