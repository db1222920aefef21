/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.result.GeneratedInput;
import org.loupe.samples.workspace.SampleWorkspace;
import org.loupe.ui.api.canvas.TileGrid;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.filters.FiltersView;
import org.loupe.ui.filters.FiltersView.Page;
import org.loupe.ui.filters.Objective;

/** What leaves the Filters view: pictures that are copied or exported, and the channel that other views look at too. */
class FiltersSharingTest {
  private static final String ACTIVATIONS = "org.loupe.ui.activations";

  private Bench bench;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("sharing");
  }

  @AfterEach
  void tearDown() throws Exception {
    view().stop();
    IViewPart other = bench.page().findView(ACTIVATIONS);
    if (other != null) {
      bench.page().hideView(other);
    }
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
    bench.openAndWait(project.getFolder("models").getFile("biased.onnx"));
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

  @Test
  void whatIsSeenIsCopiedAndExported(@TempDir Path folder) throws Exception {
    InspectedModel model = sample();
    LayerInfo layer = convolution(model, 0);
    look(layer, 2);
    FiltersView view = view();
    view.bring(Page.KERNELS);
    Await.until(() -> "there are kernels, but " + view.message(), () -> view.message().isEmpty());
    export(view, folder.resolve("kernels.png"));
    export(view, folder.resolve("kernels.svg"));
    ImageData sheet = new ImageData(folder.resolve("kernels.png").toString());
    assertTrue(Screenshots.colors(sheet, 40) > 20, "the kernels are on it");
    assertEquals(channels(layer), images(folder.resolve("kernels.svg")), "a picture for each kernel");
    view.copy();
    awaitQuiet(view);
    ImageData copied = clipboard();
    assertEquals(List.of(sheet.width, sheet.height), List.of(copied.width, copied.height));

    view.bring(Page.ASCENT);
    Await.until(() -> "it can climb, but " + view.message(),
        () -> view.message().filter(m -> m.title().equals("Not climbed yet")).isPresent());
    view.copy();
    assertEquals(copied.width, clipboard().width, "nothing climbed yet, so that nothing is copied");
    view.climbFor(Objective.CHANNEL, "");
    awaitQuiet(view);
    GeneratedInput made = (GeneratedInput) view.record().orElseThrow().result();
    for (String ending : List.of("png", "svg", "csv", "npy", "xai")) {
      export(view, folder.resolve("climb." + ending));
    }
    assertTrue(Screenshots.colors(new ImageData(folder.resolve("climb.png").toString()), 100) > 50);
    assertTrue(images(folder.resolve("climb.svg")) > 0);
    String scores = Files.readString(folder.resolve("climb.csv"));
    for (double score : made.scores()) {
      assertTrue(Double.isNaN(score) || scores.contains(Double.toString(score)), score + " in " + scores);
    }
    view.copy();
    assertEquals(2 * view.player().canvas().scene().width(), clipboard().width, "twice as large as it is");

    view.bring(Page.EXCITING);
    awaitQuiet(view);
    export(view, folder.resolve("exciting.svg"));
    assertEquals(view.grid().tiles().count(), images(folder.resolve("exciting.svg")));
  }

  private static void export(FiltersView view, Path file) {
    view.exportTo(file);
    awaitQuiet(view);
    assertTrue(Files.isRegularFile(file), file + " was written");
  }

  private static long images(Path svg) throws IOException {
    return Pattern.compile("<image").matcher(Files.readString(svg)).results().count();
  }

  private ImageData clipboard() {
    Clipboard clipboard = new Clipboard(bench.shell().getDisplay());
    try {
      return (ImageData) clipboard.getContents(ImageTransfer.getInstance());
    } finally {
      clipboard.dispose();
    }
  }

  @Test
  void theWindowLooksAtTheChannelThatIsChosenInEitherView() throws Exception {
    InspectedModel model = sample();
    LayerInfo layer = convolution(model, 1);
    try (Stream<Path> all = Files.walk(model.file().resolveSibling("../pictures").normalize())) {
      Path picture = all.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
      bench.context().update(i -> i.withInput(InspectedInput.of(picture)));
    }
    look(layer, 1);
    FiltersView filters = view();
    filters.bring(Page.LAYER);
    Await.until(() -> "there is a sheet, but " + filters.message(),
        () -> filters.grid().tiles().count() == channels(layer));
    IViewPart other = bench.page().showView(ACTIVATIONS);
    List<TileGrid> grids = Bench.find(bench.control(other), TileGrid.class);
    Await.until("the activations are there",
        () -> grids.stream().anyMatch(g -> g.isVisible() && g.tiles().count() == channels(layer)));
    TileGrid channels = grids.stream().filter(Control::isVisible).findFirst().orElseThrow();
    assertEquals(1, channels.selection());

    press(channels, SWT.ARROW_RIGHT);
    assertEquals(2, filters.grid().selection(), "the filters follow");
    press(filters.grid(), SWT.ARROW_LEFT);
    press(filters.grid(), SWT.ARROW_LEFT);
    assertEquals(0, channels.selection(), "the activations follow");
    assertEquals(OptionalInt.of(0), bench.context().current().channel());
    bench.context().update(i -> i.withChannel(layer.id(), 3));
    assertEquals(List.of(3, 3), List.of(channels.selection(), filters.grid().selection()));
  }

  private static void press(Control control, int key) {
    Event e = new Event();
    e.keyCode = key;
    control.notifyListeners(SWT.KeyDown, e);
  }
}
