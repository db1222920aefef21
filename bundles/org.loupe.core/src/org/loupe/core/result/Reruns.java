/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.result.Provenance;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.TargetSyntax;
import org.loupe.core.internal.result.Comparison;
import org.loupe.core.model.ModelLease;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunRequest;
import org.loupe.core.run.RunService;
import org.loupe.core.run.RunStatus;

/** Does a result again from its record, and says whether every bit is the same. */
public final class Reruns {
  private final RunService runs;

  public Reruns(RunService runs) {
    this.runs = runs;
  }

  /** The options with which to open the model again, so that bits can be equal: its device and threads. */
  public static LoadOptions loadOptions(RunRecord record) {
    int threads = record.provenance().runtime().threads();
    return new LoadOptions(record.provenance().runtime().device(), Math.clamp(threads, 0, 1024));
  }

  /**
   * Runs the method on the recorded input with the recorded settings, seed and batch size.
   *
   * @throws LoupeException if the run does not complete, as it would be for a fresh run; BAD_INPUT if the record's
   *     target makes no sense
   * @throws CancellationException when cancelled
   */
  public RerunReport rerun(RunRecord record, ModelLease lease, Progress progress) throws LoupeException {
    Provenance p = record.provenance();
    // What was accepted then, values that are not finite included, is accepted again.
    RunRequest request = new RunRequest(record.subject(), p.explainer(), "", p.settings(),
        target(p, lease.description()), p.seed(), 0, p.batchSize(), true,
        record.background());
    RunOutcome outcome = runs.run(lease, request, progress);
    if (outcome.status() == RunStatus.CANCELLED || progress.cancelled()) {
      throw new CancellationException();
    }
    if (outcome.status() != RunStatus.COMPLETED) {
      throw new LoupeException(outcome.kind().orElse(LoupeException.Kind.FAILED), outcome.message());
    }
    RunRecord again = outcome.record().orElseThrow();
    Comparison comparison = Comparison.of(record, again);
    return new RerunReport(comparison.bitEqual(), comparison.maxDifference(), comparison.differences(), again);
  }

  /** The value that was read may be the logits behind an output. */
  private static ScoreRequest target(Provenance p, ModelDescription model) throws LoupeException {
    Optional<String> output = model.outputs().stream().filter(o -> o.name().equals(p.output())
        || o.logits().map(l -> l.layer().equals(p.output())).orElse(false)).map(OutputInfo::name).findFirst();
    boolean logit = p.scale().equals("logit");
    try {
      return new ScoreRequest(TargetSyntax.parse(p.target()), output,
          logit ? ScoreScale.LOGIT : ScoreScale.PROBABILITY);
    } catch (LoupeException e) {
      throw LoupeException.badInput("the record names no target: " + e.getMessage(), e);
    }
  }
}
