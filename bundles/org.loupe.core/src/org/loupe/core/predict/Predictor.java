/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.subject.Subject;
import org.loupe.core.internal.score.ClassAxis;
import org.loupe.core.internal.score.NonFinite;
import org.loupe.core.model.ModelLease;
import org.loupe.math.stats.Ranking;
import org.loupe.math.tensor.Tensor;

/** Runs a model forward and reads its answer. Scores are as the model gives them: nothing is normalised again. */
public final class Predictor {
  /**
   * Predicts.
   *
   * @param top how many classes to return for each output that is a class vector
   * @throws LoupeException as {@link org.loupe.api.model.Model#forward}; USAGE if {@code top} is negative
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public Prediction predict(ModelLease lease, Subject.Single subject, int top, Progress progress)
      throws LoupeException {
    if (top < 0) {
      throw LoupeException.usage("the top " + top + " classes cannot be shown; give a number of at least 0");
    }
    List<OutputInfo> outputs = lease.description().outputs();
    ForwardResult result = lease.forward(request(subject, outputs), progress);
    return read(outputs, result, subject, top, NonFinite.warnings(subject, lease.description()));
  }

  private static Prediction read(List<OutputInfo> outputs, ForwardResult result, Subject.Single subject, int top,
      List<String> known) {
    List<String> warnings = new ArrayList<>(known);
    List<OutputPrediction> predictions = new ArrayList<>();
    for (OutputInfo output : outputs) {
      Tensor value = result.values().get(output.name());
      if (value == null) {
        warnings.add("output " + output.name() + " (" + output.value().typeText() + ") cannot be shown");
        continue;
      }
      warnings.addAll(NonFinite.warnings("output", Map.of(output.name(), value)));
      predictions.add(new OutputPrediction(output, value, top(output, value, result, subject, top)));
    }
    return new Prediction(predictions, warnings);
  }

  /**
   * Predicts for each of several rows at once.
   *
   * @return a prediction for each item of the subject; empty if an output does not hold one for each on its first axis,
   *     so that they must be fed one by one
   * @throws LoupeException as {@link #predict}
   */
  public Optional<List<Prediction>> predictRows(ModelLease lease, Subject.Single subject, int top, Progress progress)
      throws LoupeException {
    int items = subject.items();
    List<OutputInfo> outputs = lease.description().outputs();
    ForwardResult whole = lease.forward(request(subject, outputs), progress);
    List<String> warnings = NonFinite.warnings(subject, lease.description());
    if (whole.values().values().stream().anyMatch(v -> v.shape().rank() == 0 || v.shape().dim(0) != items)) {
      return Optional.empty();
    }
    List<Prediction> out = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      Map<String, Tensor> values = new LinkedHashMap<>();
      for (Map.Entry<String, Tensor> e : whole.values().entrySet()) {
        values.put(e.getKey(), Items.of(e.getValue(), i));
      }
      out.add(read(outputs, new ForwardResult(values, whole.labels()), subject, top, i == 0 ? warnings : List.of()));
    }
    return Optional.of(out);
  }

  /** All outputs, and the logits behind them. */
  private static ForwardRequest request(Subject.Single subject, List<OutputInfo> outputs) {
    Set<String> values = new LinkedHashSet<>();
    outputs.forEach(o -> values.add(o.name()));
    boolean logits = outputs.stream().anyMatch(o -> o.logits().isPresent());
    outputs.forEach(o -> o.logits().ifPresent(l -> values.add(l.layer())));
    return new ForwardRequest(subject.tensors(), logits ? List.copyOf(values) : List.of());
  }

  private static List<ClassScore> top(OutputInfo output, Tensor value, ForwardResult result, Subject.Single subject,
      int top) {
    Optional<ClassAxis> axis = ClassAxis.of(value, 1);
    if (axis.isEmpty()) {
      return List.of();
    }
    List<String> labels = labels(output.name(), result, subject);
    Optional<Tensor> logits = output.logits().map(l -> result.values().get(l.layer()))
        .filter(t -> t.size() == value.size());
    boolean one = value.size() == 1;
    return Arrays.stream(Ranking.top(top, value.toDoubles())).mapToObj(i -> new ClassScore(i,
        i < labels.size() && !labels.get(i).isEmpty() ? labels.get(i) : one ? output.name() : "class " + i,
        value.get(i),
        logits.isPresent() ? OptionalDouble.of(logits.get().get(i)) : OptionalDouble.empty())).toList();
  }

  private static List<String> labels(String output, ForwardResult result, Subject.Single subject) {
    List<String> byCard = subject.labels().getOrDefault(output, List.of());
    return byCard.isEmpty() ? result.labels().getOrDefault(output, List.of()) : byCard;
  }
}
