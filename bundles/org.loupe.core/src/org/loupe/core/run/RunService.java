/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.model.ModelLease;

/** Runs methods. */
public final class RunService implements AutoCloseable {
  public RunService(Catalogues catalogues, long memoryBytes) {
  }

  /** Starts a run, or puts it in the queue. The lease is shared: the caller may close its own at any time. */
  public Run start(ModelLease lease, RunRequest request, RunListener listener) {
    throw new UnsupportedOperationException();
  }

  /** Runs to the end. Never throws for what the run did: see the outcome. */
  public RunOutcome run(ModelLease lease, RunRequest request, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
  }
}
