/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.summary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.result.Table;
import org.loupe.api.subject.TableColumn;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;
import org.loupe.scene.TextItem;
import org.loupe.visualize.internal.Scenes;
import org.loupe.visualize.internal.attribution.Shapes;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.Tables;

class AttributionSummaryTest {
  private static double[] numbers(Table table, int column) {
    return ((Table.Numbers) table.columns().get(column)).values();
  }

  @Test
  void figuresAreThoseOfTheColumns() {
    Sheet sheet = Sheet.of(Tables.of(0, new double[] {1, -4}, new double[] {3, 2}, new double[] {-1, 5}));
    Table table = AttributionSummary.table(sheet, List.of(1, 0));
    assertEquals(List.of("rank", "feature", "mean size", "mean", "least", "greatest", "high values"),
        table.columns().stream().map(Table.Column::name).toList());
    assertEquals(List.of("f1", "f0"), ((Table.Texts) table.columns().get(1)).values());
    assertArrayEquals(new double[] {1, 2}, numbers(table, 0));
    assertArrayEquals(new double[] {11.0 / 3, 5.0 / 3}, numbers(table, 2), 1e-12);
    assertArrayEquals(new double[] {1, 1}, numbers(table, 3), 1e-12);
    assertArrayEquals(new double[] {-4, -1}, numbers(table, 4));
    assertArrayEquals(new double[] {5, 3}, numbers(table, 5));
    assertEquals(List.of("raise (1)", "raise (1)"), ((Table.Texts) table.columns().get(6)).values());
  }

  @Test
  void directionIsTheRankCorrelation() {
    double[] x = {1, 2, 3, 4, 5};
    assertEquals("raise (1)", Direction.of(x, new double[] {-9, 0, 1, 1e9, 1e10}).text());
    assertEquals("lower (-1)", Direction.of(x, new double[] {5, 4, 3, 2, 1}).text());
    // ranks 3 1 4 2 5 of 1..5: 1 - 6 * (4 + 1 + 1 + 4 + 0) / (5 * 24)
    assertEquals(0.5, Direction.of(x, new double[] {30, 10, 40, 20, 50}).correlation(), 1e-12);
    // ties share ranks 0.5 and 2.5: correlation of (.5 .5 2.5 2.5) and (0 1 2 3)
    assertEquals(4 / Math.sqrt(20), Direction.of(new double[] {1, 1, 2, 2}, new double[] {1, 2, 3, 4}).correlation(),
        1e-12);
    assertEquals("mixed (0)", Direction.of(new double[] {1, 2, 3, 4}, new double[] {1, 2, 2, 1}).text());
    assertEquals("\u2013", Direction.of(x, new double[5]).text());
    assertEquals("raise (1)", Direction.of(new double[] {Double.NaN, 1, 2}, new double[] {99, 1, 2}).text());
    assertEquals("\u2013", Direction.of(new double[0], new double[0]).text());
    assertEquals("\u2013", Direction.of(new double[] {-0.0, 0.0}, new double[] {1, 2}).text(), "one zero");
  }

  @Test
  void directionIsByWhatAPersonReads() {
    TableColumn turned = new TableColumn("a", "", List.of(), "", -1, 0);
    Sheet sheet = Sheet.of(Tables.of(List.of(turned), 0, new double[][] {{1}, {2}, {3}},
        new double[][] {{1}, {2}, {3}}));
    assertEquals(List.of("lower (-1)"),
        ((Table.Texts) AttributionSummary.table(sheet, List.of(0)).columns().get(6)).values());
  }

  @Test
  void wordsHaveADirectionOnlyWhereThereAreTwo() {
    Sheet sheet = Sheet.of(Tables.known(200));
    Table table = AttributionSummary.table(sheet, List.of(2, 3));
    List<String> said = ((Table.Texts) table.columns().get(6)).values();
    assertTrue(said.get(0).startsWith("male: "), said.toString());
    assertEquals("\u2013", said.get(1));
  }

  @Test
  void aRowOfTheTableSelectsItsFeature() throws LoupeException {
    Scene scene = Scenes.draw(new AttributionSummary(), Tables.known(50), 900, 500, "features", "3");
    assertTrue(Scenes.says(scene, "the first 3 of 12 rows"));
    TextItem name = Shapes.text(scene, "age");
    assertEquals(Optional.of(Selection.of(Selection.FEATURE, "age", 0)),
        scene.hit(name.x() + 3, name.y()).orElseThrow().selection());
  }
}
