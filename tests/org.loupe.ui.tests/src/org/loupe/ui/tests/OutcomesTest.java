/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.core.run.RunStatus;
import org.loupe.testkit.TinyModels;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.settings.SettingsForm;
import org.loupe.ui.explanation.ExplanationView;
import org.loupe.ui.runs.RunsView;

/** Every way in which a run can end is shown as what it is. */
class OutcomesTest {
  private Bench bench;
  private ExplanationView view;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("outcomes");
    bench.openAndWait(bench.model(TinyModels.leftHalfRedness()));
    view = bench.explanation();
    bench.context().update(i -> i.withMethod("test-ends"));
    Bench.drop(bench.control(view), bench.picture("p.png", 8, 0xff0000, 0).getLocation().toOSString());
    Await.until("the method's settings are shown", () -> !Bench.find(bench.control(view), SettingsForm.class).isEmpty()
        && form().values().containsKey("end"));
    // the view remembers the settings of a method, those of the test before as well
    number("1");
    set("complete");
    JourneyTest.awaitRecord(view, Optional.empty());
  }

  @AfterEach
  void tearDown() throws Exception {
    bench.close();
  }

  @Test
  void refusalSaysWhy() {
    set("not-applicable");
    EmptyMessage message = awaitMessage("This method cannot be used here");
    assertEquals(EmptyMessage.Mood.WARNING, message.mood());
    assertTrue(message.text().contains("this model is not round enough"), message.text());
    Screenshots.take(bench.shell(), "not-applicable");
  }

  @Test
  void failureNamesTheBundleAndNoStackTrace() {
    set("fail");
    EmptyMessage message = awaitMessage("No explanation");
    assertEquals(EmptyMessage.Mood.ERROR, message.mood());
    assertTrue(message.text().contains("org.loupe.ui"), message.text());
    assertFalse(message.text().contains("\tat "), message.text());
    Screenshots.take(bench.shell(), "failed");
  }

  @Test
  void partialResultIsShownAndSaysSo() {
    set("partial");
    Await.until(() -> "a partial result; the view says " + view.message() + view.statusText(),
        () -> !view.isRunning() && view.record().map(r -> r.status() == RunStatus.PARTIAL).orElse(false));
    assertTrue(view.statusText().contains("Partial"), view.statusText());
    Screenshots.take(bench.shell(), "partial");
  }

  @Test
  void longRunIsCancelled() throws Exception {
    RunsView runs = bench.runs();
    set("never");
    Await.until("the run is under way", () -> view.isRunning()
        && runs.entries().stream().anyMatch(e -> e.running() && e.method().equals("Test Ends")));
    Screenshots.take(bench.shell(), "running");

    view.cancel();

    awaitMessage("Explanation cancelled");
    Await.until("the list says so", () -> runs.entries().stream().findFirst()
        .filter(e -> e.status().equals(Optional.of(RunStatus.CANCELLED))).isPresent());
    assertFalse(view.isRunning());
  }

  @Test
  void supersededRunIsCancelled() throws Exception {
    RunsView runs = bench.runs();
    set("never");
    Await.until("the run is under way", () -> runs.entries().stream().anyMatch(e -> e.running()));

    set("complete");

    JourneyTest.awaitRecord(view, Optional.empty());
    Await.until("nothing runs any more", () -> runs.entries().stream().noneMatch(e -> e.running()));
  }

  @Test
  void profileSetsItsSettings() {
    Combo profile = combos().stream().filter(c -> Arrays.asList(c.getItems()).contains("Refusing"))
        .findFirst().orElseThrow();
    profile.select(profile.indexOf("Refusing"));
    profile.notifyListeners(SWT.Selection, new Event());
    assertEquals("not-applicable", form().values().get("end"));
    awaitMessage("This method cannot be used here");
  }

  @Test
  void wrongSettingIsSaidWithoutARun() throws Exception {
    long before = bench.runs().entries().size();
    number("11");
    EmptyMessage message = awaitMessage("These settings cannot be used");
    assertTrue(message.text().contains("number"), message.text());
    assertEquals(before, bench.runs().entries().size());
  }

  private SettingsForm form() {
    return Bench.find(bench.control(view), SettingsForm.class).get(0);
  }

  private void number(String text) {
    Bench.find(form(), Text.class).get(0).setText(text);
  }

  private List<Combo> combos() {
    return Bench.find(bench.control(view), Combo.class);
  }

  /** Chooses how the method ends, as a user does. */
  private void set(String end) {
    Combo combo = Bench.find(form(), Combo.class).get(0);
    String words = end.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + end.substring(1).replace('-', ' ');
    combo.select(combo.indexOf(words));
    combo.notifyListeners(SWT.Selection, new Event());
  }

  private EmptyMessage awaitMessage(String title) {
    Await.until(() -> title + "; the view says " + view.message() + view.statusText(),
        () -> view.message().filter(m -> m.title().equals(title)).isPresent());
    return view.message().orElseThrow();
  }
}
