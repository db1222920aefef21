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
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
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
  /** A tree on age and sex, and one on chol alone, whose leaves hold 60 and 40 of 100 rows: its mean is 0.06. */
  private static final String MODEL = """
      tree
      version=v4
      num_class=1
      num_tree_per_iteration=1
      label_index=0
      max_feature_idx=2
      objective=regression
      feature_names=age sex chol
      feature_infos=[20:79] [0:1] [150:300]

      Tree=0
      num_leaves=3
      num_cat=0
      split_feature=0 1
      split_gain=10 5
      threshold=50 0.5
      decision_type=10 10
      left_child=-1 -2
      right_child=1 -3
      leaf_value=-0.5 0.2 0.9
      leaf_weight=50 25 25
      leaf_count=50 25 25
      internal_value=0 0.55
      internal_weight=100 50
      internal_count=100 50
      is_linear=0
      shrinkage=1


      Tree=1
      num_leaves=2
      num_cat=0
      split_feature=2
      split_gain=3
      threshold=200
      decision_type=10
      left_child=-1
      right_child=-2
      leaf_value=-0.1 0.3
      leaf_weight=60 40
      leaf_count=60 40
      internal_value=0.06
      internal_weight=100
      internal_count=100
      is_linear=0
      shrinkage=1


      end of trees
      """;
  private static final String CARD = """
      {"loupe-card": 1, "inputs": {"features": {"modality": "tabular", "id": "patient", "columns": [
        {"name": "age", "unit": "years"}, {"name": "sex", "words": ["female", "male"]},
        {"name": "chol", "title": "Cholesterol", "unit": "mg/dl"}]}}}
      """;

  private Bench bench;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("rows");
  }

  @AfterEach
  void tearDown() throws Exception {
    PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(LIGHT, false);
    bench.close();
  }

  private static String table(int rows) {
    StringBuilder text = new StringBuilder("patient,age,sex,chol\n");
    IntStream.range(0, rows).forEach(i -> text.append(String.format(Locale.ROOT, "P-%d,%d,%s,%s%n", i + 1, 20 + i % 60,
        i % 2 == 0 ? "female" : "male", i % 7 == 3 ? "" : String.valueOf(150 + i * 37 % 150))));
    return text.toString();
  }

  private RowsView view() throws Exception {
    return (RowsView) bench.page().showView(RowsView.ID);
  }

  private RowsView opened(int rows) throws Exception {
    RowsView view = view();
    bench.file("two.lgb.card.json", CARD.getBytes(StandardCharsets.UTF_8));
    bench.openAndWait(bench.file("two.lgb", MODEL.getBytes(StandardCharsets.UTF_8)));
    Await.until(() -> "it asks for a table: " + view.message(),
        () -> view.message().filter(m -> m.title().equals("No table chosen")).isPresent());
    IFile csv = bench.file("patients.csv", table(rows).getBytes(StandardCharsets.UTF_8));
    assertTrue(Bench.drop(bench.control(view), csv.getLocation().toOSString()));
    awaitRows(view);
    return view;
  }

  private static void awaitRows(RowsView view) {
    Await.until(() -> "there are rows, but " + view.message(), () -> view.message().isEmpty() && !view.isRunning());
  }

  private String said() {
    return ((RowsView) bench.page().findView(RowsView.ID)).statusText();
  }

  private void awaitExplanation(ExplanationView view, int rows) {
    Await.until(() -> "an explanation of " + rows + " rows, but " + view.message() + ", " + view.statusText()
        + (view.isRunning() ? ", running" : "") + "; the rows: " + said(), () -> view.record()
        .filter(r -> r.result() instanceof AttributionTable t && t.rows().size() == rows).isPresent()
        && view.canvas().scene() != null && !view.isRunning());
  }

  @Test
  void rowsAreReadFilteredAndSorted() throws Exception {
    assertEquals("No model", view().message().orElseThrow().title());
    RowsView view = opened(ROWS);
    assertEquals(List.of("Row", "age", "sex", "Cholesterol"), view.headings());
    assertEquals(ROWS, view.lines());
    assertEquals(List.of("P-1", "20", "female", "150"), view.line(0), "words for codes");
    assertEquals("", view.line(3).get(3), "a missing value stays missing");
    assertEquals(0, view.selectedLine(), "the first row is looked at");

    view.filter("age > 60 and sex = male and Cholesterol != missing");
    Await.until(() -> "fewer rows: " + view.lines(), () -> !view.isRunning() && view.lines() < ROWS);
    for (int line = 0; line < view.lines(); line++) {
      List<String> row = view.line(line);
      assertTrue(Double.parseDouble(row.get(1)) > 60 && row.get(2).equals("male") && !row.get(3).isEmpty(),
          row.toString());
    }
    assertTrue(view.lines() > 10, "there are some of them: " + view.lines());
    view.filter("");
    view.sort(SortKey.Kind.FEATURE, 2);
    Await.until(() -> "all rows again: " + view.lines(), () -> !view.isRunning() && view.lines() == ROWS);
    List<String> last = IntStream.range(0, ROWS).mapToObj(i -> view.line(i).get(3)).toList();
    List<Double> known = last.stream().filter(s -> !s.isEmpty()).map(Double::parseDouble).toList();
    assertEquals(known.stream().sorted().toList(), known);
    assertTrue(last.subList(known.size(), ROWS).stream().allMatch(String::isEmpty), "missing values come last");
  }

  @Test
  void aFilterEndsWithItsTable() throws Exception {
    RowsView view = opened(ROWS);
    view.filter("age > 60");
    Await.until(() -> "fewer rows: " + view.lines(), () -> !view.isRunning() && view.lines() < ROWS);
    IFile other = bench.file("others.csv", table(ROWS + 1).getBytes(StandardCharsets.UTF_8));
    assertTrue(Bench.drop(bench.control(view), other.getLocation().toOSString()));
    Await.until(() -> "all rows of the other table: " + view.lines() + " " + view.message(),
        () -> view.message().isEmpty() && !view.isRunning() && view.lines() == ROWS + 1);
  }

  @Test
  void otherViewsFollowTheRow() throws Exception {
    RowsView view = opened(ROWS);
    bench.context().update(i -> i.withMethod("tree-shap"));
    bench.context().update(i -> i.withRow("62"));
    assertEquals(61, view.selectedLine());
    ExplanationView explanation = bench.explanation();
    Await.until(() -> "row 62 is explained: " + explanation.message(), () -> explanation.record()
        .filter(r -> r.result() instanceof AttributionTable t && t.rows().equals(List.of("P-62"))).isPresent());
    assertEquals("patients.csv#62", bench.context().current().input().orElseThrow().name());
  }

  @Test
  void rowsAreExplainedAndSortedByAttribution() throws Exception {
    RowsView view = opened(ROWS);
    view.explain();
    ExplanationView explanation = bench.explanation();
    awaitExplanation(explanation, ROWS);
    awaitRows(view);
    bench.context().pick(Selection.of(Selection.FEATURE, "Cholesterol", 2));
    view.sort(SortKey.Kind.ATTRIBUTION, 2);
    awaitRows(view);

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
    bench.context().pick(Selection.of(Selection.ROW, "P-45", 44, 0));
    assertEquals(at, view.selectedLine(), "a row picked in a picture is selected");
    assertEquals("45", bench.context().current().input().orElseThrow().row());
    assertFalse(scene.items().isEmpty());
    for (var theme : Map.of("rows-light", LIGHT, "rows-dark", DARK).entrySet()) {
      PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(theme.getValue(), false);
      assertTrue(Screenshots.colors(Screenshots.take(bench.shell(), theme.getKey()), 40) > 20);
      assertTrue(Screenshots.colors(Screenshots.take(view.grid(), theme.getKey() + "-grid"), 40) > 5);
    }
  }

  @Test
  void longTablesDoNotHoldUpTheWorkbench() throws Exception {
    RowsView view = opened(100_000);
    assertEquals(100_000, view.lines());
    try (Heartbeat heart = new Heartbeat()) {
      heart.step("sort", () -> view.sort(SortKey.Kind.FEATURE, 2), () -> !view.isRunning());
      heart.step("filter", () -> view.filter("age > 50"), () -> !view.isRunning() && view.lines() < 100_000);
      heart.longest().values().forEach(beat -> assertTrue(beat.millis() < 500, beat.toString()));
    }
  }
}
