/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.core.testing.Fakes.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.Progress;
import org.loupe.api.card.InputCard;
import org.loupe.api.card.InputEntry;
import org.loupe.core.card.CardFiles;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.input.InputReader;
import org.loupe.core.model.ModelLease;
import org.loupe.core.testing.FakeSource;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.LinearModel;
import org.loupe.core.testing.TensorLike;
import org.loupe.math.npy.NpyWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** The layer {@code features} is the input itself as two channels of 2 x 2, so everything is known in closed form. */
class ExcitingSearchTest {
  private static final int FILES = 23;
  private static final InputCard CARD =
      new InputCard(Map.of("x", new InputEntry.Decoded("tensor", Map.of("scale", "2"))), Map.of());
  @TempDir
  Path temp;
  private Path folder;
  private final List<double[]> values = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  @BeforeEach
  void files() throws IOException {
    folder = Files.createDirectories(temp.resolve("data"));
    RandomGenerator random = new SplittableRandom(5);
    for (int i = 0; i < FILES; i++) {
      Path file = folder.resolve(i % 3 == 0 ? "sub" : ".").normalize().resolve(String.format("%02d.npy", i));
      Files.createDirectories(file.getParent());
      double[] x = random.doubles(LinearModel.FEATURES, -1, 1).toArray();
      NpyWriter.write(ArrayTensor.of(Shape.of(1, LinearModel.FEATURES), x), file);
      values.add(x);
      names.add(folder.relativize(file).toString());
    }
  }

  private ExcitingSearch search(Path state) {
    Catalogues catalogues = new Catalogues(new FakeSource().modality("tensor", new TensorLike("tensor")));
    return new ExcitingSearch(catalogues, new InputReader(catalogues), new CardFiles(catalogues), state, 0);
  }

  private ExcitingRequest request(Measure measure, int keep) {
    return new ExcitingRequest(CARD, "features", folder, measure, keep);
  }

  private ExcitingFiles find(LinearModel model, Path state, ExcitingRequest request) throws Exception {
    try (ModelLease lease = Fakes.lease(temp, model)) {
      return search(state).find(lease, request, Progress.NONE, partial -> {
      });
    }
  }

