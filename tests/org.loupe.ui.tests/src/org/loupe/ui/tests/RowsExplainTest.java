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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.api.result.AttributionTable;
import org.loupe.testkit.TinyModels;
import org.loupe.ui.explanation.ExplanationView;
import org.loupe.ui.tables.RowsView;
import org.loupe.ui.tables.rows.SortKey;

/** Explaining rows: settings, background, what keeps one from it, and having enough of it. */
class RowsExplainTest {
  private static final int ROWS = 120;
  private static final String PROBABILITY = RowsBench.MODEL.replace("objective=regression",
      "objective=binary sigmoid:1");

  private RowsBench rows;

  @BeforeEach
  void setUp() throws Exception {
    rows = new RowsBench();
  }

  @AfterEach
  void tearDown() throws Exception {
    rows.close();
  }

  private Composite part(RowsView view) {
    return rows.bench().control(view);
  }

  private void toggle(RowsView view, String text) {
    Button button = Bench.find(part(view), Button.class).stream().filter(b -> b.getText().equals(text)).findFirst()
        .orElseThrow();
    button.setSelection(!button.getSelection());
    button.notifyListeners(SWT.Selection, new Event());
  }

  private void follow(RowsView view, String link) {
    Link line = Bench.find(part(view), Link.class).stream().filter(l -> l.getText().startsWith("Background"))
        .findFirst().orElseThrow();
    Event event = new Event();
    event.text = link;
    line.notifyListeners(SWT.Selection, event);
  }

  private static void awaitButton(RowsView view, boolean enabled) {
    Await.until(() -> "the button is " + (enabled ? "enabled; " : "disabled; ") + RowsBench.said(view),
        () -> !view.isRunning() && view.button().isEnabled() == enabled);
  }

  @Test
  void settingsOfTheMethodAreUsed() throws Exception {
    RowsView view = rows.opened(ROWS);
    RowsBench.choose(RowsBench.combo(part(view), "TreeSHAP"), "TreeSHAP");
    toggle(view, "Settings");
    toggle(view, "Interactions");
    awaitButton(view, true);
    view.explain();
    ExplanationView explanation = rows.bench().explanation();
    RowsBench.awaitExplanation(view, explanation, ROWS);
    AttributionTable table = (AttributionTable) explanation.record().orElseThrow().result();
    double[] pairs = new double[9];
    table.interactions().orElseThrow().copyTo(0, pairs);
    for (int f = 0; f < 3; f++) {
      double sum = pairs[3 * f] + pairs[3 * f + 1] + pairs[3 * f + 2];
      assertEquals(table.values().get(f), sum, 1e-9, "interactions add up to the attribution");
    }
    assertEquals(0, pairs[2], 1e-12, "age and cholesterol are asked in different trees");
    Screenshots.take(rows.bench().shell(), "rows-settings");
  }

  @Test
  void whatAMethodNeedsIsSaidBefore() throws Exception {
    RowsView view = rows.opened(PROBABILITY, RowsBench.CARD, RowsBench.table(ROWS));
    RowsBench.choose(RowsBench.combo(part(view), "TreeSHAP"), "TreeSHAP");
    awaitButton(view, true);
    toggle(view, "Settings");
    RowsBench.choose(RowsBench.combo(part(view), "Probability"), "Probability");
    awaitButton(view, false);
    assertTrue(view.button().getToolTipText().contains("needs rows to compare with"), RowsBench.said(view));
    assertTrue(view.backgroundText().contains("needed"), RowsBench.said(view));
    view.explain();
    assertTrue(view.statusText().contains("needs rows to compare with"), RowsBench.said(view));
    assertFalse(view.isRunning());

    follow(view, "this");
    awaitButton(view, true);
    view.explain();
    ExplanationView explanation = rows.bench().explanation();
    RowsBench.awaitExplanation(view, explanation, ROWS);
    AttributionTable table = (AttributionTable) explanation.record().orElseThrow().result();
    assertTrue(table.score().startsWith("probability"), table.score());
    for (int row = 0; row < ROWS; row++) {
      double score = table.scores().get(row);
      assertTrue(score > 0 && score < 1, "a probability: " + score);
    }
    follow(view, "none");
    awaitButton(view, false);
    RowsBench.choose(RowsBench.combo(part(view), "Test Endless Rows"), "Test Endless Rows");
    awaitButton(view, false);
    assertTrue(view.button().getToolTipText().startsWith("Test Endless Rows needs"), RowsBench.said(view));
  }

