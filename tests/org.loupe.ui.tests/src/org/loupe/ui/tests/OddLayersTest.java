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

import java.util.List;
import java.util.OptionalInt;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.graph.OnnxModel;
import org.loupe.testkit.TinyModels;
import org.loupe.ui.api.canvas.SceneCanvas;
import org.loupe.ui.api.canvas.TileGrid;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.api.parts.EmptyState;
import org.loupe.ui.filters.FiltersView;
import org.loupe.ui.filters.FiltersView.Page;
import org.loupe.ui.filters.Objective;

/** Layers that are large, small, flat, without numbers or without gradient, in the views of activations and filters. */
class OddLayersTest {
  private static final String ACTIVATIONS = "org.loupe.ui.activations";
  private static final int CHANNELS = 0;
  private static final int SURVEY = 1;
  private static final int TABLE = 2;

  private Bench bench;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("odd");
  }

  @AfterEach
  void tearDown() throws Exception {
    ((FiltersView) bench.page().showView(FiltersView.ID)).stop();
    bench.page().hideView(bench.page().findView(ACTIVATIONS));
    bench.close();
  }

  private Composite activations() throws Exception {
    return bench.control(bench.page().showView(ACTIVATIONS));
  }

  private FiltersView filters() throws Exception {
    return (FiltersView) bench.page().showView(FiltersView.ID);
  }

  private void open(OnnxModel model) throws Exception {
    IFile picture = bench.picture("p.png", 8, 0xff8040, 0x102030);
    bench.openAndWait(bench.model(model));
    bench.context().update(i -> i.withInput(InspectedInput.of(picture.getLocation().toPath())));
  }

  private <T extends Control> List<T> seen(Class<T> type) {
    try {
      return Bench.find(activations(), type).stream().filter(Control::isVisible).toList();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private String said() {
    return seen(EmptyState.class).stream().map(e -> String.valueOf(e.message())).toList() + " "
        + seen(Label.class).stream().map(Label::getText).toList();
  }

  /** Looks at a layer; the view is done when it names it and has a picture of the kind. */
  private void look(String layer, boolean tiled) throws Exception {
    activations();
    bench.context().update(i -> i.withLayer(layer));
    Await.until(() -> "layer " + layer + " is there, but " + said(), () -> !seen(Text.class).isEmpty()
        && seen(Text.class).get(0).getText().equals(layer) && (tiled ? !seen(TileGrid.class).isEmpty()
            : seen(SceneCanvas.class).stream().anyMatch(c -> c.scene() != null && c.scene().title().equals(layer))));
  }

  @Test
  void fourThousandChannelsCanBeWalkedThrough() throws Exception {
    open(TinyModels.manyChannels());
    look("wide", true);
    TileGrid grid = seen(TileGrid.class).get(0);
    assertEquals(4096, grid.tiles().count());
    Event end = new Event();
    end.keyCode = SWT.END;
    grid.notifyListeners(SWT.KeyDown, end);
    assertEquals(OptionalInt.of(4095), bench.context().current().channel());
    assertTrue(grid.getClientArea().intersects(grid.bounds(4095)), "the last one is in sight");
    assertTrue(grid.tiles().tooltip(4095).startsWith("Channel 4095\n"), grid.tiles().tooltip(4095));
    assertTrue(grid.tiles().badge(4095).isPresent(), "it is dead");
    Screenshots.take(bench.shell(), "odd-4096-channels");

    FiltersView filters = filters();
    filters.bring(Page.LAYER);
    Await.until(() -> "there is a sheet, but " + filters.message(), () -> filters.grid().tiles().count() == 4096);
    assertEquals(4095, filters.grid().selection(), "the channel is that of the window");
    filters.bring(Page.KERNELS);
    Await.until(() -> "there are kernels, but " + filters.message(), () -> filters.grid().tiles().count() == 4096);
    assertEquals(4095, filters.grid().selection());
    Screenshots.take(bench.shell(), "odd-4096-kernels");
  }

  @Test
  void mapsOfOnePlaceAndVectorsAreDrawnAsNumbers() throws Exception {
    open(TinyModels.manyChannels());
    for (String layer : List.of("dots", "flat", "y")) {
      look(layer, false);
      SceneCanvas canvas = seen(SceneCanvas.class).stream().filter(c -> c.scene().title().equals(layer)).findFirst()
          .orElseThrow();
      turn(TABLE);
      assertEquals(layer.equals("y") ? 2 : 4096, seen(Table.class).get(0).getItemCount());
      turn(CHANNELS);
      Screenshots.take(bench.shell(), "odd-" + layer);
      click(canvas, canvas.getSize().x * 2 / 3, canvas.getSize().y / 2);
      assertTrue(bench.context().current().channel().isPresent(), "a click on " + layer + " selects a channel");
    }
    FiltersView filters = filters();
    bench.context().update(i -> i.withChannel("dots", 0));
    filters.bring(Page.ASCENT);
    Await.until(() -> "it can climb, but " + filters.message(),
        () -> filters.message().filter(m -> m.title().equals("Not climbed yet")).isPresent());
    bench.context().update(i -> i.withChannel("flat", 0));
    filters.bring(Page.KERNELS);
    assertEquals("No kernels", filters.message().orElseThrow().title());
  }

  @Test
  void whereNothingIsANumberItIsSaid() throws Exception {
    open(TinyModels.notANumber());
    look("nothing", true);
    assertTrue(said().contains("192 not finite"), said());
    TileGrid grid = seen(TileGrid.class).get(0);
    assertEquals("NaN", grid.tiles().badge(0).orElseThrow().text());
    bench.context().update(i -> i.withChannel("nothing", 1));
    Await.until("the channel is large", () -> seen(SceneCanvas.class).stream()
        .anyMatch(c -> c.scene() != null && c.scene().title().equals("Channel 1")));
    Screenshots.take(bench.shell(), "odd-nan");
    turn(SURVEY);
    Await.until(() -> "the first layer with NaN is named, but " + said(),
        () -> said().contains("appears first in layer nothing (Log): 192 values"));
    Await.until("the chart is drawn", () -> seen(SceneCanvas.class).stream().anyMatch(c -> c.scene() != null));
    Screenshots.take(bench.shell(), "odd-nan-survey");

    FiltersView filters = filters();
    filters.bring(Page.ASCENT);
    Await.until(() -> "it can climb, but " + filters.message(),
        () -> filters.message().filter(m -> m.title().equals("Not climbed yet")).isPresent());
    filters.climbFor(Objective.CHANNEL, "");
    Await.until(() -> "it ends: " + filters.statusText(), () -> !filters.isRunning());
    Screenshots.take(bench.shell(), "odd-nan-climb");
    assertEquals("Nothing to climb", filters.message().orElseThrow().title());
  }

  @Test
  void withoutGradientThereIsASentenceWhyNot() throws Exception {
    open(TinyModels.determinants());
    look("volumes", false);
    Screenshots.take(bench.shell(), "odd-vector");
    FiltersView filters = filters();
    filters.bring(Page.ASCENT);
    Await.until(() -> "it is said before anything is pressed, but " + filters.message(), () -> filters.message()
        .filter(m -> m.title().equals("Not for this layer") && m.text().contains("Det (volumes)")).isPresent());
    Screenshots.take(bench.shell(), "odd-no-gradient");
    filters.bring(Page.LAYER);
    assertEquals("Not for this layer", filters.message().orElseThrow().title());
    filters.makeAll();
    assertFalse(filters.isRunning(), "there is nothing to make");
    filters.bring(Page.ASCENT);
    filters.climbFor(Objective.CLASS, "0");
    Await.until(() -> "for a class the run says it, but " + filters.message(), () -> filters.message()
        .filter(m -> m.title().equals("Not for this model") && m.text().contains("Det")).isPresent());
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
}
