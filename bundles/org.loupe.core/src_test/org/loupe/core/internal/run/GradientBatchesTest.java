/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.explain.GradientQuery;
import org.loupe.api.explain.Gradients;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.testing.DifferentiableModel;
import org.loupe.core.testing.FakeSource;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.LinearModel;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

class GradientBatchesTest {
  private static final int COUNT = 11;
  @TempDir
  Path folder;
  private final DifferentiableModel model = new DifferentiableModel();
  private final List<String> notes = new ArrayList<>();

  private GradientBatches batches(LinearModel model, int size, Target target) throws Exception {
    Engine engine = new Engine(Fakes.lease(folder, model), Progress.NONE);
    Map<String, Tensor> inputs = Fakes.subject().tensors();
    FakeSource methods = new FakeSource().explainer("ablation", null)
        .add("explainers", "vendor", Map.of("id", "other", "class", "C", "requires", "gradient:own"), () -> null);
    Alternatives alternatives = new Alternatives(new Catalogues(methods), model.description());
    return new GradientBatches(engine, new SubjectPass(engine, inputs), inputs,
        new ResolvedTarget(target, "logits", ScoreScale.LOGIT, "target"), size, alternatives, notes::add);
  }

  private static double[] variant(int i) {
    double[] x = Fakes.X.clone();
    x[i % 8] = i * 0.1;
    return x;
  }

