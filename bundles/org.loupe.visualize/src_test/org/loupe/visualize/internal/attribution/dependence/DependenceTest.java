/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.dependence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.subject.TableColumn;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.scene.HitGrid;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;
import org.loupe.visualize.internal.Scenes;
import org.loupe.visualize.internal.attribution.Colours;
import org.loupe.visualize.internal.attribution.Shapes;
import org.loupe.visualize.internal.attribution.Tables;

class DependenceTest {
  private static Scene draw(AttributionTable table, String... options) throws LoupeException {
    return Scenes.draw(new Dependence(), table, 900, 500, options);
  }

  private static List<Rect> points(Scene scene) {
    return Scenes.all(scene, PathItem.class).stream().filter(p -> p.fill().isPresent()).map(p -> p.path().bounds())
        .filter(r -> Math.abs(r.width() - 6) < 1e-6).toList();
  }

  @Test
  void pointsStandAtTheNumbersThatAPersonKnows() throws LoupeException {
    TableColumn age = new TableColumn("age", "yr", List.of(), "", 0.1, -50);
    Scene scene = draw(Tables.of(List.of(age), 0, new double[][] {{-1}, {0}, {2}}, new double[][] {{-2}, {1}, {3}}));
    List<Rect> points = points(scene);
    assertEquals(3, points.size());
    double[] years = {40, 50, 70};
    double[] up = {-2, 1, 3};
    for (int i = 0; i < 3; i++) {
      assertEquals(years[i], Shapes.number(scene, points.get(i).centerX(), 40, 70), 1e-9);
      double zero = Shapes.text(scene, "0").y();
      double one = Shapes.text(scene, "1").y();
      assertEquals(up[i], (points.get(i).centerY() - zero) / (one - zero), 1e-9);
    }
    assertTrue(Scenes.says(scene, "age (yr)"));
  }

  @Test
  void theStrongestFeatureIsDrawnOrTheOneAskedFor() throws LoupeException {
    AttributionTable table = Tables.of(0, new double[] {1, 5}, new double[] {2, -5});
    assertTrue(Scenes.says(draw(table), "f1  \u00b7  2 rows"));
    assertTrue(Scenes.says(draw(table, "feature", "f0"), "f0  \u00b7  2 rows"));
    assertTrue(Scenes.says(draw(table, "feature", "#1"), "f0  \u00b7  2 rows"));
    assertEquals(LoupeException.Kind.USAGE,
        assertThrows(LoupeException.class, () -> draw(table, "feature", "weight")).kind());
    assertThrows(LoupeException.class, () -> draw(table, "colour", "weight"));
  }

  @Test
  void whatHasNoValueStandsInAStripOfItsOwn() throws LoupeException {
    AttributionTable table = Tables.of(List.of(TableColumn.plain("a")), 0,
        new double[][] {{1}, {2}, {Double.NaN}, {Double.POSITIVE_INFINITY}}, new double[][] {{1}, {2}, {3}, {0.5}});
    Scene scene = draw(table);
    List<Rect> points = points(scene);
    double strip = Shapes.text(scene, "no value").x();
    assertTrue(Math.abs(points.get(2).centerX() - strip) < 40 && Math.abs(points.get(3).centerX() - strip) < 40);
    assertTrue(points.get(0).centerX() < points.get(1).centerX() && points.get(1).right() < strip - 20);
    assertTrue(Scenes.texts(draw(Tables.of(0, new double[] {1}, new double[] {2}))).stream()
        .noneMatch("no value"::equals));
  }

  @Test
  void codesAreWords() throws LoupeException {
    Scene scene = draw(Tables.known(60), "feature", "smoking", "colour", "sex");
    assertTrue(Scenes.texts(scene).containsAll(List.of("never", "former", "current", "sex: female", "sex: male")));
    double never = Shapes.text(scene, "never").x();
    double former = Shapes.text(scene, "former").x();
    List<Rect> points = points(scene);
    assertEquals(60, points.size());
    assertTrue(points.stream().map(Rect::centerX).distinct().count() > 50, "spread over their band");
    AttributionTable table = Tables.known(60);
    for (int i = 0; i < 60; i++) {
      double band = (points.get(i).centerX() - never) / (former - never);
      assertEquals(table.inputs().get(i * 12L + 3), Math.round(band), "row " + i);
    }
  }

