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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.ui.explanation.ExplanationView;
import org.loupe.ui.tables.RowsView;
import org.loupe.ui.tables.rows.SortKey;

/** Tables of every kind. */
class RowsTablesTest {
  private static final int PROMPT = 100;
  private static final int WIDE = 300;
  private static final String LONG = "\u0e23\u0e30\u0e14\u0e31\u0e1a\u0e04\u0e2d\u0e40\u0e25\u0e2a\u0e40\u0e15"
      + "\u0e2d\u0e23\u0e2d\u0e25\u0e43\u0e19\u0e40\u0e25\u0e37\u0e2d\u0e14 \u8840\u6e05\u80c6\u56fa\u9187";

  private RowsBench rows;

  @BeforeEach
  void setUp() throws Exception {
    rows = new RowsBench();
  }

  @AfterEach
  void tearDown() throws Exception {
    rows.close();
  }

  /** The model of two trees with many more columns, which it does not ask. */
  private static String wideModel() {
    String names = IntStream.range(3, WIDE).mapToObj(i -> " f" + i).collect(Collectors.joining());
    return RowsBench.MODEL.replace("max_feature_idx=2", "max_feature_idx=" + (WIDE - 1))
        .replace("feature_names=age sex chol", "feature_names=age sex chol" + names)
        .replace("[150:300]", "[150:300]" + " [0:1]".repeat(WIDE - 3));
  }

  private static String wideTable(int lines) {
    StringBuilder text = new StringBuilder("patient,age,sex,chol");
    IntStream.range(3, WIDE).forEach(i -> text.append(",f").append(i));
    RowsBench.table(lines).lines().skip(1).forEach(l -> text.append('\n').append(l)
        .append(IntStream.range(3, WIDE).mapToObj(i -> "," + i + ".25").collect(Collectors.joining())));
    return text.append('\n').toString();
  }

  private static String wideCard() {
    return """
        {"loupe-card": 1, "inputs": {"features": {"modality": "tabular", "id": "patient", "columns": [
          {"name": "age", "unit": "years"}, {"name": "sex", "words": ["female", "male"]},
          {"name": "chol", "title": "%s", "unit": "mg/dl"}]}}}
        """.formatted(LONG);
  }

  @Test
  void hundredsOfColumnsAreGoneThrough() throws Exception {
    RowsView view = rows.opened(wideModel(), wideCard(), wideTable(40));
    assertEquals(WIDE + 1, view.headings().size());
    assertEquals(LONG, view.headings().get(3));
    Canvas grid = (Canvas) view.grid();
    Point size = RowsBench.size(grid);
    RowsBench.click(grid, size.x - 20, size.y / 2);
    for (int i = 0; i < WIDE; i++) {
      RowsBench.key(grid, SWT.ARROW_RIGHT, 0);
    }
    assertEquals("f" + (WIDE - 1), view.markedColumn().orElseThrow());
    int all = IntStream.rangeClosed(0, WIDE).map(view::width).sum();
    assertEquals(all - grid.getClientArea().width, grid.getHorizontalBar().getSelection(), 1, "scrolled to the end");
    assertEquals((WIDE - 1) + ".25", view.line(0).get(WIDE));
    view.explain();
    ExplanationView explanation = rows.bench().explanation();
    RowsBench.awaitExplanation(view, explanation, 40);
    assertEquals(WIDE + 3, view.headings().size());
    Screenshots.take(grid, "rows-wide");
  }

  @Test
  void oneRowWithoutAValueIsARow() throws Exception {
    RowsView view = rows.opened(RowsBench.MODEL, RowsBench.CARD, "patient,age,sex,chol\nP-1,61,male,\n");
    assertEquals(List.of("P-1", "61", "male", ""), view.line(0));
    assertEquals("1 row.", view.statusText());
    assertEquals(0, view.selectedLine());
    view.sort(SortKey.Kind.FEATURE, 2);
    RowsBench.awaitRows(view);
    view.explain();
    RowsBench.awaitExplanation(view, rows.bench().explanation(), 1);
  }

  @Test
  void aColumnMayBeEmptyAllTheWay() throws Exception {
    String csv = RowsBench.table(50).lines().map(l -> l.startsWith("patient") ? l
        : l.substring(0, l.lastIndexOf(',') + 1)).collect(Collectors.joining("\n", "", "\n"));
    RowsView view = rows.opened(RowsBench.MODEL, RowsBench.CARD, csv);
    assertTrue(IntStream.range(0, 50).allMatch(i -> view.line(i).get(3).isEmpty()));
    assertFalse(view.headings().contains("Label"), "there is no label");
    view.sort(SortKey.Kind.FEATURE, 2);
    RowsBench.awaitRows(view);
    assertEquals("P-1", view.line(0).get(0), "rows that are alike stay in order");
    view.filter("Cholesterol != missing");
    Await.until(() -> "no row is left; " + RowsBench.said(view), () -> !view.isRunning() && view.lines() == 0);
    assertFalse(view.button().isEnabled());
    assertEquals("The filter leaves no row to explain.", view.button().getToolTipText());
    Screenshots.take(view.grid(), "rows-none-left");
    view.filter("");
    Await.until(() -> "all rows; " + RowsBench.said(view), () -> !view.isRunning() && view.lines() == 50);
    view.explain();
    RowsBench.awaitExplanation(view, rows.bench().explanation(), 50);
  }

  @Test
  void theWrongTableIsRefusedInASentence() throws Exception {
    RowsView view = rows.asked(RowsBench.MODEL, RowsBench.CARD, "height,weight\n1.8,80\n");
    Await.until(() -> "it is refused; " + RowsBench.said(view),
        () -> view.message().filter(m -> m.title().equals("The table cannot be read")).isPresent());
    String why = view.message().orElseThrow().text();
    assertTrue(why.contains("patients.csv has no column") && why.contains("height, weight"), why);
    rows.drop(view, "right.csv", RowsBench.table(7));
    RowsBench.awaitRows(view);
    assertEquals(7, view.lines());
  }

  @Test
  void longTablesDoNotHoldUpTheWorkbench() throws Exception {
    RowsView view = rows.opened(100_000);
    assertEquals(100_000, view.lines());
    Canvas grid = (Canvas) view.grid();
    RowsBench.size(grid);
    try (Heartbeat heart = new Heartbeat()) {
      // once, so that what is measured is not the loading of code
      walk(heart, view, grid, "first");
      walk(heart, view, grid, "then");
      heart.longest().entrySet().stream().filter(e -> e.getKey().startsWith("then")).map(e -> e.getValue())
          .forEach(beat -> assertTrue(beat.millis() < PROMPT, beat.toString()));
    }
  }

  private static void walk(Heartbeat heart, RowsView view, Canvas grid, String name) {
    for (int page = 0; page <= 10; page++) {
      int to = page * 9_999;
      heart.step(name + " scroll to " + to, () -> {
        grid.getVerticalBar().setSelection(to);
        grid.getVerticalBar().notifyListeners(SWT.Selection, new Event());
      }, () -> true);
    }
    heart.step(name + " last row", () -> RowsBench.key(grid, SWT.END, 0), () -> view.selectedLine() > 0);
    heart.step(name + " sort", () -> view.sort(SortKey.Kind.FEATURE, 2), () -> !view.isRunning());
    heart.step(name + " filter", () -> view.filter("age > 50"), () -> !view.isRunning() && view.lines() < 100_000);
    heart.step(name + " all again", () -> view.filter(""), () -> !view.isRunning() && view.lines() == 100_000);
  }
}
