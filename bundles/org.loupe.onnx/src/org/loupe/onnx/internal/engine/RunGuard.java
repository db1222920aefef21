/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.loupe.api.Progress;

/**
 * Ends a run at its next node when it is no longer wanted. All runs share one thread, which sleeps while there are
 * none.
 */
public final class RunGuard implements AutoCloseable {
  private static final int LOOK_EVERY_MS = 40;
  private static final ScheduledThreadPoolExecutor WATCH = watch();

  private final RunOptions options;
  private final Future<?> watch;
  private boolean closed;

  public RunGuard(Progress progress) throws OrtException {
    options = new RunOptions();
    watch = progress == Progress.NONE ? null
        : WATCH.scheduleWithFixedDelay(() -> look(progress), LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  /** For the run that this guards; ends with {@link #close}. */
  public RunOptions options() {
    return options;
  }

  private void look(Progress progress) {
    if (progress.cancelled()) {
      terminate();
    }
  }

  private synchronized void terminate() {
    if (!closed) {
      try {
        options.setTerminate(true);
      } catch (OrtException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Under the same lock as {@link #terminate}: the options are native memory. */
  @Override
  public synchronized void close() {
    closed = true;
    if (watch != null) {
      watch.cancel(false);
    }
    options.close();
  }

  private static ScheduledThreadPoolExecutor watch() {
    ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
      Thread thread = new Thread(task, "loupe-onnx-cancel");
      thread.setDaemon(true);
      return thread;
    });
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }
}
