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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.LayerInfo;
import org.loupe.core.model.ModelLease;
import org.loupe.math.scale.Numbers;
import org.loupe.math.stats.Summary;
import org.loupe.math.tensor.Tensor;
import org.loupe.samples.workspace.SampleWorkspace;
import org.loupe.ui.activations.CompareDrop;
import org.loupe.ui.api.canvas.SceneCanvas;
import org.loupe.ui.api.canvas.TileGrid;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.EmptyState;
import org.loupe.ui.api.parts.InspectionView;

/** What the layers of the sample model give for a picture, as a user sees it. */
class ActivationsViewTest {
  private static final String ID = "org.loupe.ui.activations";
  private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
  private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
  private static final int SURVEY = 1;
  private static final int TABLE = 2;
  private static final int COMPARE = 3;

  private Bench bench;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("activations");
  }

  @AfterEach
  void tearDown() throws Exception {
    PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(LIGHT, false);
    bench.page().hideView(bench.page().findView(ID));
    bench.close();
  }

  private InspectionView view() throws Exception {
    return (InspectionView) bench.page().showView(ID);
  }

  private Composite control() throws Exception {
    return bench.control(view());
  }

  /** The sample's models and pictures in the project, its biased model open, fed its first picture. */
  private InspectedModel sample() throws Exception {
    IProject project = bench.file("marker.txt", new byte[0]).getProject();
    Path folder = project.getLocation().toPath();
    SampleWorkspace.shipped().copyTo(folder, () -> false);
    project.refreshLocal(IResource.DEPTH_INFINITE, null);
    bench.openAndWait(project.getFolder("models").getFile("biased.onnx"));
    try (Stream<Path> all = Files.walk(folder)) {
      Path picture = all.filter(f -> f.toString().endsWith(".png") || f.toString().endsWith(".jpg")).sorted()
          .findFirst().orElseThrow();
      bench.context().update(i -> i.withInput(InspectedInput.of(picture)));
    }
    return bench.context().current().model().orElseThrow();
  }

  private static LayerInfo convolution(InspectedModel model, int number) {
    return model.description().layers().stream().filter(l -> l.operator().equals("Conv")).skip(number).findFirst()
        .orElseThrow();
  }

  private static int channels(LayerInfo layer) {
    return (int) layer.output().dims().orElseThrow().get(1).size();
  }

  private void look(LayerInfo layer) throws Exception {
    bench.context().update(i -> i.withLayer(layer.id()));
    Await.until(() -> "the channels of " + layer.id() + " are there, but " + said(), () -> {
      List<TileGrid> grids = seen(TileGrid.class);
      return grids.size() == 1 && grids.get(0).tiles().count() == channels(layer) && layerText().equals(layer.id());
    });
  }

  private String said() {
    return seen(EmptyState.class).stream().map(e -> String.valueOf(e.message())).toList().toString();
  }

  private String layerText() {
    return seen(Text.class).get(0).getText();
  }

  private <T extends Control> List<T> seen(Class<T> type) {
    try {
      return Bench.find(control(), type).stream().filter(Control::isVisible).toList();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void turn(int tab) {
    CTabFolder folder = seen(CTabFolder.class).get(0);
    folder.setSelection(tab);
    folder.notifyListeners(SWT.Selection, new Event());
  }

  private static void click(Control control, int x, int y) {
    for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
      Event e = new Event();
      e.type = type;
      e.button = 1;
      e.x = x;
      e.y = y;
      control.notifyListeners(type, e);
    }
  }

  private static void press(Control control, int key) {
    Event e = new Event();
    e.keyCode = key;
    control.notifyListeners(SWT.KeyDown, e);
  }

  private Tensor forward(LayerInfo layer) throws Exception {
    Inspector inspector = view().getSite().getService(Inspector.class);
    var subject = inspector.subject(bench.context().current(), Progress.NONE);
    try (ModelLease lease =
        inspector.open(bench.context().current().model().orElseThrow().file(), Progress.NONE)) {
      return lease.forward(new ForwardRequest(subject.tensors(), List.of(layer.id())), Progress.NONE)
          .value(layer.id());
    }
  }

  @Test
  void emptyViewSaysWhatToDo() throws Exception {
    assertTrue(view().isEmpty());
    assertTrue(said().contains("No model"), said());
    assertFalse(said().contains("No input"), said());
  }

  @Test
  void aClickSelectsTheChannelEverywhere() throws Exception {
    InspectedModel model = sample();
    view();
    LayerInfo layer = convolution(model, 1);
    look(layer);
    TileGrid grid = seen(TileGrid.class).get(0);
    Rectangle third = grid.bounds(3);

    click(grid, third.x + third.width / 2, third.y + third.height / 2);

    assertEquals(OptionalInt.of(3), bench.context().current().channel());
    assertEquals(layer.id(), bench.context().current().layer().orElseThrow());
    press(grid, SWT.ARROW_LEFT);
    assertEquals(OptionalInt.of(2), bench.context().current().channel());
    bench.context().update(i -> i.withChannel(layer.id(), 5));
    assertEquals(5, grid.selection(), "the view follows the window");
    Await.until("the channel is large", () -> seen(SceneCanvas.class).stream()
        .anyMatch(c -> c.scene() != null && c.scene().title().equals("Channel 5")));
    Screenshots.take(bench.shell(), "activations-channel");
  }

  @Test
  void theTableHasTheNumbersOfTheForwardPass() throws Exception {
    InspectedModel model = sample();
    view();
    LayerInfo layer = convolution(model, 0);
    look(layer);
    Tensor values = forward(layer).item(0);
    turn(TABLE);
    Table table = seen(Table.class).get(0);
    assertEquals(channels(layer), table.getItemCount());
    for (int c = 0; c < channels(layer); c++) {
      Summary expected = Summary.of(values.item(c));
      String mean = table.getItem(c).getText(1);
      assertEquals(expected.mean(), Double.parseDouble(mean.replace('\u2212', '-')), 1e-4 * Math.abs(expected.mean()),
          "mean of channel " + c);
      assertEquals(Numbers.format(expected.max(), 6), table.getItem(c).getText(4), "maximum of channel " + c);
    }
    Screenshots.take(bench.shell(), "activations-table");
  }

  @Test
  void theSurveyLeadsToLayers() throws Exception {
    InspectedModel model = sample();
    view();
    look(convolution(model, 0));
    turn(SURVEY);
    Await.until(() -> "the chart is drawn, but " + said(), () -> seen(SceneCanvas.class).stream()
        .anyMatch(c -> c.scene() != null && c.scene().title().equals("All layers")));
    SceneCanvas chart = seen(SceneCanvas.class).get(0);
    Screenshots.take(bench.shell(), "activations-survey");
    Point size = chart.getSize();
    int before = bench.context().current().layer().hashCode();

    click(chart, size.x * 3 / 4, size.y / 2);

    assertTrue(before != bench.context().current().layer().hashCode(), "a later layer is looked at");
    String id = bench.context().current().layer().orElseThrow();
    assertTrue(model.description().layer(id).isPresent());
    Await.until("the view looks at it", () -> layerText().equals(id));
  }

  @Test
  void twoLayersSideBySide() throws Exception {
    InspectedModel model = sample();
    view();
    LayerInfo first = convolution(model, 0);
    look(first);
    LayerInfo next = model.description().layers().stream().filter(l -> l.inputs().contains(first.id())).findFirst()
        .orElseThrow();
    turn(COMPARE);
    assertTrue(said().contains("Nothing to compare with yet"), said());
    Text other = seen(Text.class).get(1);
    other.setText(next.id());
    other.notifyListeners(SWT.DefaultSelection, new Event());
    Await.until(() -> "three grids are there, but " + said(), () -> seen(TileGrid.class).size() == 3);
    TileGrid difference = seen(TileGrid.class).get(2);
    assertEquals(channels(first), difference.tiles().count());
    assertTrue(difference.tiles().tooltip(0).contains("rms difference"), difference.tiles().tooltip(0));
    Screenshots.take(bench.shell(), "activations-compare");
  }

  @Test
  void anotherInputIsDroppedOrTakenFromNextToTheFirst() throws Exception {
    InspectedModel model = sample();
    view();
    LayerInfo layer = convolution(model, 0);
    look(layer);
    turn(COMPARE);
    Path first = bench.context().current().input().orElseThrow().first();
    Await.until(() -> "pictures next to it are offered, but " + said(), () -> compareMessage().actions().size() == 4);
    String offered = compareMessage().actions().get(0).label();
    Path second = first.resolveSibling(offered.substring("Compare with ".length()));
    assertTrue(Files.isRegularFile(second) && !second.equals(first), offered);

    compareMessage().actions().get(0).run().run();
    awaitComparison(first, second);
    Screenshots.take(bench.shell(), "activations-compare-inputs");

    Path third = first.resolveSibling("03.png");
    CompareDrop drop = Bench.find(control(), Composite.class).stream().flatMap(c -> c
        .getData(DND.DROP_TARGET_KEY) instanceof DropTarget t ? Stream.of(t.getDropListeners()) : Stream.of())
        .filter(CompareDrop.class::isInstance).map(CompareDrop.class::cast).findFirst().orElseThrow();
    assertFalse(drop.accept(new String[] {first.getParent().toString()}), "a folder is no input");
    assertTrue(drop.accept(new String[] {third.toString()}));
    awaitComparison(first, third);
    assertEquals(first, bench.context().current().input().orElseThrow().first(), "the window's input stays");
  }

  private EmptyMessage compareMessage() {
    return seen(EmptyState.class).get(0).message();
  }

  private void awaitComparison(Path first, Path second) {
    Await.until(() -> "both inputs are named, but " + said(), () -> seen(TileGrid.class).size() == 3
        && seen(CLabel.class).stream().map(CLabel::getText).toList()
            .equals(List.of(first.getFileName().toString(), second.getFileName().toString(), "Difference")));
  }

  @Test
  void aChannelCanBeLookedAtAlone() throws Exception {
    InspectedModel model = sample();
    view();
    look(convolution(model, 0));
    TileGrid grid = seen(TileGrid.class).get(0);
    press(grid, SWT.HOME);
    int before = seen(SceneCanvas.class).get(0).getSize().x;

    press(grid, SWT.CR);

    SceneCanvas alone = seen(SceneCanvas.class).get(0);
    Await.until(() -> "it has the room: " + before + " to " + alone.getSize(), () -> alone.getSize().x > 1.5 * before);
    Await.until("it is drawn", () -> alone.scene() != null && alone.scene().title().equals("Channel 0"));
    Screenshots.take(bench.shell(), "activations-alone");
    press(alone, SWT.ESC);
    Await.until("the channels are beside it again", () -> Math.abs(alone.getSize().x - before) <= 2);
  }

  @Test
  void mapsFollowTheTheme() throws Exception {
    InspectedModel model = sample();
    view();
    look(convolution(model, 2));
    TileGrid grid = seen(TileGrid.class).get(0);
    Await.until("maps about a white zero are drawn", () -> white(grid) > 0.2);
    PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(DARK, false);
    Await.until("they are about a black zero", () -> white(grid) < 0.05);
  }

  /** How much of the tile of channel 1, which is near zero about the animal, is white or nearly. */
  private static double white(TileGrid grid) {
    Rectangle tile = grid.bounds(1);
    ImageData data = Screenshots.take(grid, "activations-tiles");
    int found = 0;
    for (int y = tile.y; y < tile.y + tile.width; y++) {
      for (int x = tile.x; x < tile.x + tile.width; x++) {
        RGB rgb = data.palette.getRGB(data.getPixel(x, y));
        found += Math.min(rgb.red, Math.min(rgb.green, rgb.blue)) > 200 ? 1 : 0;
      }
    }
    return found / (double) (tile.width * tile.width);
  }

  @Test
  void looksRightInEverySizeAndTheme() throws Exception {
    InspectedModel model = sample();
    view();
    Point before = bench.shell().getSize();
    for (String theme : new String[] {LIGHT, DARK}) {
      PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(theme, false);
      for (Point size : new Point[] {new Point(1024, 700), new Point(1600, 1000)}) {
        bench.shell().setSize(size);
        Await.idle();
        look(convolution(model, 2));
        bench.context().update(i -> i.withChannel(convolution(model, 2).id(), 1));
        Await.until("the channel is large", () -> seen(SceneCanvas.class).stream()
            .anyMatch(c -> c.scene() != null && c.scene().title().equals("Channel 1")));
        String name = "activations-" + (theme.equals(DARK) ? "dark-" : "light-") + size.x;
        assertTrue(Screenshots.colors(Screenshots.take(bench.shell(), name), 100) >= 100, name + " has many colours");
      }
    }
    bench.shell().setSize(before);
  }
}
