/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.subject.Subject;
import org.loupe.core.dataset.ExcitingFile;
import org.loupe.core.dataset.ExcitingFiles;
import org.loupe.core.model.ModelLease;
import org.loupe.core.result.RunRecord;
import org.loupe.math.tensor.Tensor;
import org.loupe.samples.workspace.SampleWorkspace;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.filters.FiltersView;
import org.loupe.ui.filters.FiltersView.Page;
import org.loupe.ui.filters.Objective;

/** What the channels of the sample model look for, as a user sees it. */
class FiltersViewTest {
  private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
  private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

  private Bench bench;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("filters");
  }

  @AfterEach
  void tearDown() throws Exception {
    PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(LIGHT, false);
    view().stop();
    bench.close();
  }

  private FiltersView view() throws Exception {
    return (FiltersView) bench.page().showView(FiltersView.ID);
  }

  /** The sample's models and pictures in the project, with the first one open. */
  private InspectedModel sample() throws Exception {
    IProject project = bench.file("marker.txt", new byte[0]).getProject();
    SampleWorkspace.shipped().copyTo(project.getLocation().toPath(), () -> false);
    project.refreshLocal(IResource.DEPTH_INFINITE, null);
    IFolder models = project.getFolder("models");
    IFile model = models.getFile("biased.onnx");
    bench.openAndWait(model);
    return bench.context().current().model().orElseThrow();
  }

  private static LayerInfo convolution(InspectedModel model, int number) {
    return model.description().layers().stream().filter(l -> l.operator().equals("Conv")).skip(number).findFirst()
        .orElseThrow();
  }

  private static int channels(LayerInfo layer) {
    return (int) layer.output().dims().orElseThrow().get(1).size();
  }

  private void look(LayerInfo layer, int channel) {
    bench.context().update(i -> i.withChannel(layer.id(), channel));
  }

  private static void awaitQuiet(FiltersView view) {
    Await.until(() -> "nothing runs any more; the view says " + view.message() + ", " + view.statusText(),
        () -> !view.isRunning());
  }

  private static void awaitMethod(FiltersView view) {
    Await.until(() -> "it can climb, but " + view.message(),
        () -> view.message().filter(m -> m.title().equals("Not climbed yet")).isPresent());
  }

  private static RunRecord climbed(FiltersView view) {
    view.climbFor(Objective.CHANNEL, "");
    awaitQuiet(view);
    return view.record().orElseThrow(() -> new AssertionError("no picture: " + view.message()));
  }

  @Test
  void emptyViewSaysWhatToDo() throws Exception {
    FiltersView view = view();
    assertEquals("No model", view.message().orElseThrow().title());
    sample();
    assertEquals("No layer", view.message().orElseThrow().title());
    assertEquals(3, view.message().orElseThrow().actions().size(), "two layers and a list");
    Screenshots.take(bench.shell(), "filters-no-layer");

    view.message().orElseThrow().actions().get(0).run().run();

    assertFalse(view.isEmpty(), "the first layer is looked at");
    assertEquals(convolution(bench.context().current().model().orElseThrow(), 0).id(),
        bench.context().current().layer().orElseThrow());
  }

  @Test
  void kernelsAreSeen() throws Exception {
    InspectedModel model = sample();
    LayerInfo first = convolution(model, 0);
    look(first, 2);
    FiltersView view = view();
    view.bring(Page.KERNELS);
    Await.until(() -> "there are kernels, but " + view.message(), () -> view.message().isEmpty());
    assertEquals(channels(first), view.grid().tiles().count(), "a coloured kernel for each channel");
    assertEquals(2, view.grid().selection());
    awaitQuiet(view);
    Await.until("they have colours",
        () -> Screenshots.colors(Screenshots.take(view.grid(), "filters-kernels"), 40) > 20);
    assertEquals(first.id(), bench.context().current().layer().orElseThrow());

    LayerInfo head = model.description().layers().stream().filter(l -> l.operator().equals("Gemm")).findFirst()
        .orElseThrow();
    look(head, 0);
    assertEquals("No kernels", view.message().orElseThrow().title());
  }

  @Test
  void pictureClimbsAndItsStepsCanBeLookedThrough() throws Exception {
    InspectedModel model = sample();
    look(convolution(model, 1), 3);
    FiltersView view = view();
    view.bring(Page.ASCENT);
    awaitMethod(view);

    GeneratedInput made = (GeneratedInput) climbed(view).result();

    List<Double> scores = made.scores().stream().filter(s -> !s.isNaN()).toList();
    assertTrue(scores.get(scores.size() - 1) > scores.get(0), "the score rises: " + scores);
    assertTrue(view.player().steps().frames().size() > 5, "there are steps to look through");
    assertEquals(view.player().slider().getMaximum(), view.player().frame(), "the last one is seen first");
    var last = view.player().canvas().scene();
    view.player().slider().setSelection(0);
    view.player().slider().notifyListeners(SWT.Selection, new Event());
    assertEquals(0, view.player().frame());
    assertNotEquals(last.items(), view.player().canvas().scene().items(), "another step, another picture");
    Screenshots.take(bench.shell(), "filters-climb");

    GeneratedInput again = (GeneratedInput) climbed(view).result();
    assertArrayEquals(made.values().toFloats(), again.values().toFloats(), "the same seed, the same picture");
  }

  @Test
  void climbsForNeuronsDirectionsLayersAndClasses() throws Exception {
    InspectedModel model = sample();
    look(convolution(model, 2), 1);
    FiltersView view = view();
    view.bring(Page.ASCENT);
    awaitMethod(view);
    for (Map.Entry<Objective, String> asked : List.of(Map.entry(Objective.NEURON, "4, 5"),
        Map.entry(Objective.DIRECTION, "0: 1, 2: -0.5"), Map.entry(Objective.LAYER, ""),
        Map.entry(Objective.CLASS, "fox"))) {
      view.climbFor(asked.getKey(), asked.getValue());
      awaitQuiet(view);
      RunRecord record = view.record()
          .orElseThrow(() -> new AssertionError(asked + " gives no picture: " + view.message()));
      assertTrue(((GeneratedInput) record.result()).scores().size() > 1, asked.toString());
    }
    view.climbFor(Objective.NEURON, "here");
    assertTrue(view.message().orElseThrow().text().contains("here is no place"), view.message().toString());
    view.climbFor(Objective.DIRECTION, "0: 0");
    assertTrue(view.message().orElseThrow().text().contains("All weights are 0"), view.message().toString());
  }

  @Test
  void contactSheetFillsAndIsKept() throws Exception {
    InspectedModel model = sample();
    LayerInfo layer = convolution(model, 0);
    look(layer, 0);
    FiltersView view = view();
    view.bring(Page.LAYER);
    Await.until(() -> "a sheet can be made, but " + view.message() + view.statusText(),
        () -> view.statusText().startsWith(channels(layer) + " channels"));
    Spinner seed = Bench.find(bench.control(view), Spinner.class).stream()
        .filter(s -> s.getToolTipText().startsWith("Where the random")).findFirst().orElseThrow();
    seed.setSelection(4711);
    seed.notifyListeners(SWT.Selection, new Event());
    assertEquals(0, view.pictured(), "nothing was made with this seed");

    view.makeAll();
    awaitQuiet(view);

    Await.until(() -> "all are pictured: " + view.statusText(), () -> view.pictured() == channels(layer));
    assertEquals(0, view.fromCache());
    Screenshots.take(bench.shell(), "filters-sheet");

    view.makeAll();
    awaitQuiet(view);
    Await.until(() -> "all were there: " + view.statusText(), () -> view.fromCache() == channels(layer));

    look(convolution(model, 1), 0);
    look(layer, 1);
    Await.until("those in sight come from the disk", () -> view.pictured() > 4);
  }

  @Test
  void excitingPicturesAreThoseOfBruteForce() throws Exception {
    InspectedModel model = sample();
    LayerInfo layer = convolution(model, 3);
    look(layer, 5);
    FiltersView view = view();
    Path pictures = model.file().resolveSibling("../pictures").normalize();
    Await.until(() -> "pictures are found: " + view.excitingMessage(), () -> view.exciting().isPresent());
    ExcitingFiles found = view.exciting().orElseThrow();

    assertEquals(48, found.read(), "the sample's pictures are proposed");
    assertTrue(found.complete());
    List<ExcitingFile> best = found.channels().get(5);
    List<String> expected = bruteForce(model, layer, 5, pictures);
    assertEquals(expected.subList(0, best.size()), best.stream().map(ExcitingFile::file).toList());
    view.bring(Page.ASCENT);
    assertEquals(best.size(), view.grid().tiles().count());
    Screenshots.take(bench.shell(), "filters-exciting");

    Path empty = Files.createDirectories(pictures.resolveSibling("nothing"));
    view.lookInto(empty);
    awaitQuiet(view);
    assertTrue(view.excitingMessage().orElseThrow().text().contains("there is no file in"));
  }

  /** Files by falling mean of the channel, each fed by itself. */
  private List<String> bruteForce(InspectedModel model, LayerInfo layer, int channel, Path folder) throws Exception {
    record Scored(String file, double score) {
    }
    Inspector inspector = bench.page().getWorkbenchWindow().getService(Inspector.class);
    List<Scored> all = new ArrayList<>();
    try (ModelLease lease = inspector.open(model.file(), Progress.NONE); Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Subject.Single subject = inspector.loupe().inputs().read(model.description(), model.card(), Map.of("", file),
            Progress.NONE);
        Tensor map = lease.forward(new ForwardRequest(subject.tensors(), List.of(layer.id())), Progress.NONE)
            .value(layer.id()).item(0).item(channel);
        double sum = 0;
        for (double v : map.toDoubles()) {
          sum += v;
        }
        all.add(new Scored(folder.relativize(file).toString(), sum / map.size()));
      }
    }
    return all.stream().sorted(Comparator.comparing(Scored::score).reversed()).map(Scored::file).toList();
  }

  @Test
  void isReadableWhereItIsNarrowAndInTheDark() throws Exception {
    InspectedModel model = sample();
    look(convolution(model, 3), 2);
    FiltersView view = view();
    view.bring(Page.ASCENT);
    awaitMethod(view);
    climbed(view);
    for (String theme : new String[] {LIGHT, DARK}) {
      PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(theme, false);
      String suffix = theme.equals(DARK) ? "-dark" : "-light";
      for (int[] size : new int[][] {{1024, 700}, {1600, 1000}}) {
        bench.shell().setMaximized(false);
        bench.shell().setSize(size[0], size[1]);
        for (Page page : Page.values()) {
          view.bring(page);
          awaitQuiet(view);
          Await.until(() -> "the page is there: " + view.message(), () -> view.message().isEmpty());
          if (page == Page.EXCITING) {
            Await.until("the exciting pictures are drawn",
                () -> Screenshots.colors(Screenshots.take(view.grid(), "filters-tiles" + suffix), 200) > 150);
          }
          Screenshots.take(bench.shell(), "filters-" + page.name().toLowerCase(java.util.Locale.ROOT) + "-" + size[0]
              + suffix);
          Control seen = page == Page.ASCENT ? view.player().canvas() : view.grid();
          assertTrue(seen.isVisible() && Math.min(seen.getSize().x, seen.getSize().y) > 120,
              page + " has room at " + size[0] + ": " + seen.getSize());
        }
      }
    }
  }
}
