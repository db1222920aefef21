/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.subject.Subject;
import org.loupe.core.model.ModelLease;
import org.loupe.core.run.RunListener;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunRequest;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.runs.RunHistory;

/**
 * What is to be explained and how.
 *
 * @param inspection model, input and target
 * @param method id of the method
 * @param profile id of one of its profiles; empty for none
 * @param settings texts by key, over those of the profile
 */
record Question(Inspection inspection, String method, String profile, Map<String, String> settings) {
  private static final long SEED = 0;

  /** Whether the answer to another question would be about the same picture. */
  boolean sameSubject(Question other) {
    return inspection.model().equals(other.inspection.model()) && inspection.input().equals(other.inspection.input());
  }

  /** Whether another question has the same answer. */
  boolean sameAnswer(Question other) {
    return sameSubject(other) && inspection.target().equals(other.inspection.target()) && method.equals(other.method)
        && profile.equals(other.profile) && settings.equals(other.settings);
  }

  /** Computes the answer. */
  RunOutcome answer(Inspector inspector, RunHistory history, RunListener listener, Progress progress)
      throws LoupeException {
    try (ModelLease lease = inspector.open(inspection.model().orElseThrow().file(), progress)) {
      Subject.Single subject = inspector.subject(inspection, progress);
      RunRequest request = new RunRequest(subject, method, profile, settings, inspection.target(), SEED, 0, 0, false);
      return history.run(lease, request, listener, progress);
    }
  }
}
