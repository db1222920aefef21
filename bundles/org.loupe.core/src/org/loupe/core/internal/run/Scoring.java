/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import org.loupe.api.LoupeException;

/** The target's score and its derivatives in one run. */
record Scoring(RunTarget target, SubjectPass subject, Batches batches, GradientBatches gradients) {
  /** For the subject itself. */
  double score() throws LoupeException {
    target.require();
    return Scores.read(target.resolved(), subject.value(target.resolved().value()), 1)[0];
  }

  /** Variants in a batch: of gradients where the method asks for some, else of scores. */
  int batchSize() {
    return gradients.size().orElse(batches.size());
  }
}
