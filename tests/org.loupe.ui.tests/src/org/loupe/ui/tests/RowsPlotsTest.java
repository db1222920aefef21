/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.api.result.AttributionTable;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;
import org.loupe.ui.api.canvas.SceneCanvas;
import org.loupe.ui.explanation.ExplanationView;
import org.loupe.ui.tables.RowsView;

/** Rows of plots and rows of the view are the same rows. */
class RowsPlotsTest {
  private static final int ROWS = 60;
  private static final List<String> MANY = List.of("Beeswarm", "Forces on rows", "Attributions by row", "Dependence",
      "Decision");
  private static final List<String> OF_ONE_ROW = List.of("Waterfall", "Force");
  private static final List<String> OF_FEATURES = List.of("Feature bars", "Attribution summary");

  private RowsBench rows;
  private RowsView view;
  private ExplanationView explanation;

  @BeforeEach
  void setUp() throws Exception {
    rows = new RowsBench();
    view = rows.opened(ROWS);
    RowsBench.choose(RowsBench.combo(rows.bench().control(view), "TreeSHAP"), "TreeSHAP");
    RowsBench.awaitRows(view);
    explanation = rows.bench().explanation();
    view.explain();
    RowsBench.awaitExplanation(view, explanation, ROWS);
    Await.until("the rows are drawn", () -> Bench.find(rows.bench().control(explanation), Combo.class).stream()
        .anyMatch(c -> c.indexOf("Beeswarm") >= 0));
  }

  @AfterEach
  void tearDown() throws Exception {
    picture("Beeswarm");
    rows.close();
  }

  private void picture(String name) {
    Combo pictures = RowsBench.combo(rows.bench().control(explanation), name);
    Scene before = explanation.canvas().scene();
    if (!pictures.getText().equals(name)) {
      RowsBench.choose(pictures, name);
      Await.until(() -> name + " is drawn; " + RowsBench.said(view), () -> explanation.canvas().scene() != before);
    }
  }

  /** Clicks a place of the picture that stands for something. */
  private Selection click(Predicate<Selection> wanted) {
    SceneCanvas canvas = explanation.canvas();
    Point size = RowsBench.size(canvas);
    Scene scene = canvas.scene();
    double scale = Math.min(size.x / scene.width(), size.y / scene.height());
    double left = (size.x - scene.width() * scale) / 2;
    double top = (size.y - scene.height() * scale) / 2;
    for (int y = 0; y < size.y; y += 2) {
      for (int x = 0; x < size.x; x += 2) {
        Optional<Selection> there = scene.hit((x - left) / scale, (y - top) / scale).flatMap(h -> h.selection())
            .filter(wanted);
        if (there.isPresent()) {
          RowsBench.click(canvas, x, y);
          return there.get();
        }
      }
    }
    throw new AssertionError("nothing to be clicked in " + scene.title());
  }

  private static boolean isRow(Selection s) {
    return s.kind().equals(Selection.ROW);
  }

  @Test
  void aRowIsTheSameEverywhere() {
    MANY.forEach(this::aRowIsTheSame);
  }

  private void aRowIsTheSame(String picture) {
    picture(picture);
    Selection clicked = click(s -> isRow(s) && !s.id().equals("P-1"));
    assertEquals(clicked.id(), view.line(view.selectedLine()).get(0), "clicked in " + picture);
    assertEquals(clicked.id(), "P-" + rows.bench().context().current().input().orElseThrow().row());
    assertTrue(explanation.canvas().marked() > 0, "and marked there, in " + picture);
    assertEquals(ROWS, ((AttributionTable) explanation.record().orElseThrow().result()).rows()
        .size(), "the picture of all rows stays");

    Scene scene = explanation.canvas().scene();
    RowsBench.key(view.grid(), SWT.HOME, 0);
    assertEquals("P-1", view.line(view.selectedLine()).get(0));
    assertTrue(explanation.canvas().marked() > 0, "and marked in " + picture);
    assertEquals(scene.description(), explanation.canvas().scene().description(), "which is the same picture");
    Screenshots.take(explanation.canvas(), "rows-marked-" + picture.toLowerCase().replace(' ', '-'));
  }

  @Test
  void picturesOfOneRowFollow() {
    OF_ONE_ROW.forEach(this::follows);
  }

  private void follows(String picture) {
    picture(picture);
    RowsBench.key(view.grid(), SWT.HOME, 0);
    RowsBench.key(view.grid(), SWT.END, 0);
    String last = "P-" + ROWS;
    Await.until(() -> picture + " of " + last + "; " + explanation.canvas().scene().description(),
        () -> explanation.canvas().scene().description().contains(last));
    assertEquals(0, explanation.canvas().marked(), "all of it is about this row");
    Selection clicked = click(RowsPlotsTest::isRow);
    assertEquals(last, clicked.id());
    assertEquals(last, view.line(view.selectedLine()).get(0));
    assertTrue(view.markedColumn().isPresent(), "the feature that was clicked is marked");
  }

  @Test
  void picturesOfFeaturesMarkColumns() {
    OF_FEATURES.forEach(this::marksColumns);
  }

  private void marksColumns(String picture) {
    picture(picture);
    rows.bench().context().pick(Selection.of(Selection.FEATURE, "age", 0));
    assertEquals("age", view.markedColumn().orElseThrow());
    Selection clicked = click(s -> s.kind().equals(Selection.FEATURE) && s.id().equals("Cholesterol"));
    assertEquals(clicked.id(), view.markedColumn().orElseThrow());
    RowsBench.awaitRows(view);
    assertTrue(view.headings().contains("Attribution: Cholesterol"), view.headings().toString());
  }

  @Test
  void everyPictureOfATableIsOffered() {
    Combo pictures = RowsBench.combo(rows.bench().control(explanation), "Beeswarm");
    Set<String> known = new TreeSet<>(MANY);
    known.addAll(OF_ONE_ROW);
    known.addAll(OF_FEATURES);
    assertEquals(known, new TreeSet<>(List.of(pictures.getItems())));
  }
}
