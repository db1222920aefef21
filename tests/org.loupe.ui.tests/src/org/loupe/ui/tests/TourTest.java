/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.IViewDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;
import org.loupe.samples.workspace.SampleWorkspace;
import org.loupe.testkit.LargeModels;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.editor.ModelEditor;
import org.loupe.ui.explanation.ExplanationView;
import org.loupe.ui.perspective.ModelDebugging;
import org.loupe.ui.prediction.PredictionView;

/**
 * Walks over every page and view, on the sample and on a graph of 2,000 nodes. No turn of the event loop may keep the
 * user waiting for more than a tenth of a second by the {@link Heartbeat}, which leaves out what other programs do with
 * the processors. The first walk of all loads classes, and whom the UI thread waits for, as a lock's holder or the X
 * server, may be kept waiting itself by other programs: where a step took too long, the walk is taken again, a few
 * times at most, and what counts is the best that each step has done. What really takes long does so every time.
 * Pictures are kept in light and dark.
 */
class TourTest {
  private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
  private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
  private static final double LONGEST = 100;
  private static final int LAYERS = 6;
  private static final int MOST_WALKS = 5;

  private Bench bench;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("tour");
  }

  @AfterEach
  void tearDown() throws Exception {
    theme(LIGHT);
    bench.close();
  }

  @Test
  void sampleModel() throws Exception {
    IProject project = bench.file("marker.txt", new byte[0]).getProject();
    SampleWorkspace.shipped().copyTo(project.getLocation().toPath(), () -> false);
    project.refreshLocal(IResource.DEPTH_INFINITE, null);
    IFile picture = project.getFile("pictures/fox-on-snow/01.png");
    tour("sample", project.getFolder("models").getFile("biased.onnx"), picture);
  }

  @Test
  void graphOfTwoThousandNodes() throws Exception {
    tour("2000-nodes", bench.model(LargeModels.residual(2000)), bench.picture("p.png", 8, 0xff0000, 0x20));
  }

  private void tour(String name, IFile model, IFile picture) throws Exception {
    List<Map<String, Heartbeat.Beat>> walks = new ArrayList<>();
    do {
      walks.add(walked(model, picture));
    } while (always(walks).get(0).millis() > LONGEST && walks.size() < MOST_WALKS);
    List<Heartbeat.Beat> longest = always(walks);
    pictures(name, "light");
    theme(DARK);
    pictures(name, "dark");
    System.out.println("longest turns of the event loop on " + name + ": " + longest.stream().limit(6)
        .map(b -> String.format("%.0f ms (%s)", b.millis(), b.step())).toList());
    assertTrue(longest.get(0).millis() <= LONGEST, () -> longest.get(0).millis() + " ms in the step \""
        + longest.get(0).step() + "\"" + longest.get(0).doing());
  }

  private Map<String, Heartbeat.Beat> walked(IFile model, IFile picture) throws Exception {
    bench.page().closeAllEditors(false);
    Await.idle();
    try (Heartbeat heartbeat = new Heartbeat()) {
      walk(heartbeat, model, picture);
      return heartbeat.longest();
    }
  }

  /** The longest turn of each step in the walk in which it was shortest: what is so each time, the longest first. */
  private static List<Heartbeat.Beat> always(List<Map<String, Heartbeat.Beat>> walks) {
    Map<String, Heartbeat.Beat> least = new HashMap<>();
    walks.forEach(walk -> walk.forEach((step, beat) -> least.merge(step, beat,
        (a, b) -> a.millis() <= b.millis() ? a : b)));
    return least.values().stream().sorted(Comparator.comparingDouble(Heartbeat.Beat::millis).reversed()).toList();
  }

  /** Everything that a user does, by the events that he causes. */
  private void walk(Heartbeat heart, IFile model, IFile picture) throws Exception {
    ModelEditor[] editor = new ModelEditor[1];
    heart.step("open the model", () -> editor[0] = opened(model), () -> !editor[0].showsMessage()
        && bench.context().current().model().isPresent() && quiet());
    ExplanationView explanation = bench.explanation();
    PredictionView prediction = bench.prediction();
    for (String page : pages(editor[0])) {
      heart.step("turn to page " + page, () -> editor[0].setActivePage(page), TourTest::quiet);
    }
    heart.step("drop a picture", () -> Bench.drop(bench.control(prediction), picture.getLocation().toOSString()),
        () -> !prediction.isEmpty() && explanation.record().isPresent() && quiet());
    List<LayerInfo> layers = bench.context().current().model().orElseThrow().description().layers();
    List<String> views = views();
    for (String view : views) {
      heart.step("show view " + view, () -> show(view), TourTest::quiet);
      LayerInfo layer = layers.get(views.indexOf(view) * (layers.size() - 1) / views.size());
      heart.step("look at a layer in " + view, () -> bench.context().update(i -> i.withLayer(layer.id())),
          TourTest::quiet);
    }
    for (int i = 0; i < LAYERS; i++) {
      LayerInfo layer = layers.get(i * (layers.size() - 1) / (LAYERS - 1));
      heart.step("look at layer " + layer.id(), () -> bench.context().update(x -> x.withLayer(layer.id())),
          TourTest::quiet);
    }
    heart.step("choose a class", () -> bench.context().update(i -> i.withTarget(new ScoreRequest(
        new Target.ClassIndex(1), Optional.empty(), ScoreScale.LOGIT))), TourTest::quiet);
    heart.step("turn to page layers", () -> editor[0].setActivePage("layers"), TourTest::quiet);
    heart.step("measure", () -> press("Measure"), TourTest::quiet);
  }

  private ModelEditor opened(IFile model) {
    try {
      return bench.open(model);
    } catch (PartInitException e) {
      throw new AssertionError(e);
    }
  }

  private void show(String view) {
    try {
      bench.page().showView(view);
    } catch (PartInitException e) {
      throw new AssertionError(e);
    }
  }

  private void press(String label) {
    Button button = Bench.find(bench.shell(), Button.class).stream().filter(Button::isVisible)
        .filter(b -> b.getText().replace("&", "").equals(label)).findFirst().orElseThrow();
    button.notifyListeners(SWT.Selection, new Event());
  }

  /** Whether no view computes anything. */
  private static boolean quiet() {
    return Job.getJobManager().find(Recomputation.class).length == 0;
  }

  private static List<String> pages(ModelEditor editor) {
    List<String> out = editor.pageIds();
    assertTrue(out.containsAll(List.of("overview", "layers", "inputs")), out.toString());
    return out;
  }

  /** The views of model debugging, whoever contributes them, and those of the workbench that show models. */
  private static List<String> views() {
    List<String> out = new ArrayList<>(List.of(IPageLayout.ID_PROP_SHEET, IPageLayout.ID_PROBLEM_VIEW));
    for (IViewDescriptor view : PlatformUI.getWorkbench().getViewRegistry().getViews()) {
      if (view.getId().startsWith("org.loupe.")) {
        out.add(view.getId());
      }
    }
    out.sort(null);
    assertTrue(out.containsAll(List.of(ModelDebugging.PREDICTION, ModelDebugging.EXPLANATION, ModelDebugging.RUNS)),
        out.toString());
    return out;
  }

  private void pictures(String name, String theme) throws Exception {
    ModelEditor editor = (ModelEditor) bench.page().getActiveEditor();
    for (String page : pages(editor)) {
      editor.setActivePage(page);
      Await.until("page " + page + " is quiet", TourTest::quiet);
      Screenshots.take(bench.shell(), "tour-" + name + "-page-" + page + "-" + theme);
    }
    for (String view : views()) {
      bench.page().showView(view);
      Await.until("view " + view + " is quiet", TourTest::quiet);
      Screenshots.take(bench.shell(), "tour-" + name + "-view-" + view.substring(view.lastIndexOf('.') + 1) + "-"
          + theme);
    }
  }

  private static void theme(String id) {
    PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false);
    Await.idle();
  }
}
