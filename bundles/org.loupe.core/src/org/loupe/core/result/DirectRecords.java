/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.result.Provenance;
import org.loupe.api.result.Result;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.ScoreScale;
import org.loupe.core.internal.io.Hashes;
import org.loupe.core.model.ModelLease;
import org.loupe.core.run.RunStatus;

/** Records of results that were read from a forward pass without a run, so that they are exported as any other. */
public final class DirectRecords {
  private static final String TOP = "top";

  private DirectRecords() {
  }

  /**
   * A record of what was read.
   *
   * @param method id of the method that gives the same in a run
   * @param bundle its bundle, with or without version
   * @param settings settings with which it does
   * @param what it shows, for a reader
   * @throws LoupeException BAD_INPUT if a file of the model or the input can no longer be read
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  public static RunRecord of(ModelLease lease, Subject.Single subject, Result result, String method, String bundle,
      Map<String, String> settings, String what, Progress progress) throws LoupeException {
    String inputs;
    try {
      inputs = Hashes.tensors(subject.tensors());
    } catch (IOException e) {
      throw LoupeException.badInput("cannot read the input: " + e.getMessage(), e);
    }
    Provenance provenance = new Provenance(lease.file().toString(), lease.hash(progress), subject.name(), inputs,
        method, bundle, settings, "", TOP, what, ScoreScale.LOGIT.name().toLowerCase(Locale.ROOT), "", 0,
        lease.runtime(), 1, Instant.now().toString(), 0);
    return new RunRecord(RunStatus.COMPLETED, result, subject, provenance, List.of());
  }
}
