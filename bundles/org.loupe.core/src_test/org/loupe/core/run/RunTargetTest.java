/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.Progress;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.Method;

/** Methods that look at no score, or can do without one, on outputs that are class vectors and others. */
class RunTargetTest extends RunFixture {
  /** The output of that name is [N, 4, 2]: no class vector. */
  private static final ScoreRequest BOXES =
      new ScoreRequest(new Target.TopClass(), Optional.of("boxes"), ScoreScale.LOGIT);

  private RunOutcome run(String need, ScoreRequest target, Method method) {
    source.add("explainers", "vendor.methods", Map.of("id", need, "name", need, "class", "C", "target", need),
        () -> method);
    return service().run(lease, new RunRequest(Fakes.subject(), need, "", Map.of(), target, 0, 0, 0, false),
        Progress.NONE);
  }

  private static String target(RunOutcome outcome) {
    assertEquals(RunStatus.COMPLETED, outcome.status(), outcome.message());
    return outcome.record().orElseThrow().provenance().target();
  }

  @Test
  void aScoreIsRequiredUnlessTheRegistrationSaysOtherwise() {
    RunOutcome outcome = run("required", BOXES, (r, c) -> Fakes.answer(1));
    assertEquals(RunStatus.NOT_APPLICABLE, outcome.status());
    assertTrue(outcome.message().contains("class scores"), outcome.message());
    RunOutcome none = run("other", new ScoreRequest(new Target.None(), Optional.empty(), ScoreScale.LOGIT),
        (r, c) -> Fakes.answer(1));
    assertTrue(none.message().contains("name a target"), none.message());
  }

  @Test
  void noTargetIsMadeForAMethodThatLooksAtNone() {
    assertEquals("none", target(run("none", ScoreRequest.DEFAULT, (r, c) -> {
      assertTrue(!r.target().present());
      return Fakes.answer(1);
    })));
    assertTrue(model.batches.isEmpty(), "nothing was run to find one");
  }

  @Test
  void whatIsOptionalIsThereWhereItCanBe() {
    assertTrue(target(run("optional", ScoreRequest.DEFAULT, (r, c) -> Fakes.answer(c.score()))).startsWith("index:"));
  }

  @Test
  void whatIsOptionalMayBeMissing() {
    assertEquals("none", target(run("optional", BOXES, (r, c) -> Fakes.answer(1))));
  }

  @Test
  void whoAsksForAScoreAllTheSameIsToldWhyThereIsNone() {
    RunOutcome outcome = run("optional", BOXES, (r, c) -> Fakes.answer(c.scores(1, i -> Map.of())[0]));
    assertEquals(RunStatus.NOT_APPLICABLE, outcome.status());
    assertTrue(outcome.message().contains("class scores"), outcome.message());
  }

  @Test
  void aTargetThatWasNamedIsNotPassedOver() {
    RunOutcome outcome = run("optional", new ScoreRequest(new Target.ClassIndex(1), Optional.of("boxes"),
        ScoreScale.LOGIT), (r, c) -> Fakes.answer(1));
    assertEquals(RunStatus.NOT_APPLICABLE, outcome.status());
  }
}
