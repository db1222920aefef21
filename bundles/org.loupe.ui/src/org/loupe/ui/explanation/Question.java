/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;
import org.loupe.core.catalogue.ExplainerEntry.Background;
import org.loupe.core.catalogue.TargetNeed;
import org.loupe.core.input.TableSample;
import org.loupe.core.model.ModelLease;
import org.loupe.core.run.RunListener;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunRequest;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.settings.MethodSettings;
import org.loupe.ui.runs.RunHistory;

/**
 * What is to be explained and how.
 *
 * @param inspection model, input and target; no input for a method that makes inputs of its own
 * @param method id of the method
 * @param profile id of one of its profiles; empty for none
 * @param settings texts by key, over those of the profile
 */
record Question(Inspection inspection, String method, String profile, Map<String, String> settings) {
  private static final long SEED = 0;

  /** Asks a method, of what it looks at alone: another input or target is no other question to one that uses none. */
  static Question of(Inspection now, MethodChoice method, MethodSettings.Choice choice) {
    Inspection seen = method.target() != TargetNeed.NONE ? now
        : now.withTarget(new ScoreRequest(new Target.None(), Optional.empty(), ScoreScale.LOGIT));
    return new Question(method.needsInput() ? seen : new Inspection(seen.model(), Optional.empty(), seen.target(),
        seen.layer(), seen.channel(), seen.method(), seen.background()), method.id(), choice.profile(),
        choice.settings());
  }

  /** The name of what is looked at: the input, else the model. */
  String subject() {
    return inspection.input().map(InspectedInput::name)
        .orElseGet(() -> inspection.model().orElseThrow().file().getFileName().toString());
  }

  /** Whether the answer to another question would be about the same picture. */
  boolean sameSubject(Question other) {
    return inspection.model().equals(other.inspection.model()) && inspection.input().equals(other.inspection.input());
  }

  /** Whether another question has the same answer. */
  boolean sameAnswer(Question other) {
    return sameSubject(other) && inspection.target().equals(other.inspection.target())
        && inspection.background().equals(other.inspection.background()) && method.equals(other.method)
        && profile.equals(other.profile) && settings.equals(other.settings);
  }

  /** Computes the answer. */
  RunOutcome answer(Inspector inspector, RunHistory history, RunListener listener, Progress progress)
      throws LoupeException {
    try (ModelLease lease = inspector.open(inspection.model().orElseThrow().file(), progress)) {
      Subject.Single subject = inspection.input().isPresent() ? inspector.subject(inspection, progress)
          : inspector.blank(inspection.model().orElseThrow());
      RunRequest request = new RunRequest(subject, method, profile, settings, inspection.target(), SEED, 0, 0, false);
      boolean compares = inspector.loupe().catalogues().explainers().find(method).background() != Background.NONE;
      Optional<TableSample> background = compares ? inspector.background(inspection, progress) : Optional.empty();
      return history.run(lease, background.map(b -> request.against(b.subject())).orElse(request), listener, progress);
    }
  }
}
