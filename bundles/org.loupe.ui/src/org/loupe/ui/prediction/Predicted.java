/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.prediction;

import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.Subject;
import org.loupe.core.model.ModelLease;
import org.loupe.core.predict.OutputPrediction;
import org.loupe.core.predict.Prediction;
import org.loupe.math.stats.Summary;
import org.loupe.math.tensor.ElementType;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;

/**
 * What a model said to an input.
 *
 * @param prediction its outputs
 * @param summaries of each output that is no class vector, in the same order; empty for the others
 * @param picture what was fed, where it was a picture
 */
record Predicted(Prediction prediction, List<Optional<Summary>> summaries, Optional<Picture> picture) {
  private static final int TOP = 20;

  static Predicted compute(Inspector inspector, Inspection inspection, Progress progress) throws LoupeException {
    try (ModelLease lease = inspector.open(inspection.model().orElseThrow().file(), progress)) {
      Subject.Single subject = inspector.subject(inspection, progress);
      Prediction prediction = inspector.loupe().predictor().predict(lease, subject, TOP, progress);
      List<Optional<Summary>> summaries = prediction.outputs().stream().map(Predicted::summary).toList();
      return new Predicted(prediction, summaries, subject.first().picture());
    }
  }

  private static Optional<Summary> summary(OutputPrediction output) {
    boolean numbers = output.value().type() != ElementType.STRING;
    return numbers && output.top().isEmpty() ? Optional.of(Summary.of(output.value())) : Optional.empty();
  }
}