  /** Every file's score by hand, sorted. */
  private List<ExcitingFile> bruteForce(int channel, Measure measure, int keep) {
    List<ExcitingFile> all = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      double[] map = Arrays.stream(values.get(i), channel * 4, channel * 4 + 4).map(v -> 2 * v).toArray();
      int peak = 0;
      for (int j = 1; j < map.length; j++) {
        peak = map[j] > map[peak] ? j : peak;
      }
      double score = measure == Measure.MAX ? map[peak] : Arrays.stream(map).sum() / 4;
      all.add(new ExcitingFile(names.get(i), score, map[peak], peak / 2, peak % 2));
    }
    return all.stream().sorted(Comparator.comparing(ExcitingFile::score).reversed()).limit(keep).toList();
  }

  @ParameterizedTest
  @CsvSource({"MEAN, 1, true", "MEAN, 5, true", "MAX, 5, true", "MEAN, 100, true", "MAX, 5, false"})
  void bestFilesAreThoseOfBruteForce(Measure measure, int keep, boolean openBatch) throws Exception {
    ExcitingFiles found = find(new LinearModel(openBatch), null, request(measure, keep));
    assertEquals(List.of(bruteForce(0, measure, keep), bruteForce(1, measure, keep)), found.channels());
    assertEquals(List.of(FILES, FILES, 0), List.of(found.files(), found.read(), found.skipped()));
    assertEquals(List.of(2, 2), List.of(found.rows(), found.columns()));
    assertTrue(found.complete());
  }

  @Test
  void filesAreRunInBatches() throws Exception {
    LinearModel model = new LinearModel(true);
    find(model, null, request(Measure.MEAN, 3));
    assertTrue(model.batches.stream().anyMatch(n -> n > 8), model.batches.toString());
  }

  @Test
  void unreadableFilesAreSkippedAndCounted() throws Exception {
    Files.writeString(folder.resolve("00-broken.npy"), "no tensor");
    Files.writeString(folder.resolve("zz.npy"), "");
    ExcitingFiles found = find(new LinearModel(true), null, request(Measure.MEAN, 3));
    assertEquals(bruteForce(0, Measure.MEAN, 3), found.channels().get(0));
    assertEquals(List.of(FILES + 2, FILES, 2), List.of(found.files(), found.read(), found.skipped()));
    assertTrue(found.firstSkipped().contains("00-broken.npy"), found.firstSkipped());
    assertTrue(found.complete());
  }

  @Test
  void numbersThatAreNotFiniteExciteNothing() throws Exception {
    double[] x = {Double.NaN, 1, 1, 1, 9, 9, 9, 9};
    NpyWriter.write(ArrayTensor.of(Shape.of(1, 8), x), folder.resolve("nan.npy"));
    ExcitingFiles found = find(new LinearModel(true), null, request(Measure.MEAN, 2));
    assertEquals(bruteForce(0, Measure.MEAN, 2), found.channels().get(0));
    assertEquals("nan.npy", found.channels().get(1).get(0).file(), "its other channel is fine");
    assertEquals(18, found.channels().get(1).get(0).score());
  }

  @Test
  void answerIsKeptUntilSomethingChanges() throws Exception {
    Path state = temp.resolve("state");
    LinearModel model = new LinearModel(true);
    ExcitingFiles first = find(model, state, request(Measure.MEAN, 3));
    int passes = model.batches.size();
    assertEquals(first, find(model, state, request(Measure.MEAN, 3)));
    assertEquals(passes, model.batches.size(), "from the cache");
    find(model, state, request(Measure.MAX, 3));
    assertTrue(model.batches.size() > passes, "another question");
    passes = model.batches.size();
    NpyWriter.write(ArrayTensor.of(Shape.of(1, 8), 9.0, 9, 9, 9, 9, 9, 9, 9), folder.resolve("new.npy"));
    assertEquals("new.npy", find(model, state, request(Measure.MEAN, 3)).channels().get(0).get(0).file());
    assertTrue(model.batches.size() > passes, "another folder");
  }

  @Test
  void damagedCacheIsWorkedOutAgain() throws Exception {
    Path state = temp.resolve("state");
    ExcitingFiles first = find(new LinearModel(true), state, request(Measure.MEAN, 3));
    Path kept;
    try (Stream<Path> files = Files.list(state.resolve("exciting"))) {
      kept = files.findFirst().orElseThrow();
    }
    String text = Files.readString(kept);
    for (String damaged : List.of("{", text.replace("\"rows\":2", "\"rows\":-2"),
        text.replace(bruteForce(0, Measure.MEAN, 1).get(0).file(), "../../secret"))) {
      Files.writeString(kept, damaged);
      assertEquals(first, find(new LinearModel(true), state, request(Measure.MEAN, 3)), damaged);
    }
  }

  @Test
  void cancelKeepsWhatIsThere() throws Exception {
    LinearModel model = new LinearModel(false);
    Progress afterSome = new Progress() {
      @Override
      public void begin(String task, long units) {
        // only the model counts
      }

      @Override
      public void worked(long units) {
        // only the model counts
      }

      @Override
      public boolean cancelled() {
        return model.batches.size() >= 4;
      }
    };
    Path state = temp.resolve("state");
    try (ModelLease lease = Fakes.lease(temp, model)) {
      ExcitingFiles found = search(state).find(lease, request(Measure.MEAN, 3), afterSome, partial -> {
      });
      assertFalse(found.complete());
      assertEquals(4, found.read());
      assertThrows(CancellationException.class,
          () -> search(state).find(lease, request(Measure.MEAN, 3), afterSome, partial -> {
          }), "nothing was found before, and a part is not kept");
    }
  }

  @Test
  void refusalsSayWhy() throws Exception {
    LinearModel model = new LinearModel(true);
    assertTrue(refused(Kind.BAD_INPUT, () -> find(model, null, new ExcitingRequest(CARD, "features",
        temp.resolve("gone"), Measure.MEAN, 3))).getMessage().contains("there is no folder"));
    Path bad = Files.createDirectories(temp.resolve("bad"));
    assertTrue(refused(Kind.BAD_INPUT, () -> find(model, null,
        new ExcitingRequest(CARD, "features", bad, Measure.MEAN, 3))).getMessage().contains("there is no file in"));
    Files.writeString(bad.resolve("a.npy"), "no tensor");
    String none = refused(Kind.BAD_INPUT, () -> find(model, null,
        new ExcitingRequest(CARD, "features", bad, Measure.MEAN, 3))).getMessage();
    assertTrue(none.startsWith("none of the 1 files in") && none.contains("a.npy"), none);
    refused(Kind.USAGE, () -> find(model, null, new ExcitingRequest(CARD, "nope", folder, Measure.MEAN, 3)));
    assertThrows(IllegalArgumentException.class, () -> request(Measure.MEAN, 0));
  }
}
