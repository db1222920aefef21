/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.target;

import java.util.Optional;

/**
 * A target in a scale.
 *
 * @param target what is to be explained
 * @param output name of the model's output that class targets speak of; the first one if empty
 * @param scale scale of class scores
 */
public record ScoreRequest(Target target, Optional<String> output, ScoreScale scale) {
  /** The top class of the first output, as logit. */
  public static final ScoreRequest DEFAULT =
      new ScoreRequest(new Target.TopClass(), Optional.empty(), ScoreScale.LOGIT);
}
