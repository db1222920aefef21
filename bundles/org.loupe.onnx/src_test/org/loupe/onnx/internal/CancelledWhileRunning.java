/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import java.util.concurrent.atomic.AtomicBoolean;
import org.loupe.api.Progress;

/** Cancelled from the moment when somebody other than the caller looks: the run has begun then. */
final class CancelledWhileRunning implements Progress {
  private final Thread caller = Thread.currentThread();
  private final AtomicBoolean cancelled = new AtomicBoolean();

  @Override
  public void begin(String task, long units) {
  }

  @Override
  public void worked(long units) {
  }

  @Override
  public boolean cancelled() {
    if (Thread.currentThread() != caller) {
      cancel();
    }
    return cancelled.get();
  }

  void cancel() {
    cancelled.set(true);
  }
}
