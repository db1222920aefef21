/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A bounded executor for runs. Each runs on a daemon thread of its own, so that one that cannot be stopped is left
 * behind and its slot given to the next.
 */
public final class RunSlots {
  private final int slots;
  private final Duration grace;
  private final Deque<RunJob> waiting = new ArrayDeque<>();
  private final Map<RunJob, Thread> running = new HashMap<>();
  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
    Thread thread = new Thread(task, "Loupe: watch over cancelled runs");
    thread.setDaemon(true);
    return thread;
  });
  private boolean closed;

  /** @param slots runs at once @param grace how long a cancelled run may take to stop */
  public RunSlots(int slots, Duration grace) {
    this.slots = slots;
    this.grace = grace;
  }

  /** @throws IllegalStateException if closed */
  public void start(RunJob job) {
    job.onCancel(() -> cancelled(job));
    synchronized (this) {
      if (!closed) {
        waiting.add(job);
        next();
        return;
      }
    }
    job.drop();
    throw new IllegalStateException("no run can be started: Loupe is being closed");
  }

  /** Cancels everything and waits as long as a cancelled run may take. */
  public void close() {
    List<RunJob> all;
    synchronized (this) {
      closed = true;
      all = new ArrayList<>(waiting);
      all.addAll(running.keySet());
    }
    all.forEach(RunJob::cancel);
    try {
      CompletableFuture.allOf(all.stream().map(RunJob::future).toArray(CompletableFuture[]::new))
          .get(grace.toMillis() + 1000, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException e) {
      // Their threads are daemons: they end with the application.
    } finally {
      watch.shutdownNow();
    }
  }

  private synchronized void next() {
    while (running.size() < slots && !waiting.isEmpty()) {
      RunJob job = waiting.remove();
      Thread thread = new Thread(() -> {
        try {
          job.execute();
        } finally {
          free(job);
        }
      }, "Loupe: run of " + job.request().explainer());
      thread.setDaemon(true);
      running.put(job, thread);
      thread.start();
    }
  }

  private synchronized void free(RunJob job) {
    running.remove(job);
    next();
  }

  private void cancelled(RunJob job) {
    boolean begun;
    synchronized (this) {
      begun = !waiting.remove(job);
      if (begun && running.containsKey(job) && !watch.isShutdown()) {
        watch.schedule(() -> abandon(job), grace.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
    if (!begun) {
      job.drop();
    }
  }

  private void abandon(RunJob job) {
    if (!job.abandon()) {
      return;
    }
    Thread thread;
    synchronized (this) {
      thread = running.get(job);
    }
    if (thread != null) {
      // A last hint, for code that waits.
      thread.interrupt();
    }
    free(job);
  }
}
