/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.GeneratedInput;
import org.loupe.core.result.RunRecord;
import org.loupe.testkit.TinyModels;
import org.loupe.ui.explanation.ExplanationView;

/** The Explanation view with methods that need no input of the user's, or no target. */
class InsideMethodsTest {
  private Bench bench;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("inside");
  }

  @AfterEach
  void tearDown() throws Exception {
    bench.close();
  }

  private boolean targetIsShown(ExplanationView view) {
    return Bench.find(bench.control(view), Label.class).stream().filter(l -> l.getText().equals("Target:"))
        .allMatch(Label::isVisible);
  }

  @Test
  void methodThatMakesItsInputRunsWithoutOne() throws Exception {
    bench.openAndWait(bench.model(TinyModels.leftHalfRedness()));
    ExplanationView view = bench.explanation();
    Await.until("the view asks for an input",
        () -> view.message().filter(m -> m.title().equals("No input")).isPresent());

    bench.context().update(i -> i.withMethod("feature-visualization"));
    RunRecord record = JourneyTest.awaitRecord(view, Optional.empty());

    assertTrue(bench.context().current().input().isEmpty());
    assertInstanceOf(GeneratedInput.class, record.result());
    assertTrue(targetIsShown(view));
    Screenshots.take(bench.shell(), "explained-without-input");

    Bench.drop(bench.control(view), bench.picture("p.png", 8, 0xff0000, 0).getLocation().toOSString());
    Await.until("the picture is looked at", () -> bench.context().current().input().isPresent());
    Await.idle();
    assertEquals(record, view.record().orElseThrow(), "an input changes nothing for it");

    bench.context().update(i -> i.withMethod("occlusion"));
    assertEquals("occlusion",
        JourneyTest.awaitRecord(view, Optional.of(record)).provenance().explainer());
  }

  @Test
  void methodThatLooksAtNoTargetIsNotAskedForOne() throws Exception {
    bench.openAndWait(bench.model(TinyModels.leftHalfRedness()));
    ExplanationView view = bench.explanation();
    Bench.drop(bench.control(view), bench.picture("p.png", 8, 0xff0000, 0).getLocation().toOSString());
    RunRecord before = JourneyTest.awaitRecord(view, Optional.empty());

    bench.context().update(i -> i.withMethod("activation-survey"));
    RunRecord record = JourneyTest.awaitRecord(view, Optional.of(before));

    assertEquals("none", record.provenance().target());
    assertFalse(targetIsShown(view));
    assertFalse(view.statusText().contains("target"), view.statusText());
    Screenshots.take(bench.shell(), "survey-in-explanation");
  }

  @Test
  void layerOfAModelWithoutClassesIsShown() throws Exception {
    bench.openAndWait(bench.model(TinyModels.mapsOnly()));
    ExplanationView view = bench.explanation();
    Bench.drop(bench.control(view), bench.picture("p.png", 8, 0xff0000, 0).getLocation().toOSString());
    Await.until("occlusion says that there are no classes",
        () -> view.message().filter(m -> m.text().contains("class scores")).isPresent());

    bench.context().update(i -> i.withMethod("activations"));

    assertInstanceOf(FeatureMaps.class, JourneyTest.awaitRecord(view, Optional.empty()).result());
  }
}
