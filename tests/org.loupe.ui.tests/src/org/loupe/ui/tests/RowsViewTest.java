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
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.api.result.AttributionTable;
import org.loupe.scene.Selection;
import org.loupe.ui.explanation.ExplanationView;
import org.loupe.ui.tables.RowsView;
import org.loupe.ui.tables.rows.SortKey;

/** The rows of a table as a user sees them, with a model of two trees whose attributions are known. */
class RowsViewTest {
  private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
  private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
  private static final int ROWS = 120;

  private RowsBench rows;

  @BeforeEach
  void setUp() throws Exception {
    rows = new RowsBench();
  }

  @AfterEach
  void tearDown() throws Exception {
    PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(LIGHT, false);
    rows.close();
  }

  @Test
  void rowsAreReadFilteredAndSorted() throws Exception {
    assertEquals("No model", rows.view().message().orElseThrow().title());
    RowsView view = rows.opened(ROWS);
    assertEquals(List.of("Row", "age", "sex", "Cholesterol"), view.headings());
    assertEquals(ROWS, view.lines());
    assertEquals(List.of("P-1", "20", "female", "150"), view.line(0), "words for codes");
    assertEquals("", view.line(3).get(3), "a missing value stays missing");
    assertEquals(0, view.selectedLine(), "the first row is looked at");

    view.filter("age > 60 and sex = male and Cholesterol != missing");
    Await.until(() -> "fewer rows; " + RowsBench.said(view), () -> !view.isRunning() && view.lines() < ROWS);
    for (int line = 0; line < view.lines(); line++) {
      List<String> row = view.line(line);
      assertTrue(Double.parseDouble(row.get(1)) > 60 && row.get(2).equals("male") && !row.get(3).isEmpty(),
          row.toString());
    }
    assertTrue(view.lines() > 10, "there are some of them; " + RowsBench.said(view));
    view.filter("");
    view.sort(SortKey.Kind.FEATURE, 2);
    Await.until(() -> "all rows again; " + RowsBench.said(view), () -> !view.isRunning() && view.lines() == ROWS);
    List<String> last = IntStream.range(0, ROWS).mapToObj(i -> view.line(i).get(3)).toList();
    List<Double> known = last.stream().filter(s -> !s.isEmpty()).map(Double::parseDouble).toList();
    assertEquals(known.stream().sorted().toList(), known);
    assertTrue(last.subList(known.size(), ROWS).stream().allMatch(String::isEmpty), "missing values come last");
  }

  @Test
  void aFilterEndsWithItsTable() throws Exception {
    RowsView view = rows.opened(ROWS);
    view.filter("age > 60");
    Await.until(() -> "fewer rows; " + RowsBench.said(view), () -> !view.isRunning() && view.lines() < ROWS);
    rows.drop(view, "others.csv", RowsBench.table(ROWS + 1));
    Await.until(() -> "all rows of the other table; " + RowsBench.said(view),
        () -> view.message().isEmpty() && !view.isRunning() && view.lines() == ROWS + 1);
  }

  @Test
  void otherViewsFollowTheRow() throws Exception {
    RowsView view = rows.opened(ROWS);
    rows.bench().context().update(i -> i.withMethod("tree-shap"));
    rows.bench().context().update(i -> i.withRow("62"));
    assertEquals(61, view.selectedLine());
    ExplanationView explanation = rows.bench().explanation();
    Await.until(() -> "row 62 is explained: " + explanation.message(), () -> explanation.record()
        .filter(r -> r.result() instanceof AttributionTable t && t.rows().equals(List.of("P-62"))).isPresent());
    assertEquals("patients.csv#62", rows.bench().context().current().input().orElseThrow().name());
  }

