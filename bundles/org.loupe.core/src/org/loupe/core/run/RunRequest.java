/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.ScoreRequest;

/**
 * What is to be run.
 *
 * @param subject the input
 * @param explainer id of the method
 * @param profile id of one of its profiles; empty for none
 * @param settings texts by key, over those of the profile
 * @param target what is to be explained
 * @param seed of the random streams
 * @param memoryBytes budget of the batches; 0 is automatic
 * @param batchSize variants in a batch; 0 is automatic
 * @param allowNonFinite whether inputs may hold NaN or infinity; columns of tables may always hold NaN where the model
 *     is of trees, which says that a value is missing
 * @param background what the method compares with; empty if nothing
 */
public record RunRequest(Subject.Single subject, String explainer, String profile, Map<String, String> settings,
    ScoreRequest target, long seed, long memoryBytes, int batchSize, boolean allowNonFinite,
    Optional<Subject.Single> background) {
  public RunRequest {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    if (memoryBytes < 0 || batchSize < 0) {
      throw new IllegalArgumentException("memory " + memoryBytes + ", batch size " + batchSize);
    }
  }

  /** Without a background. */
  public RunRequest(Subject.Single subject, String explainer, String profile, Map<String, String> settings,
      ScoreRequest target, long seed, long memoryBytes, int batchSize, boolean allowNonFinite) {
    this(subject, explainer, profile, settings, target, seed, memoryBytes, batchSize, allowNonFinite,
        Optional.empty());
  }

  /** The same, compared with something. */
  public RunRequest against(Subject.Single other) {
    return new RunRequest(subject, explainer, profile, settings, target, seed, memoryBytes, batchSize, allowNonFinite,
        Optional.of(other));
  }

  /** The method with its defaults. */
  public static RunRequest of(Subject.Single subject, String explainer, ScoreRequest target) {
    return new RunRequest(subject, explainer, "", Map.of(), target, 0, 0, 0, false);
  }
}
