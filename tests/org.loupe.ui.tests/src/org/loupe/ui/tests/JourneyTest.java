/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunStatus;
import org.loupe.scene.Group;
import org.loupe.scene.Item;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;
import org.loupe.scene.TextItem;
import org.loupe.testkit.TinyModels;
import org.loupe.ui.api.canvas.SceneCanvas;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.settings.SettingsForm;
import org.loupe.ui.explanation.ExplanationView;
import org.loupe.ui.prediction.PredictionView;
import org.loupe.ui.runs.RunEntry;
import org.loupe.ui.runs.RunsView;

/** From a model file to an explained prediction, as a user goes. The model's answer is known in closed form. */
class JourneyTest {
  private static final int RED = 0xff0000;
  private static final int BLACK = 0;

  private Bench bench;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("journey");
  }

  @AfterEach
  void tearDown() throws Exception {
    bench.close();
  }

  @Test
  void emptyViewsSayWhatToDo() throws Exception {
    EmptyMessage nothing = bench.explanation().message().orElseThrow();
    assertEquals("No model", nothing.title());
    assertFalse(nothing.actions().isEmpty(), "there is something to click");
    assertTrue(bench.prediction().isEmpty());
    Screenshots.take(bench.shell(), "empty");

    bench.openAndWait(bench.model(TinyModels.leftHalfRedness()));

    assertEquals("No input", bench.explanation().message().orElseThrow().title());
    assertTrue(bench.prediction().isEmpty());
    Screenshots.take(bench.shell(), "no-input");
  }

  @Test
  void droppedPictureIsPredictedAndExplained() throws Exception {
    bench.openAndWait(bench.model(TinyModels.leftHalfRedness()));
    PredictionView prediction = bench.prediction();
    ExplanationView explanation = bench.explanation();

    assertTrue(Bench.drop(bench.control(prediction), file("left-red.png", RED, BLACK)));
    RunRecord record = awaitRecord(explanation, Optional.empty());

    Await.until("the prediction is shown", () -> !prediction.isEmpty());
    Table classes = Bench.find(bench.control(prediction), Table.class).get(0);
    assertEquals(2, classes.getItemCount());
    assertEquals(RunStatus.COMPLETED, record.status());
    double[] halves = halves(record);
    assertTrue(halves[0] > 0, "red on the left speaks for class 0: " + halves[0]);
    assertEquals(0, halves[1], 1e-9, "nothing on the right matters");
    Await.until("the picture is drawn", () -> explanation.canvas().scene() != null);
    assertTrue(numbers(explanation.canvas().scene()).size() >= 2, "the legend has numbers");
    assertTrue(Screenshots.colors(Screenshots.take(explanation.canvas(), "heat-map"), 8) >= 8, "something is drawn");
    Screenshots.take(bench.shell(), "explained-light");
  }

  @Test
  void anotherClassIsExplainedAnew() throws Exception {
    bench.openAndWait(bench.model(TinyModels.leftHalfRedness()));
    bench.context().update(i -> i.withMethod("occlusion"));
    ExplanationView explanation = bench.explanation();
    Bench.drop(bench.control(explanation), file("left-red.png", RED, BLACK));
    RunRecord first = awaitRecord(explanation, Optional.empty());

    bench.context().update(i -> i.withTarget(
        new ScoreRequest(new Target.ClassIndex(1), Optional.empty(), ScoreScale.LOGIT)));
    RunRecord second = awaitRecord(explanation, Optional.of(first));

    assertEquals(-halves(first)[0], halves(second)[0], 1e-5, "what speaks for one class speaks against the other");
  }

  @Test
  void clickOnClassMovesTheTarget() throws Exception {
    bench.openAndWait(bench.model(TinyModels.leftHalfRedness()));
    PredictionView prediction = bench.prediction();
    Bench.drop(bench.control(prediction), file("left-red.png", RED, BLACK));
    Await.until("the prediction is shown", () -> !prediction.isEmpty());
    Table classes = Bench.find(bench.control(prediction), Table.class).get(0);

    classes.setSelection(1);
    classes.notifyListeners(SWT.Selection, new Event());

    assertEquals(new Target.ClassIndex(1), bench.context().current().target().target());
  }

  @Test
  void optionOfTheViewRedraws() throws Exception {
    ExplanationView explanation = explained();
    Scene before = explanation.canvas().scene();
    SettingsForm options = Bench.find(bench.control(explanation), SettingsForm.class).stream()
        .filter(f -> f.values().containsKey("opacity")).findFirst().orElseThrow();
    RunRecord record = explanation.record().orElseThrow();

    Bench.line(options, "Opacity").setText("0.25");

    Await.until("another picture", () -> explanation.canvas().scene() != before);
    assertSame(record, explanation.record().orElseThrow(), "nothing was computed again");
  }

  @Test
  void keyboardWalksOverTheCanvas() throws Exception {
    ExplanationView explanation = explained();
    SceneCanvas canvas = explanation.canvas();
    List<Selection> chosen = new ArrayList<>();
    canvas.onSelection(chosen::add);
    for (int key : new int[] {SWT.ARROW_RIGHT, SWT.HOME, SWT.ARROW_RIGHT, SWT.CR}) {
      Event event = new Event();
      event.keyCode = key;
      canvas.notifyListeners(SWT.KeyDown, event);
    }
    assertFalse(canvas.getToolTipText().isBlank(), "the place in focus is said");
    assertEquals(1, chosen.size());
    assertEquals(1, chosen.get(0).coordinates().get(0), "the second column");
  }

  @Test
  void unpinnedViewCatchesUp() throws Exception {
    ExplanationView explanation = explained();
    RunRecord record = explanation.record().orElseThrow();
    IAction pin = Arrays.stream(explanation.getViewSite().getActionBars().getToolBarManager().getItems())
        .filter(ActionContributionItem.class::isInstance).map(i -> ((ActionContributionItem) i).getAction())
        .filter(a -> "Pin".equals(a.getText())).findFirst().orElseThrow();
    pin.setChecked(true);
    pin.run();

    bench.context().update(i -> i.withTarget(
        new ScoreRequest(new Target.ClassIndex(1), Optional.empty(), ScoreScale.LOGIT)));
    Await.idle();
    assertSame(record, explanation.record().orElseThrow());
    assertFalse(explanation.isRunning());

    pin.setChecked(false);
    pin.run();
    RunRecord second = awaitRecord(explanation, Optional.of(record));
    assertEquals(-halves(record)[0], halves(second)[0], 1e-5);
  }

  /** The view with a picture. */
  private ExplanationView explained() throws Exception {
    bench.openAndWait(bench.model(TinyModels.leftHalfRedness()));
    bench.context().update(i -> i.withMethod("occlusion"));
    ExplanationView explanation = bench.explanation();
    Bench.drop(bench.control(explanation), file("left-red.png", RED, BLACK));
    awaitRecord(explanation, Optional.empty());
    Await.until("the picture is drawn", () -> explanation.canvas().scene() != null);
    return explanation;
  }

  @Test
  void runsAreListedAndShownAgain() throws Exception {
    bench.openAndWait(bench.model(TinyModels.leftHalfRedness()));
    ExplanationView explanation = bench.explanation();
    Bench.drop(bench.control(explanation), file("listed.png", RED, BLACK));
    RunRecord record = awaitRecord(explanation, Optional.empty());
    RunsView runs = bench.runs();
    Await.until("the run is listed with its stored result", () -> runs.entries().stream().findFirst()
        .filter(e -> e.stored().isPresent() && e.subject().equals("listed.png") && e.status()
            .equals(Optional.of(RunStatus.COMPLETED))).isPresent());
    RunEntry newest = runs.entries().get(0);
    assertEquals("listed.png", newest.subject());

    bench.context().update(i -> i.withTarget(
        new ScoreRequest(new Target.ClassIndex(1), Optional.empty(), ScoreScale.LOGIT)));
    awaitRecord(explanation, Optional.of(record));
    Table table = Bench.find(bench.control(runs), Table.class).get(0);
    Await.until("both runs are listed", () -> runs.entries().size() >= 2
        && runs.entries().get(1).number() == newest.number());
    table.setSelection(1);
    table.notifyListeners(SWT.DefaultSelection, new Event());

    Await.until("the stored result is shown", () -> explanation.statusText().startsWith("Stored result"));
    assertEquals(halves(record)[0], halves(explanation.record().orElseThrow())[0], 0, "bit for bit");
  }

  private String file(String name, int left, int right) throws Exception {
    IFile picture = bench.picture(name, 8, left, right);
    return picture.getLocation().toOSString();
  }

  /** Waits for a result that is another than the one before. */
  static RunRecord awaitRecord(ExplanationView view, Optional<RunRecord> before) {
    Await.until(() -> "an explanation; the view says " + view.message() + ", " + view.statusText(),
        () -> !view.isRunning() && view.record().isPresent()
            && before.map(b -> b != view.record().get()).orElse(true));
    return view.record().orElseThrow();
  }

  /** Sum of the map over the left and the right half. */
  private static double[] halves(RunRecord record) {
    SaliencyMap map = (SaliencyMap) record.result();
    double[] values = map.values().toDoubles();
    int width = map.values().shape().intDim(map.axes().width());
    double[] sums = new double[2];
    for (int i = 0; i < values.length; i++) {
      // the width is the innermost axis of this model
      sums[i % width < width / 2 ? 0 : 1] += values[i];
    }
    return sums;
  }

  private static List<Double> numbers(Scene scene) {
    List<Double> out = new ArrayList<>();
    collect(scene.items(), out);
    return out;
  }

  private static void collect(List<Item> items, List<Double> out) {
    for (Item item : items) {
      if (item instanceof Group g) {
        collect(g.items(), out);
      } else if (item instanceof TextItem t && t.text().matches("[-\u2212+]?[0-9.]+(e-?[0-9]+)?")) {
        out.add(Double.parseDouble(t.text().replace('\u2212', '-')));
      }
    }
  }
}
