/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.loupe.api.model.RuntimeInfo;

/**
 * How a result came to be; enough to do it again.
 *
 * @param model path of the model file, for a reader
 * @param modelHash SHA-256 of the model's files, hexadecimal
 * @param subject name of the input, for a reader
 * @param inputHash SHA-256 of the input tensors, hexadecimal
 * @param explainer id of the method
 * @param bundle bundle that contributed it, with its version
 * @param settings every setting by key
 * @param profile id of the profile; empty if none
 * @param target in the syntax of {@link org.loupe.api.target.TargetSyntax}, made concrete
 * @param targetText the same for a reader
 * @param scale {@code logit} or {@code probability}
 * @param output name of the value that the score was read from
 * @param seed of the random streams
 * @param runtime engine, device and threads
 * @param batchSize variants in a batch
 * @param started when, in ISO-8601
 * @param millis duration
 * @param background name of what the method compared with, for a reader; empty if there was none
 * @param backgroundHash SHA-256 of its tensors, hexadecimal; empty if there was none
 */
public record Provenance(String model, String modelHash, String subject, String inputHash, String explainer,
    String bundle, Map<String, String> settings, String profile, String target, String targetText, String scale,
    String output, long seed, RuntimeInfo runtime, int batchSize, String started, long millis,
    String background, String backgroundHash) {
  public Provenance {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    Objects.requireNonNull(background);
    Objects.requireNonNull(backgroundHash);
  }

  /** Without a background. */
  public Provenance(String model, String modelHash, String subject, String inputHash, String explainer, String bundle,
      Map<String, String> settings, String profile, String target, String targetText, String scale, String output,
      long seed, RuntimeInfo runtime, int batchSize, String started, long millis) {
    this(model, modelHash, subject, inputHash, explainer, bundle, settings, profile, target, targetText, scale, output,
        seed, runtime, batchSize, started, millis, "", "");
  }
}
