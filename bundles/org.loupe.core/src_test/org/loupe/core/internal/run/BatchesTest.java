/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.LinearModel;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

class BatchesTest {
  private static final ResolvedTarget CLASS_1 =
      new ResolvedTarget(new Target.ClassIndex(1), "logits", ScoreScale.LOGIT, "class 1");
  @TempDir
  Path folder;
  private final List<String> notes = new ArrayList<>();

  private Batches batches(LinearModel model, int size, ResolvedTarget target) throws Exception {
    return new Batches(new Engine(Fakes.lease(folder, model), Progress.NONE), Fakes.subject().tensors(), target, size,
        notes::add);
  }

  private static double[] variant(int i) {
    double[] x = Fakes.X.clone();
    x[i % 8] = i * 0.1;
    return x;
  }

  private static Map<String, Tensor> inputs(int i) {
    return Map.of("x", ArrayTensor.of(Shape.of(1, 8), variant(i)));
  }

  private static double[] expected(int count) {
    return IntStream.range(0, count).mapToDouble(i -> LinearModel.logit(variant(i), 1)).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64})
  void scoresAreTheSameInBatchesOfAnySize(int size) throws Exception {
    LinearModel model = new LinearModel(true);
    double[] scores = batches(model, size, CLASS_1).scores(20, BatchesTest::inputs);
    assertArrayEquals(expected(20), scores, 1e-12);
    assertEquals(Math.min(20, size), model.batches.stream().mapToInt(n -> n).max().getAsInt());
    assertEquals(List.of(), notes);
  }

  @Test
  void variantsAreAskedForOnceAndInOrder() throws Exception {
    List<Integer> asked = new ArrayList<>();
    batches(new LinearModel(true), 4, CLASS_1).scores(10, i -> {
      asked.add(i);
      return inputs(i);
    });
    assertEquals(IntStream.range(0, 10).boxed().toList(), asked);
  }

  @Test
  void whereMemoryRunsShortBatchesAreHalved() throws Exception {
    LinearModel model = new LinearModel(true);
    model.largestBatch = 5;
    Batches batches = batches(model, 16, CLASS_1);
    assertArrayEquals(expected(40), batches.scores(40, BatchesTest::inputs), 1e-12);
    assertEquals(4, batches.size());
    assertTrue(model.batches.containsAll(List.of(16, 8, 4)), model.batches.toString());
    assertEquals(2, model.batches.stream().filter(n -> n > 5).count(), "each size is tried once");
    assertTrue(notes.get(0).startsWith("Memory ran short"), notes.toString());
  }

  @Test
  void whereNotEvenOneFitsTheRunFails() throws Exception {
    LinearModel model = new LinearModel(true);
    model.largestBatch = 0;
    LoupeException e = assertThrows(LoupeException.class,
        () -> batches(model, 8, CLASS_1).scores(4, BatchesTest::inputs));
    assertTrue(e.getMessage().contains("Failed to allocate"), e.getMessage());
  }

  @Test
  void aModelWhoseItemsInfluenceEachOtherRunsOneByOne() throws Exception {
    LinearModel model = new LinearModel(true);
    model.dependsOnBatch = true;
    Batches batches = batches(model, 16, CLASS_1);
    double[] alone = Arrays.stream(expected(10)).map(v -> v + 0.01).toArray();
    assertArrayEquals(alone, batches.scores(10, BatchesTest::inputs), 1e-12);
    assertEquals(1, batches.size());
    assertTrue(notes.get(0).contains("one by one"), notes.toString());
  }

  @Test
  void anOpenBatchAxisThatIsNotMeantRunsOneByOne() throws Exception {
    LinearModel model = new LinearModel(true);
    model.oneItemOnly = true;
    assertArrayEquals(expected(10), batches(model, 16, CLASS_1).scores(10, BatchesTest::inputs), 1e-12);
    assertEquals(1, model.batches.stream().filter(n -> n > 1).count(), "it is tried once");
  }

  @Test
  void aFixedBatchAxisRunsOneByOne() throws Exception {
    LinearModel model = new LinearModel(false);
    Batches batches = batches(model, 16, CLASS_1);
    assertEquals(1, batches.size());
    assertArrayEquals(expected(5), batches.scores(5, BatchesTest::inputs), 1e-12);
    assertEquals(List.of(1, 1, 1, 1, 1), model.batches);
  }

  @Test
  void neuronsChannelsAndDifferencesAreReadFromEachItem() throws Exception {
    Target[] targets = {new Target.Neuron("features", List.of(1, 0, 1)), new Target.Channel("features", 1),
        new Target.ClassDifference(2, 0)};
    for (Target target : targets) {
      String value = target instanceof Target.ClassDifference ? "logits" : "features";
      double[] scores = batches(new LinearModel(true), 4, new ResolvedTarget(target, value, ScoreScale.LOGIT, "t"))
          .scores(9, BatchesTest::inputs);
      for (int i = 0; i < 9; i++) {
        double[] x = variant(i);
        double wanted = target instanceof Target.Neuron ? x[5] : target instanceof Target.Channel
            ? (x[4] + x[5] + x[6] + x[7]) / 4 : LinearModel.logit(x, 2) - LinearModel.logit(x, 0);
        assertEquals(wanted, scores[i], 1e-12, target + " of " + i);
      }
    }
  }

  @Test
  void aVariantThatIsNoneIsTheMethodsFault() throws Exception {
    Batches batches = batches(new LinearModel(true), 4, CLASS_1);
    assertThrows(IllegalArgumentException.class, () -> batches.scores(1, i -> null));
    assertThrows(IllegalArgumentException.class, () -> batches.scores(1, i -> Map.of("y", inputs(0).get("x"))));
    assertThrows(IllegalArgumentException.class, () -> batches.scores(-1, BatchesTest::inputs));
    assertEquals(0, batches.scores(0, BatchesTest::inputs).length);
  }

  @Test
  void cancellationStopsBeforeTheNextBatch() throws Exception {
    LinearModel model = new LinearModel(true);
    Progress cancel = new Progress() {
      @Override
      public void begin(String task, long units) {
      }

      @Override
      public void worked(long units) {
      }

      @Override
      public boolean cancelled() {
        return model.batches.size() >= 6;
      }
    };
    Batches batches = new Batches(new Engine(Fakes.lease(folder, model), cancel), Fakes.subject().tensors(), CLASS_1, 4,
        notes::add);
    assertThrows(CancellationException.class, () -> batches.scores(1000, BatchesTest::inputs));
    assertEquals(6, model.batches.size());
  }

  @ParameterizedTest
  @CsvSource({"100000000, 64", "1, 1", "10000, 16", "20000, 32"})
  void theBudgetDecides(long bytes, int size) {
    // An item is four times 64 bytes of input and four times 64 bytes of the largest layer: 512 bytes.
    assertEquals(size, new MemoryBudget(bytes).batchSize(new LinearModel(true).description(),
        Fakes.subject().tensors()));
  }
}