  @Test
  void rowsAreExplainedAndSortedByAttribution() throws Exception {
    RowsView view = rows.opened(ROWS);
    view.explain();
    ExplanationView explanation = rows.bench().explanation();
    RowsBench.awaitExplanation(view, explanation, ROWS);
    RowsBench.awaitRows(view);
    rows.bench().context().pick(Selection.of(Selection.FEATURE, "Cholesterol", 2));
    view.sort(SortKey.Kind.ATTRIBUTION, 2);
    RowsBench.awaitRows(view);

    assertEquals("Attribution: Cholesterol", view.headings().get(2));
    assertEquals("Cholesterol", view.markedColumn().orElseThrow());
    double before = Double.POSITIVE_INFINITY;
    for (int line = 0; line < ROWS; line++) {
      List<String> row = view.line(line);
      double phi = Double.parseDouble(row.get(2));
      boolean high = !row.get(5).isEmpty() && Double.parseDouble(row.get(5)) > 200;
      assertEquals(high ? 0.24 : -0.16, phi, 1e-6, "leaf minus mean of the tree, in " + row);
      assertTrue(phi <= before, "largest first");
      before = phi;
    }
    var scene = explanation.canvas().scene();
    int at = IntStream.range(0, ROWS).filter(i -> view.line(i).get(0).equals("P-45")).findFirst().orElseThrow();
    rows.bench().context().pick(Selection.of(Selection.ROW, "P-45", 44, 0));
    assertEquals(at, view.selectedLine(), "a row picked in a picture is selected");
    assertEquals("45", rows.bench().context().current().input().orElseThrow().row());
    assertFalse(scene.items().isEmpty());
    for (var theme : Map.of("rows-light", LIGHT, "rows-dark", DARK).entrySet()) {
      PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(theme.getValue(), false);
      assertTrue(Screenshots.colors(Screenshots.take(rows.bench().shell(), theme.getKey()), 40) > 20);
      assertTrue(Screenshots.colors(Screenshots.take(view.grid(), theme.getKey() + "-grid"), 40) > 5);
    }
  }

  @Test
  void columnsAreMadeWiderAndStaySo() throws Exception {
    RowsView view = rows.opened(ROWS);
    RowsBench.size(view.grid());
    int border = IntStream.range(0, 3).map(view::width).sum();
    int before = view.width(2);
    RowsBench.mouse(view.grid(), SWT.MouseDown, border - 2, 5);
    RowsBench.mouse(view.grid(), SWT.MouseMove, border + 40, 5);
    RowsBench.mouse(view.grid(), SWT.MouseUp, border + 40, 5);
    assertEquals(before + 40, view.width(2), 3, "the border was dragged");
    assertEquals(List.of("P-1", "20", "female", "150"), view.line(0), "dragging does not sort");
    int dragged = view.width(2);

    RowsBench.click(view.grid(), border - 20, view.grid().getSize().y / 2);
    assertEquals("sex", view.markedColumn().orElseThrow());
    RowsBench.key(view.grid(), SWT.ARROW_RIGHT, SWT.MOD1);
    assertTrue(view.width(2) > dragged, "by keyboard");
    RowsBench.key(view.grid(), SWT.ARROW_LEFT, SWT.MOD1);
    assertEquals(dragged, view.width(2));

    view.sort(SortKey.Kind.FEATURE, 0);
    RowsBench.awaitRows(view);
    assertEquals(dragged, view.width(2), "after sorting");
    view.explain();
    RowsBench.awaitExplanation(view, rows.bench().explanation(), ROWS);
    assertEquals(dragged, view.width(view.headings().indexOf("sex")), "after columns were added before it");

    int right = IntStream.rangeClosed(0, view.headings().indexOf("sex")).map(view::width).sum();
    RowsBench.mouse(view.grid(), SWT.MouseDown, right - 2, 5);
    RowsBench.mouse(view.grid(), SWT.MouseUp, right - 2, 5);
    RowsBench.mouse(view.grid(), SWT.MouseDoubleClick, right - 2, 5);
    assertTrue(view.width(view.headings().indexOf("sex")) < dragged, "fitted by a double click");
  }
}
