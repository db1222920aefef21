/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.function.BooleanSupplier;
import org.loupe.api.Progress;

/** Progress of a run: kept for who asks, passed on to who follows. Small steps are passed on together. */
final class RunProgress implements Progress {
  private static final double STEP = 0.005;

  /** Who follows. */
  interface Follower {
    void progress(String task, double fraction);
  }

  private final Progress parent;
  private final BooleanSupplier cancelled;
  private final Follower follower;
  private String task = "";
  private long units;
  private long done;
  private double told;

  RunProgress(Progress parent, BooleanSupplier cancelled, Follower follower) {
    this.parent = parent;
    this.cancelled = cancelled;
    this.follower = follower;
  }

  @Override
  public void begin(String name, long wholeUnits) {
    synchronized (this) {
      task = name == null ? "" : name;
      units = Math.max(0, wholeUnits);
      done = 0;
      told = 0;
    }
    parent.begin(task(), Math.max(0, wholeUnits));
    follower.progress(task(), fraction());
  }

  @Override
  public void worked(long more) {
    double now;
    boolean tell;
    synchronized (this) {
      done += Math.max(0, more);
      now = fraction();
      tell = units > 0 && (now - told >= STEP || now >= 1 && told < 1);
      told = tell ? now : told;
    }
    parent.worked(more);
    if (tell) {
      follower.progress(task(), now);
    }
  }

  @Override
  public boolean cancelled() {
    return cancelled.getAsBoolean() || parent.cancelled();
  }

  synchronized String task() {
    return task;
  }

  synchronized double fraction() {
    return units == 0 ? Double.NaN : Math.min(1, (double) done / units);
  }

  /** Hears of cancellation only: for steps inside a task, whose own progress would replace the task's. */
  Progress quiet() {
    return new Progress() {
      @Override
      public void begin(String name, long wholeUnits) {
        // not shown
      }

      @Override
      public void worked(long more) {
        // not shown
      }

      @Override
      public boolean cancelled() {
        return RunProgress.this.cancelled();
      }
    };
  }
}
