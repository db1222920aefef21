/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.hostile.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.RegistryFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.card.InputCard;
import org.loupe.api.card.InputEntry;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.ScoreRequest;
import org.loupe.core.Loupe;
import org.loupe.core.LoupeOptions;
import org.loupe.core.catalogue.Problem;
import org.loupe.core.catalogue.RegistrySource;
import org.loupe.core.model.ModelLease;
import org.loupe.core.result.ExportOptions;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.Run;
import org.loupe.core.run.RunListener;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunRequest;
import org.loupe.core.run.RunStatus;
import org.loupe.hostile.StubbornExplainer;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.testkit.TinyModels;

/** A bundle that does everything wrong harms nobody but itself, and is named. */
class HostileContributionsTest {
  private static final String HOSTILE = "org.loupe.hostile";

  @TempDir
  Path folder;

  private final Loupe loupe = Loupe.open(new RegistrySource(RegistryFactory.getRegistry()), LoupeOptions.IN_MEMORY);
  private ModelLease lease;
  private Subject.Single subject;

  @BeforeEach
  void open() throws IOException, LoupeException {
    lease = loupe.models().open(TinyModels.write(TinyModels.denseRelu(), folder), LoadOptions.DEFAULT, Progress.NONE);
    InputCard card = new InputCard(Map.of("x", new InputEntry.Decoded("tensor", Map.of())), Map.of());
    subject = loupe.inputs().readTensors(lease.description(), card,
        Map.of("x", ArrayTensor.of(Shape.of(1, 3), 20f, 50f, 30f)), Progress.NONE);
  }

  @AfterEach
  void close() {
    lease.close();
    loupe.close();
  }

  private RunOutcome run(String method) {
    return loupe.runs().run(lease, RunRequest.of(subject, method, ScoreRequest.DEFAULT), Progress.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hostile-throws", "hostile-null", "hostile-wrong-type", "hostile-missing-class",
      "hostile-linkage", "hostile-constructor", "hostile-stack", "hostile-wrong-shape", "hostile-writes"})
  void aFailureIsContainedAndNamesTheBundle(String method) {
    RunOutcome outcome = run(method);
    assertEquals(RunStatus.FAILED, outcome.status());
    assertTrue(outcome.bundle().startsWith(HOSTILE), outcome.bundle());
    assertEquals(1, outcome.message().lines().count(), outcome.message());
    assertOthersStillWork();
  }

  @Test
  void aMethodThatIgnoresCancelIsLeftBehind() throws Exception {
    Run run = loupe.runs().start(lease, RunRequest.of(subject, "hostile-ignores-cancel", ScoreRequest.DEFAULT),
        RunListener.NONE);
    assertTrue(StubbornExplainer.STARTED.await(60, TimeUnit.SECONDS));
    run.cancel();
    RunOutcome outcome = run.future().get(60, TimeUnit.SECONDS);
    assertEquals(RunStatus.CANCELLED, outcome.status());
    assertTrue(outcome.bundle().startsWith(HOSTILE), outcome.bundle());
    assertOthersStillWork();
    StubbornExplainer.RELEASE.countDown();
  }

  @Test
  void whatIsRegisteredWronglyIsReportedAndLeftOut() throws LoupeException {
    List<Problem> problems = loupe.catalogues().problems();
    assertTrue(problems.stream().anyMatch(p -> p.message().contains("occlusion")
        && p.message().contains("org.loupe.explain.perturbation") && p.bundle().startsWith(HOSTILE)),
        problems::toString);
    assertEquals("org.loupe.explain.perturbation", loupe.catalogues().explainers().find("occlusion").bundle());
    assertEquals(2, problems.size(), problems::toString);
  }

  @Test
  void aViewThatDrawsNothingIsAnErrorAndOthersStillDraw() throws Exception {
    RunRecord record = run("occlusion").record().orElseThrow();
    LoupeException error = assertThrows(LoupeException.class, () -> loupe.exporters().scene(record,
        new ExportOptions(Map.of(), "hostile-null-scene", 300, 200, false)));
    assertTrue(error.getMessage().contains("hostile"), error.getMessage());
    assertFalse(loupe.exporters().scene(record, ExportOptions.DEFAULT).items().isEmpty());
  }

  @Test
  void aLoaderThatReturnsNothingIsAnErrorThatNamesIt() throws IOException {
    Path file = Files.writeString(folder.resolve("m.hostile"), "anything");
    LoupeException error = assertThrows(LoupeException.class,
        () -> loupe.models().open(file, LoadOptions.DEFAULT, Progress.NONE));
    assertTrue(error.getMessage().contains(HOSTILE), error.getMessage());
  }

  @Test
  void aFacetThatThrowsIsAWarningAndNotOffered() throws LoupeException {
    assertFalse(lease.description().capabilities().contains("hostile"));
    assertTrue(lease.description().warnings().stream().anyMatch(w -> w.contains("hostile-facet")
        && w.contains("bundle " + HOSTILE)), lease.description().warnings()::toString);
    assertTrue(lease.facet(Runnable.class).isEmpty());
  }

  @Test
  void aFacetThatIsNullAndClosesTheModelHarmsNobody() {
    LoupeException error = assertThrows(LoupeException.class, () -> lease.facet(CharSequence.class));
    assertTrue(error.getMessage().contains(HOSTILE), error.getMessage());
    assertOthersStillWork();
  }

  @Test
  void aModalityThatThrowsDoesNotHinderProposals() {
    assertTrue(loupe.cards().propose(lease.description()).inputs().containsKey("x"));
    InputCard card = new InputCard(Map.of("x", new InputEntry.Decoded("hostile-modality", Map.of())), Map.of());
    List<String> problems = loupe.cards().check(card, lease.description());
    assertTrue(problems.stream().anyMatch(p -> p.contains("hostile")), problems::toString);
    assertThrows(LoupeException.class,
        () -> loupe.inputs().read(lease.description(), card, Map.of("", folder.resolve("f")), Progress.NONE));
  }

  /** Occlusion on the hand-computed model: 4 x for each feature, whatever happened before. */
  private void assertOthersStillWork() {
    RunOutcome outcome = loupe.runs().run(lease, new RunRequest(subject, "occlusion", "",
        Map.of("window", "1", "baseline", "zero"), ScoreRequest.DEFAULT, 0, 0, 0, false), Progress.NONE);
    assertEquals(RunStatus.COMPLETED, outcome.status(), outcome.message());
    FeatureAttribution result = (FeatureAttribution) outcome.record().orElseThrow().result();
    assertArrayEquals(new double[] {80, 200, 120}, result.values().toDoubles(), 1e-4);
    assertArrayEquals(new float[] {20, 50, 30}, subject.first().tensor().toFloats());
  }
}
