/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.core.internal.contain.ContributionFailure;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.Run;
import org.loupe.core.run.RunListener;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunRequest;
import org.loupe.core.run.RunStatus;

/** The life of one run: queued, running, ended; whatever happens it ends once. */
public final class RunJob implements Run {
  private static final System.Logger LOG = System.getLogger("org.loupe.core");
  private static final int MOST_NOTES = 200;

  /** What a run does. */
  interface Work {
    RunRecord run() throws LoupeException;

    /** Symbolic name of the bundle whose code is running now; empty if it is none. */
    String bundle();
  }

  private final RunRequest request;
  private final RunListener listener;
  private final RunProgress progress;
  private final Runnable afterwards;
  private final CompletableFuture<RunOutcome> future = new CompletableFuture<>();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private volatile RunRecord partial;
  private volatile Runnable onCancel = () -> { };
  private Work work;

  /** @param afterwards is run when the thread of the run has really ended, which may be later than the run */
  public RunJob(RunRequest request, RunListener listener, Progress parent, Runnable afterwards) {
    this.request = request;
    this.listener = listener;
    this.afterwards = afterwards;
    this.progress = new RunProgress(parent, cancelled::get, (task, fraction) -> {
      if (!ended.get()) {
        tell(() -> listener.progress(task, fraction));
      }
    });
  }

  /** Before it is started. */
  public void does(Explanation explanation) {
    work = explanation;
  }

  void onCancel(Runnable action) {
    onCancel = action;
  }

  Progress progress() {
    return progress;
  }

  /** Hears of cancellation only. */
  Progress quiet() {
    return progress.quiet();
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Runs to the end, on the calling thread. */
  void execute() {
    try {
      end(executed());
    } finally {
      afterwards.run();
    }
  }

  /** Ends a run that was never begun. */
  void drop() {
    try {
      end(stopped("cancelled before it began", ""));
    } finally {
      afterwards.run();
    }
  }

  /** Ends the run for everybody though its thread goes on. @return false if it has ended by itself */
  boolean abandon() {
    String bundle = work.bundle();
    return end(stopped("cancelled; " + (bundle.isEmpty() ? request.explainer() : "code of bundle " + bundle)
        + " did not stop and was left behind", bundle));
  }

  void publish(RunRecord record) {
    if (!ended.get() && !isCancelled()) {
      partial = record;
      tell(() -> listener.partial(record));
    }
  }

  void note(String sentence) {
    if (!ended.get() && !notes.contains(sentence) && notes.size() < MOST_NOTES) {
      notes.add(sentence);
      tell(() -> listener.note(sentence));
    }
  }

  boolean isCancelled() {
    return progress.cancelled();
  }

  @Override
  public RunRequest request() {
    return request;
  }

  @Override
  public Optional<RunOutcome> outcome() {
    return Optional.ofNullable(future.getNow(null));
  }

  @Override
  public CompletableFuture<RunOutcome> future() {
    return future.copy();
  }

  @Override
  public void cancel() {
    if (!ended.get() && !cancelled.getAndSet(true)) {
      onCancel.run();
    }
  }

  @Override
  public String task() {
    return progress.task();
  }

  @Override
  public double fraction() {
    return progress.fraction();
  }

  private RunOutcome executed() {
    try {
      return new RunOutcome(RunStatus.COMPLETED, Optional.of(work.run()), "", "", Optional.empty(),
          Optional.empty());
    } catch (CancellationException e) {
      boolean asked = isCancelled();
      return stopped(asked ? "cancelled" : request.explainer() + " stopped by itself", asked ? "" : work.bundle());
    } catch (LoupeException e) {
      String bundle = e instanceof ContributionFailure f ? f.bundle() : "";
      return failed(e.kind(), e.getMessage(), bundle, e);
    } catch (RuntimeException | Error e) {
      // Not contributed code, which is contained: ours. The run must end all the same.
      LOG.log(Level.ERROR, "run of " + request.explainer(), e);
      return failed(LoupeException.Kind.FAILED, request.explainer() + " could not be run: " + e, "org.loupe.core", e);
    }
  }

  private RunOutcome failed(LoupeException.Kind kind, String message, String bundle, Throwable cause) {
    RunStatus status = kind == LoupeException.Kind.NOT_APPLICABLE ? RunStatus.NOT_APPLICABLE : RunStatus.FAILED;
    return ended(status, message, bundle, Optional.of(kind), Optional.of(cause));
  }

  private RunOutcome stopped(String message, String bundle) {
    return ended(RunStatus.CANCELLED, message, bundle, Optional.empty(), Optional.empty());
  }

  private RunOutcome ended(RunStatus status, String message, String bundle, Optional<LoupeException.Kind> kind,
      Optional<Throwable> cause) {
    RunRecord shown = partial;
    return shown == null ? new RunOutcome(status, Optional.empty(), message, bundle, kind, cause)
        : new RunOutcome(RunStatus.PARTIAL, Optional.of(shown), message, bundle, kind, cause);
  }

  private boolean end(RunOutcome outcome) {
    if (ended.getAndSet(true)) {
      return false;
    }
    tell(() -> listener.ended(outcome));
    future.complete(outcome);
    return true;
  }

  /** A defective listener must not change how a run ends. */
  private static void tell(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.DEBUG, "a listener of a run failed", e);
    }
  }
}
