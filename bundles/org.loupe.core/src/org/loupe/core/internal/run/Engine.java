/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientRequest;
import org.loupe.api.model.facet.GradientResult;
import org.loupe.core.model.ModelLease;

/** The model of a run: cancellable, and known to be at work, so that who does not stop can be named. */
public final class Engine {
  private final ModelLease lease;
  private final Progress cancel;
  private final AtomicInteger working = new AtomicInteger();

  /** @param cancel tells of cancellation; its progress is not used */
  public Engine(ModelLease lease, Progress cancel) {
    this.lease = lease;
    this.cancel = cancel;
  }

  ModelDescription model() {
    return lease.description();
  }

  /** Symbolic name of the engine's bundle. */
  String bundle() {
    return lease.bundle();
  }

  /** Whether a pass is under way. */
  boolean working() {
    return working.get() > 0;
  }

  /** @throws java.util.concurrent.CancellationException when the run was cancelled */
  void check() {
    cancel.check();
  }

  /** @throws LoupeException as {@link org.loupe.core.model.ModelLease#facet} */
  <T> Optional<T> facet(Class<T> type) throws LoupeException {
    cancel.check();
    return lease.facet(type, cancel);
  }

  ForwardResult forward(ForwardRequest request) throws LoupeException {
    cancel.check();
    working.incrementAndGet();
    try {
      return lease.forward(request, cancel);
    } finally {
      working.decrementAndGet();
    }
  }

  /** @throws LoupeException as {@link Differentiable#gradient}; NOT_APPLICABLE if the engine has no gradients */
  GradientResult gradient(GradientRequest request) throws LoupeException {
    cancel.check();
    working.incrementAndGet();
    try {
      Differentiable facet = lease.facet(Differentiable.class).orElseThrow(() -> LoupeException.notApplicable(
          model().name() + " has no gradients: the engine of " + model().format() + " models gives none"));
      return facet.gradient(request, cancel);
    } finally {
      working.decrementAndGet();
    }
  }
}
