/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.jobs;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;
import org.loupe.api.LoupeException;
import org.loupe.ui.api.internal.Messages;

/**
 * One thing that a view computes again and again: starting it anew cancels what is under way, and only the newest
 * outcome is delivered. At most one runs at a time. Confined to the UI thread, but for the work itself.
 */
public final class Recomputation {
  private final Widget owner;
  private final Display display;
  private final ISchedulingRule oneAtATime = new OneAtATime();
  private Job current;

  /** @param owner once it is disposed, work is cancelled and nothing more is delivered */
  public Recomputation(Widget owner) {
    this.owner = owner;
    this.display = owner.getDisplay();
    owner.addDisposeListener(e -> cancel());
  }

  /** Starts at once. */
  public <T> void start(String name, Work<T> work, Outcome<? super T> outcome) {
    start(name, 0, work, outcome);
  }

  /** Starts after a pause in which it may be superseded, as while the user types. @param delay in milliseconds */
  public <T> void start(String name, int delay, Work<T> work, Outcome<? super T> outcome) {
    cancel();
    current = new WorkJob<>(name, work, outcome);
    current.setRule(oneAtATime);
    current.schedule(delay);
  }

  /** Cancels what is under way; its outcome is not delivered. */
  public void cancel() {
    Job job = current;
    current = null;
    if (job != null) {
      job.cancel();
    }
  }

  /** Cancels as the user's wish; {@link Outcome#cancelled} is delivered. */
  public void stop() {
    if (current != null && current.cancel()) {
      // it was not yet running, so its body will not deliver
      ((WorkJob<?>) current).stopped();
    }
  }

  /** Whether an outcome is still to come. */
  public boolean running() {
    return current != null;
  }

  private void deliver(Job job, boolean last, Runnable what) {
    deliver(job, last, what, () -> {
    });
  }

  private void deliver(Job job, boolean last, Runnable what, Runnable otherwise) {
    try {
      display.asyncExec(() -> {
        if (current != job || owner.isDisposed()) {
          otherwise.run();
          return;
        }
        if (last) {
          current = null;
        }
        what.run();
      });
    } catch (SWTException e) {
      // the display has gone with the workbench
      otherwise.run();
    }
  }

  private final class WorkJob<T> extends Job {
    private final Work<T> work;
    private final Outcome<? super T> outcome;
    private final AtomicReference<Runnable> latestProgress = new AtomicReference<>();

    WorkJob(String name, Work<T> work, Outcome<? super T> outcome) {
      super(name);
      this.work = work;
      this.outcome = outcome;
    }

    @Override
    public boolean belongsTo(Object family) {
      return family == Recomputation.class || family == Recomputation.this;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
      try {
        T value = work.run(new MonitorProgress(monitor, getName(), this::progress));
        deliver(this, true, () -> outcome.done(value), () -> outcome.discarded(value));
        return Status.OK_STATUS;
      } catch (LoupeException e) {
        deliver(this, true, () -> outcome.failed(e));
        // the view shows it; a dialog on top would only be in the way
        return Status.OK_STATUS;
      } catch (CancellationException | OperationCanceledException e) {
        stopped();
        return Status.CANCEL_STATUS;
      } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
        ILog.of(Recomputation.class).error(getName(), e);
        String message = NLS.bind(Messages.Recomputation_unexpected, getName(), e);
        deliver(this, true, () -> outcome.failed(LoupeException.failed(message, e)));
        return Status.OK_STATUS;
      }
    }

    void stopped() {
      deliver(this, true, outcome::cancelled);
    }

    private void progress(String task, double fraction) {
      // many steps a second become at most one event in the queue
      if (latestProgress.getAndSet(() -> outcome.progress(task, fraction)) == null) {
        deliver(this, false, this::showProgress);
      }
    }

    private void showProgress() {
      Runnable latest = latestProgress.getAndSet(null);
      if (latest != null) {
        latest.run();
      }
    }
  }

  private static final class OneAtATime implements ISchedulingRule {
    @Override
    public boolean contains(ISchedulingRule rule) {
      return rule == this;
    }

    @Override
    public boolean isConflicting(ISchedulingRule rule) {
      return rule == this;
    }
  }
}
