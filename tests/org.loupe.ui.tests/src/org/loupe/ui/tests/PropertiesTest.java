/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.views.properties.PropertySheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.testkit.TinyModels;
import org.loupe.ui.api.canvas.SceneCanvas;
import org.loupe.ui.api.parts.EmptyState;

/** The layer that is looked at in the Properties view, and what layers cost. */
class PropertiesTest {
  private Bench bench;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("properties");
  }

  @AfterEach
  void tearDown() throws Exception {
    bench.close();
  }

  private Control properties() throws Exception {
    PropertySheet sheet = (PropertySheet) bench.page().showView(IPageLayout.ID_PROP_SHEET);
    Await.idle();
    return sheet.getCurrentPage().getControl();
  }

  private static <T extends Control> T visible(Control root, Class<T> type) {
    return Bench.find(root, type).stream().filter(Control::isVisible).findFirst().orElseThrow();
  }

  @Test
  void layerIsToldInWordsAndWeights() throws Exception {
    bench.openAndWait(bench.model(TinyModels.convSoftmax()));
    Control properties = properties();
    assertEquals("No layer chosen", visible(properties, EmptyState.class).message().title());

    bench.context().update(i -> i.withLayer("conv"));
    Await.until(() -> "the layer is told, but the window looks at " + bench.context().current().layer() + " and "
        + Bench.find(properties, EmptyState.class).stream().filter(Control::isVisible).map(EmptyState::message)
            .toList(),
        () -> Bench.find(properties, Table.class).stream().anyMatch(Control::isVisible));

    Table facts = visible(properties, Table.class);
    List<String> lines = Arrays.stream(facts.getItems()).map(i -> i.getText(0) + "=" + i.getText(1)).toList();
    assertTrue(lines.containsAll(List.of("Operator=Conv", "Name=body/conv", "x=FLOAT32 [batch, 1, 4, 4]",
        "conv=FLOAT32 [batch, 2, 2, 2]")), lines.toString());
    Await.until("the weights are drawn", () -> Bench.find(properties, SceneCanvas.class).get(0).scene() != null);
    assertTrue(visible(properties, Combo.class).getText().startsWith("W kernel"),
        visible(properties, Combo.class).getText());
    String statistics = Bench.find(properties, Label.class).stream().map(Label::getText)
        .filter(t -> t.startsWith("1 to 1, mean 1")).findFirst().orElse("");
    assertTrue(statistics.contains("0 zeros"), statistics);
    Screenshots.take(bench.shell(), "properties");

    SceneCanvas canvas = visible(properties, SceneCanvas.class);
    for (int key : new int[] {SWT.END, SWT.END, SWT.CR}) {
      Event event = new Event();
      event.keyCode = key;
      event.stateMask = key == SWT.END ? SWT.MOD1 : 0;
      canvas.notifyListeners(SWT.KeyDown, event);
    }
    assertEquals(OptionalInt.of(1), bench.context().current().channel(), "the last kernel is the last channel");

    bench.context().update(i -> i.withLayer("features"));
    Await.until("it says that there are none", () -> Bench.find(properties, EmptyState.class).stream()
        .anyMatch(e -> e.isVisible() && e.message().title().equals("No weights")));
  }

  @Test
  void pageStaysWhenAViewIsClicked() throws Exception {
    bench.openAndWait(bench.model(TinyModels.convSoftmax()));
    bench.context().update(i -> i.withLayer("conv"));
    properties();
    bench.explanation();
    assertEquals("Operator", visible(properties(), Table.class).getItem(1).getText(0));
  }

  @Test
  void costsAreChartedAndClicked() throws Exception {
    bench.openAndWait(bench.model(TinyModels.convSoftmax()));
    Control form = bench.control(bench.page().getActiveEditor());
    Await.until("the chart is drawn", () -> Bench.find(form, SceneCanvas.class).stream().anyMatch(c ->
        c.scene() != null && c.scene().title().equals("Memory and work by layer")));
    SceneCanvas chart = Bench.find(form, SceneCanvas.class).get(0);
    List<Object> chosen = new ArrayList<>();
    chart.onSelection(chosen::add);
    Event home = new Event();
    home.keyCode = SWT.ARROW_LEFT;
    chart.notifyListeners(SWT.KeyDown, home);
    home.keyCode = SWT.HOME;
    chart.notifyListeners(SWT.KeyDown, home);
    home.keyCode = SWT.CR;
    chart.notifyListeners(SWT.KeyDown, home);
    assertEquals(1, chosen.size());
    assertEquals("conv", bench.context().current().layer().orElseThrow());
    Screenshots.take(bench.shell(), "costs");
  }
}
