/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.loupe.api.Progress;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.internal.run.Explanation;
import org.loupe.core.internal.run.MemoryBudget;
import org.loupe.core.internal.run.RunJob;
import org.loupe.core.internal.run.RunSlots;
import org.loupe.core.model.ModelLease;

/**
 * Runs methods: a few at once, the others in a queue. A method that ignores its cancellation is left behind on its
 * thread, and the run ends for everybody else.
 */
public final class RunService implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final long LOOK_MILLIS = 50;
  private final Catalogues catalogues;
  private final MemoryBudget memory;
  private final RunSlots slots;

  /** @param memoryBytes budget of a run's batches in bytes; 0 is automatic */
  public RunService(Catalogues catalogues, long memoryBytes) {
    this(catalogues, memoryBytes, Math.max(2, Runtime.getRuntime().availableProcessors() / 2), GRACE);
  }

  /** @param slots runs at once @param grace how long a cancelled run may take to stop */
  RunService(Catalogues catalogues, long memoryBytes, int slots, Duration grace) {
    this.catalogues = catalogues;
    this.memory = new MemoryBudget(memoryBytes);
    this.slots = new RunSlots(slots, grace);
  }

  /**
   * Starts a run, or puts it in the queue. The lease is shared: the caller may close its own at any time.
   *
   * @throws IllegalStateException if the lease or this service is closed
   */
  public Run start(ModelLease lease, RunRequest request, RunListener listener) {
    return start(lease, request, listener, Progress.NONE);
  }

  /** Runs to the end. What goes wrong, a wrong request included, is the outcome. */
  public RunOutcome run(ModelLease lease, RunRequest request, Progress progress) {
    RunJob job = start(lease, request, RunListener.NONE, progress);
    CompletableFuture<RunOutcome> future = job.future();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (progress.cancelled()) {
            job.cancel();
          }
        } catch (InterruptedException e) {
          interrupted = true;
          job.cancel();
        } catch (ExecutionException e) {
          throw new IllegalStateException(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Cancels every run and waits for them a moment; no more can be started. */
  @Override
  public void close() {
    slots.close();
  }

  private RunJob start(ModelLease lease, RunRequest request, RunListener listener, Progress progress) {
    ModelLease own = lease.share();
    RunJob job = new RunJob(request, listener, progress, own::close);
    job.does(new Explanation(catalogues, own, request, memory, job));
    slots.start(job);
    return job;
  }
}