  @Test
  void aFewWholeNumbersAreBands() throws LoupeException {
    double[][] vessels = new double[40][1];
    double[][] attributions = new double[40][1];
    for (int r = 0; r < 40; r++) {
      vessels[r][0] = r % 4 - 1;
      attributions[r][0] = r;
    }
    Scene scene = draw(Tables.of(List.of(TableColumn.plain("vessels")), 0, vessels, attributions));
    List<Rect> points = points(scene);
    assertTrue(points.stream().map(Rect::centerX).distinct().count() > 30, "rows do not hide each other");
    assertTrue(Scenes.texts(scene).containsAll(List.of("-1", "0", "1", "2")));
    assertTrue(Scenes.texts(scene).stream().noneMatch("0.5"::equals), "there is nothing between");
    double low = points.get(0).centerX();
    assertTrue(low < points.get(1).centerX() && points.get(1).centerX() < points.get(2).centerX());
    AttributionTable far = Tables.of(List.of(TableColumn.plain("age")), 0, new double[][] {{20}, {20}, {70}},
        new double[][] {{1}, {2}, {3}});
    assertEquals(2, points(draw(far)).stream().map(Rect::centerX).distinct().count(), "many whole numbers are numbers");
  }

  @Test
  void theFeatureThatInteractsIsFoundWithoutInteractions() {
    AttributionTable table = Tables.known(1500);
    assertEquals(2, Interaction.strongest(table, 5), "weight works the other way for men");
    assertEquals(-1, Interaction.strongest(table, 0), "age works alone");
    assertEquals(-1, Interaction.strongest(table, 6), "a constant");
    assertEquals(-1, Interaction.strongest(Tables.of(0, new double[] {1}), 0), "nothing else is there");
  }

  @Test
  void knownInteractionsDecide() throws LoupeException {
    AttributionTable t = Tables.of(0, new double[] {3, 1, 1}, new double[] {3, 1, 1});
    double[] all = new double[2 * 9];
    for (int r = 0; r < 2; r++) {
      all[r * 9] = 2.5;
      all[r * 9 + 1] = r == 0 ? 0.1 : -0.1;
      all[r * 9 + 2] = r == 0 ? -0.4 : 0.4;
    }
    AttributionTable known = new AttributionTable(t.score(), t.features(), t.rows(), t.values(), t.inputs(), t.base(),
        t.scores(), Optional.of(ArrayTensor.of(Shape.of(2, 3, 3), all)), Map.of());
    assertEquals(2, Interaction.strongest(known, 0));
    assertTrue(Scenes.texts(draw(known)).contains("coloured by the feature that interacts most"));
    assertTrue(Scenes.texts(draw(known)).contains("f2:"));
    assertTrue(Scenes.texts(draw(known, "colour", "none")).stream().noneMatch("f2:"::equals));
    assertTrue(Scenes.texts(draw(known, "colour", "f1")).contains("f1:"));
  }

  @Test
  void coloursAreOfTheOtherFeature() throws LoupeException {
    AttributionTable table = Tables.of(List.of(TableColumn.plain("a"), TableColumn.plain("b")), 0,
        new double[][] {{1, 10}, {2, 30}, {3, Double.NaN}}, new double[][] {{1, 0}, {2, 0}, {3, 0}});
    Scene scene = draw(table, "feature", "a", "colour", "b");
    List<Integer> colours = new ArrayList<>();
    for (PathItem p : Scenes.all(scene, PathItem.class)) {
      if (p.fill().isPresent() && Math.abs(p.path().bounds().width() - 6) < 1e-6) {
        colours.add(((org.loupe.scene.SceneColor.Argb) p.fill().get()).value() & 0xffffff);
      }
    }
    assertEquals(List.of(Colours.LOW_HIGH.argb(0) & 0xffffff, Colours.LOW_HIGH.argb(1) & 0xffffff,
        Colours.LOW_HIGH.nanArgb() & 0xffffff), colours);
    assertTrue(Scenes.texts(scene).containsAll(List.of("b:", "\u2264 11", "\u2265 29", "no value")));
    Rect point = points(scene).getFirst();
    assertEquals(Optional.of(Selection.of(Selection.ROW, "1", 0, 0)),
        scene.hit(point.centerX(), point.centerY()).orElseThrow().selection());
    assertEquals("row 1\na = 1\nattribution +1\nb = 10\nscore 1",
        scene.hit(point.centerX(), point.centerY()).orElseThrow().tooltip());
  }

  @Test
  void manyRowsAreCountedInPlaces() throws LoupeException {
    Scene scene = draw(Tables.known(5000), "feature", "weight");
    assertEquals(0, points(scene).size());
    HitGrid grid = Scenes.all(scene, HitGrid.class).getFirst();
    long rows = 0;
    for (int r = 0; r < grid.rows(); r++) {
      for (int c = 0; c < grid.columns(); c++) {
        String said = grid.region(r, c).tooltip();
        rows += said.isEmpty() ? 0 : Long.parseLong(said.replaceAll(".*: (\\d+) rows? here", "$1"));
      }
    }
    assertEquals(5000, rows);
  }
}