  private List<Gradients> run(GradientBatches batches, GradientQuery query) throws LoupeException {
    List<Gradients> out = new ArrayList<>();
    batches.run(COUNT, i -> Map.of("x", ArrayTensor.of(Shape.of(1, 8), variant(i))), query, out::add);
    return out;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64})
  void givesEachVariantItsGradientValuesAndScore(int size) throws Exception {
    GradientQuery query = new GradientQuery(List.of("x"), "plain", List.of("features"));
    List<Gradients> all = run(batches(model, size, new Target.ClassDifference(2, 0)), query);
    assertEquals(COUNT, all.size());
    for (int i = 0; i < COUNT; i++) {
      double[] expected = new double[8];
      Arrays.setAll(expected, f -> LinearModel.weight(2, f) - LinearModel.weight(0, f));
      assertArrayEquals(expected, all.get(i).by("x").toDoubles(), 1e-12);
      assertEquals(Shape.of(1, 8), all.get(i).by("x").shape());
      assertEquals(LinearModel.logit(variant(i), 2) - LinearModel.logit(variant(i), 0), all.get(i).score(), 1e-12);
      assertArrayEquals(variant(i), all.get(i).value("features").toDoubles());
      assertEquals(List.of("features"), List.copyOf(all.get(i).values().keySet()));
    }
    assertEquals(Math.min(size, COUNT), Collections.max(model.batches));
    assertEquals(List.of(), notes);
  }

  @Test
  void startsFromOneElementAndFromTheMeanOfAChannel() throws Exception {
    double[] second = new double[8];
    Arrays.setAll(second, f -> LinearModel.weight(1, f));
    for (Target target : List.of(new Target.Neuron("logits", List.of(1)), new Target.Channel("logits", 1))) {
      for (Gradients g : run(batches(model, 4, target), GradientQuery.by("x"))) {
        assertArrayEquals(second, g.by("x").toDoubles(), 1e-12);
      }
    }
  }

  @Test
  void startsFromTheSquaresOfALayerAndFromADirection() throws Exception {
    List<Gradients> squares = run(batches(model, 4, new Target.Layer("logits")), GradientQuery.by("x"));
    List<Gradients> along =
        run(batches(model, 4, new Target.Direction("logits", List.of(2.0, 0.0, -1.0))), GradientQuery.by("x"));
    for (int i = 0; i < COUNT; i++) {
      double[] x = variant(i);
      double[] square = new double[8];
      double[] direction = new double[8];
      double mean = 0;
      for (int c = 0; c < 3; c++) {
        double logit = LinearModel.logit(x, c);
        mean += logit * logit / 3;
        for (int f = 0; f < 8; f++) {
          square[f] += 2 * logit * LinearModel.weight(c, f) / 3;
        }
      }
      Arrays.setAll(direction, f -> 2 * LinearModel.weight(0, f) - LinearModel.weight(2, f));
      assertArrayEquals(square, squares.get(i).by("x").toDoubles(), 1e-9);
      assertEquals(mean, squares.get(i).score(), 1e-9);
      assertArrayEquals(direction, along.get(i).by("x").toDoubles(), 1e-12);
      assertEquals(2 * LinearModel.logit(x, 0) - LinearModel.logit(x, 2), along.get(i).score(), 1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 64})
  void givesEachVariantTheGradientOfItsOwnScore(int size) throws Exception {
    List<Gradients> all = new ArrayList<>();
    GradientBatches batches = batches(model, size, new Target.ClassIndex(0));
    batches.run("logits", COUNT, i -> Map.of("x", ArrayTensor.of(Shape.of(1, 8), variant(i))),
        i -> oneHot(i % 3), GradientQuery.by("x"), all::add);
    for (int i = 0; i < COUNT; i++) {
      int c = i % 3;
      double[] expected = new double[8];
      Arrays.setAll(expected, f -> LinearModel.weight(c, f));
      assertArrayEquals(expected, all.get(i).by("x").toDoubles(), 1e-12);
      assertEquals(LinearModel.logit(variant(i), c), all.get(i).score(), 1e-12);
    }
  }

  private static Tensor oneHot(int c) {
    double[] weights = new double[3];
    weights[c] = 1;
    return ArrayTensor.of(Shape.of(1, 3), weights);
  }

  @Test
  void runsOneByOneWhereItemsMix() throws Exception {
    model.dependsOnBatch = true;
    double[] first = new double[8];
    Arrays.setAll(first, f -> LinearModel.weight(0, f));
    GradientBatches batches = batches(model, 8, new Target.ClassIndex(0));
    for (Gradients g : run(batches, GradientQuery.by("x"))) {
      assertArrayEquals(first, g.by("x").toDoubles(), 1e-12);
    }
    assertTrue(notes.toString().contains("one by one"), notes::toString);
    assertEquals(OptionalInt.of(1), batches.size());
  }

  @Test
  void halvesBatchesWhereMemoryRunsShort() throws Exception {
    model.largestBatch = 3;
    GradientBatches batches = batches(model, 8, new Target.ClassIndex(0));
    assertEquals(OptionalInt.empty(), batches.size());
    assertEquals(COUNT, run(batches, GradientQuery.by("x")).size());
    assertEquals(OptionalInt.of(2), batches.size());
    // From 8 to 4 and from 4 to 2.
    assertEquals(2, notes.size());
    assertTrue(notes.get(0).contains("Memory ran short"), notes::toString);
    // Another query of the same run begins with what fits.
    assertEquals(COUNT, run(batches, GradientQuery.by("features")).size());
    assertEquals(2, notes.size());
  }

  @Test
  void saysWhatIsWrongWithTheEngine() throws Exception {
    GradientQuery query = GradientQuery.by("x");
    model.forgetful = true;
    LoupeException failed = Fakes.refused(LoupeException.Kind.FAILED,
        () -> run(batches(model, 1, new Target.ClassIndex(0)), query));
    assertTrue(failed.getMessage().contains("did not return"), failed.getMessage());
    model.missingRules = true;
    LoupeException missing = Fakes.refused(LoupeException.Kind.NOT_APPLICABLE,
        () -> run(batches(model, 1, new Target.ClassIndex(0)), query));
    assertEquals("no gradient through Op: logits_node; without gradients work: ablation", missing.getMessage());
    LoupeException none = Fakes.refused(LoupeException.Kind.NOT_APPLICABLE,
        () -> run(batches(new LinearModel(true), 1, new Target.ClassIndex(0)), query));
    assertTrue(none.getMessage().contains("no gradients"), none.getMessage());
  }
}