  @Test
  void manyBackgroundRowsAreThinnedAndItIsSaid() throws Exception {
    RowsView view = rows.opened(ROWS);
    RowsBench.choose(RowsBench.combo(part(view), "TreeSHAP"), "TreeSHAP");
    IFile others = rows.bench().file("others.csv", RowsBench.table(500).getBytes(StandardCharsets.UTF_8));
    rows.bench().context().update(i -> i.withBackground(java.util.Optional.of(others.getLocation().toPath())));
    awaitButton(view, true);
    assertTrue(view.backgroundText().startsWith("Background: others.csv, 200 of 500 rows, evenly spread"),
        RowsBench.said(view));
    view.explain();
    ExplanationView explanation = rows.bench().explanation();
    RowsBench.awaitExplanation(view, explanation, ROWS);
    assertTrue(view.statusText().contains("Compared with others.csv (200 of 500 rows, evenly spread)."),
        RowsBench.said(view));
    assertTrue(explanation.record().orElseThrow().provenance().background().contains("200 of 500"));

    // the tree on cholesterol alone: its leaf less the mean of the leaves of the 200 rows
    List<String[]> cells = RowsBench.table(500).lines().skip(1).map(l -> l.split(",", -1)).toList();
    double mean = IntStream.range(0, 200).mapToObj(i -> cells.get(i * 500 / 200)[3])
        .mapToDouble(RowsExplainTest::leaf).average().orElseThrow();
    AttributionTable table = (AttributionTable) explanation.record().orElseThrow().result();
    for (int row = 0; row < ROWS; row++) {
      assertEquals(leaf(cells.get(row)[3]) - mean, table.values().get(3L * row + 2), 1e-9, "row " + row);
    }
    follow(view, "none");
    awaitButton(view, true);
    assertTrue(view.backgroundText().startsWith("Background: none"), RowsBench.said(view));
  }

  private static double leaf(String chol) {
    return !chol.isEmpty() && Double.parseDouble(chol) > 200 ? 0.3 : -0.1;
  }

  @Test
  void aFileThatIsNoBackgroundIsRefusedBefore() throws Exception {
    RowsView view = rows.opened(ROWS);
    RowsBench.choose(RowsBench.combo(part(view), "TreeSHAP"), "TreeSHAP");
    IFile wrong = rows.bench().file("wrong.csv", "height,weight\n1.8,80\n".getBytes(StandardCharsets.UTF_8));
    rows.bench().context().update(i -> i.withBackground(java.util.Optional.of(wrong.getLocation().toPath())));
    awaitButton(view, false);
    assertTrue(view.backgroundText().contains("wrong.csv cannot be the background"), RowsBench.said(view));
    follow(view, "this");
    awaitButton(view, true);
  }

  @Test
  void withoutAMethodTheButtonSaysWhy() throws Exception {
    RowsView view = rows.view();
    IFile model = rows.bench().model(TinyModels.denseRelu());
    rows.bench().file(model.getName() + ".card.json", """
        {"loupe-card": 1, "inputs": {"%s": {"modality": "tabular"}}}
        """.formatted(TinyModels.denseRelu().graph().inputs().get(0).name()).getBytes(StandardCharsets.UTF_8));
    rows.bench().openAndWait(model);
    rows.drop(view, "numbers.csv", "a,b,c\n1,2,3\n5,6,7\n");
    RowsBench.awaitRows(view);
    assertEquals(2, view.lines());
    assertFalse(view.button().isEnabled());
    assertTrue(view.button().getToolTipText().startsWith("No method explains many rows"), RowsBench.said(view));
    view.explain();
    assertTrue(view.statusText().startsWith("No method explains many rows"), RowsBench.said(view));
  }

  @Test
  void aLongExplanationIsCancelled() throws Exception {
    int many = 50_000;
    RowsView view = rows.opened(many);
    RowsBench.choose(RowsBench.combo(part(view), "Test Endless Rows"), "Test Endless Rows");
    follow(view, "this");
    awaitButton(view, true);
    view.button().notifyListeners(SWT.Selection, new Event());
    Await.until(() -> "it goes over the rows; " + RowsBench.said(view),
        () -> view.isExplaining() && view.statusText().contains("Going over"));
    assertEquals("Cancel", view.button().getText());
    view.filter("age > 50");
    Await.until(() -> "rows are filtered meanwhile; " + RowsBench.said(view), () -> view.lines() < many);
    assertTrue(view.statusText().contains("Cancel"), "what is under way is still to be seen: " + view.statusText());

    view.button().notifyListeners(SWT.Selection, new Event());
    Await.until(() -> "it was cancelled; " + RowsBench.said(view), () -> !view.isRunning());
    assertTrue(view.statusText().startsWith("Explaining was cancelled"), RowsBench.said(view));
    assertEquals("Explain Rows", view.button().getText());
    view.sort(SortKey.Kind.FEATURE, 0);
    RowsBench.awaitRows(view);
    assertEquals("51", view.line(0).get(1), "the view goes on working");
    RowsBench.choose(RowsBench.combo(part(view), "TreeSHAP"), "TreeSHAP");
    awaitButton(view, true);
    view.filter("age > 50 and age < 53");
    Await.until(() -> "few rows; " + RowsBench.said(view), () -> !view.isRunning() && view.lines() < 2000);
    view.explain();
    RowsBench.awaitExplanation(view, rows.bench().explanation(), view.lines());
  }
}
