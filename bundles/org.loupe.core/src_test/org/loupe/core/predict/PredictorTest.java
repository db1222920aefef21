/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.core.testing.Fakes.refused;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.subject.Subject;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.LinearModel;
import org.loupe.math.stats.Logits;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

class PredictorTest {
  private static final double[] LOGITS = {LinearModel.logit(Fakes.X, 0), LinearModel.logit(Fakes.X, 1),
      LinearModel.logit(Fakes.X, 2)};
  @TempDir
  Path folder;

  private Prediction predict(LinearModel model, Subject.Single subject, int top) throws Exception {
    return new Predictor().predict(Fakes.lease(folder, model), subject, top, Progress.NONE);
  }

  @Test
  void theBestClassesComeWithScoreAsGivenAndLogit() throws Exception {
    Prediction p = predict(new LinearModel(true), Fakes.subject(Map.of("prob", List.of("cat", "", "dog"))), 5);
    assertEquals(List.of("prob", "boxes"), p.outputs().stream().map(o -> o.output().name()).toList());
    List<ClassScore> top = p.outputs().get(0).top();
    double[] prob = Logits.softmax(LOGITS);
    List<String> labels = List.of("cat", "class 1", "dog");
    assertEquals(3, top.size());
    for (ClassScore s : top) {
      assertEquals(prob[s.index()], s.score(), 1e-15, "probabilities are not normalised again");
      assertEquals(LOGITS[s.index()], s.logit().orElseThrow(), 1e-15);
      assertEquals(labels.get(s.index()), s.label());
    }
    assertTrue(top.get(0).score() >= top.get(1).score() && top.get(1).score() >= top.get(2).score());
    assertEquals(List.of(), p.outputs().get(1).top(), "boxes are no classes");
    assertEquals(List.of(), p.warnings());
    assertEquals(1, predict(new LinearModel(true), Fakes.subject(), 1).outputs().get(0).top().size());
    refused(Kind.USAGE, () -> predict(new LinearModel(true), Fakes.subject(), -1));
  }

  @Test
  void theModelsOwnLabelsServeWhereTheCardHasNone() throws Exception {
    LinearModel model = new LinearModel(true) {
      @Override
      public ForwardResult forward(ForwardRequest request, Progress progress) throws org.loupe.api.LoupeException {
        return new ForwardResult(super.forward(request, progress).values(), Map.of("prob", List.of("x", "y", "z")));
      }
    };
    List<String> own = predict(model, Fakes.subject(), 3).outputs().get(0).top().stream()
        .sorted((a, b) -> a.index() - b.index()).map(ClassScore::label).toList();
    assertEquals(List.of("x", "y", "z"), own);
    assertTrue(predict(model, Fakes.subject(Map.of("prob", List.of("a", "b", "c"))), 3).outputs().get(0).top().stream()
        .allMatch(s -> List.of("a", "b", "c").contains(s.label())));
  }

  @Test
  void valuesThatAreNotFiniteAreWarnedOf() throws Exception {
    double[] x = Fakes.X.clone();
    x[0] = Double.NaN;
    x[1] = Double.POSITIVE_INFINITY;
    x[2] = Double.NEGATIVE_INFINITY;
    Prediction p = predict(new LinearModel(true), Fakes.subject(ArrayTensor.of(Shape.of(1, 8), x), Map.of()), 2);
    assertEquals(List.of("input x holds a value that is not a number", "input x holds 2 values that are infinite",
        "output prob holds 3 values that are not a number"), p.warnings());
    assertEquals(2, p.outputs().get(0).top().size());
  }

  @Test
  void withoutFinalActivationThereIsNoLogitToTell() throws Exception {
    LinearModel model = new LinearModel(true) {
      @Override
      public org.loupe.api.model.ModelDescription description() {
        var d = super.description();
        return new org.loupe.api.model.ModelDescription(d.name(), d.format(), d.files(), d.inputs(),
            d.outputs().stream().map(o -> new org.loupe.api.model.OutputInfo(o.value(), java.util.Optional.empty()))
                .toList(), d.layers(), 0, d.capabilities(), d.properties(), d.warnings());
      }
    };
    assertTrue(predict(model, Fakes.subject(), 3).outputs().get(0).top().stream()
        .allMatch(s -> s.logit().equals(OptionalDouble.empty())));
    assertEquals(1, model.batches.size(), "one forward pass: " + Arrays.toString(model.batches.toArray()));
  }
}
