/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.concurrent.CancellationException;
import org.loupe.api.LoupeException;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunOutcome;

/** What the end of a run means for a command. */
final class Outcomes {
  private Outcomes() {
  }

  /**
   * The record of a run, complete or partial.
   *
   * @throws LoupeException if there is none, with the kind that makes the exit code
   * @throws CancellationException if the user did not want it any more
   */
  static RunRecord record(RunOutcome outcome) throws LoupeException {
    switch (outcome.status()) {
      case COMPLETED, PARTIAL -> {
        return outcome.record().orElseThrow();
      }
      case CANCELLED -> throw new CancellationException();
      case NOT_APPLICABLE -> throw failure(outcome, LoupeException.Kind.NOT_APPLICABLE);
      case FAILED -> throw failure(outcome, outcome.kind().orElse(LoupeException.Kind.FAILED));
      default -> throw new IllegalStateException("a run cannot end as " + outcome.status());
    }
  }

  private static LoupeException failure(RunOutcome outcome, LoupeException.Kind kind) {
    return new LoupeException(kind, outcome.message(), outcome.cause().orElse(null));
  }
}
