/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.runs;

import java.time.Instant;
import java.util.Optional;
import org.loupe.core.result.StoredResult;
import org.loupe.core.run.Run;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunStatus;

/**
 * A line in the list of runs: one that runs, one that ended in this session, or a result that an earlier one stored.
 *
 * @param number unique in the session; greater is newer
 * @param method name of the method for a reader
 * @param subject name of the input
 * @param model name of the model file
 * @param target what was explained, for a reader
 * @param started when
 * @param millis how long it took; -1 while it runs
 * @param run to follow and cancel it; empty for what is only stored
 * @param outcome how it ended; empty while it runs and for what is only stored
 * @param stored the stored result
 * @param stale whether the model has changed since; empty if not looked at
 */
public record RunEntry(long number, String method, String subject, String model, String target, Instant started,
    long millis, Optional<Run> run, Optional<RunOutcome> outcome, Optional<StoredResult> stored,
        Optional<Boolean> stale) {

  public boolean running() {
    return run.isPresent() && outcome.isEmpty();
  }

  /** Whether there is a result to show. */
  public boolean hasResult() {
    return stored.isPresent() || outcome.flatMap(RunOutcome::record).isPresent();
  }

  /** How it ended; empty while it runs. */
  public Optional<RunStatus> status() {
    return outcome.map(RunOutcome::status).or(() -> stored.map(StoredResult::status));
  }

  /** One line about how it ended. */
  public String message() {
    return outcome.map(RunOutcome::message).orElse("");
  }

  RunEntry ended(RunOutcome how, long after, Optional<StoredResult> kept) {
    String what = how.record().map(r -> r.provenance().targetText()).orElse(target);
    // what is stored need not be kept in memory as well
    RunOutcome light = kept.isEmpty() ? how
        : new RunOutcome(how.status(), Optional.empty(), how.message(), how.bundle(), how.kind(), how.cause());
    return new RunEntry(number, method, subject, model, what, started, after, run, Optional.of(light), kept, stale);
  }

  RunEntry withStale(boolean isStale) {
    return new RunEntry(number, method, subject, model, target, started, millis, run, outcome, stored,
        Optional.of(isStale));
  }
}
