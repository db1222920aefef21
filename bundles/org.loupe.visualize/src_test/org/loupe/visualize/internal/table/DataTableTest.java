/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.visualize.internal.Scenes.all;
import static org.loupe.visualize.internal.Scenes.assertTidy;
import static org.loupe.visualize.internal.Scenes.draw;
import static org.loupe.visualize.internal.Scenes.says;
import static org.loupe.visualize.internal.Scenes.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.Table;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.scene.Anchor;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;
import org.loupe.scene.TextItem;

class DataTableTest {
  private static final DataTableView VIEW = new DataTableView();

  private static Table table(int rows) {
    return new Table(List.of(new Table.Texts("layer", IntStream.range(0, rows).mapToObj(i -> "conv" + i).toList()),
        new Table.Numbers("time", "µs", IntStream.range(0, rows).mapToDouble(i -> i == 1 ? Double.NaN : i * 1.5)
            .toArray())), Map.of("total", 7.0));
  }

  private static TextItem text(Scene scene, String text) {
    return all(scene, TextItem.class).stream().filter(t -> t.text().equals(text)).findFirst().orElseThrow();
  }

  @Test
  void numbersStandAtTheRightWithTheirHeadingAndTheirUnit() throws LoupeException {
    Scene scene = draw(VIEW, table(4), 600, 400);
    TextItem heading = text(scene, "time (µs)");
    TextItem number = text(scene, "4.5");
    assertEquals(List.of(Anchor.END, Anchor.END), List.of(heading.anchor(), number.anchor()));
    assertEquals(heading.x(), number.x(), 1e-9);
    assertEquals(number.x(), text(scene, "\u2013").x(), 1e-9, "what is missing too");
    assertEquals(Anchor.START, text(scene, "conv3").anchor());
    assertTrue(says(scene, "total 7"));
    assertEquals(3, texts(scene).stream().filter(t -> t.matches("[0-9.]+")).count());
  }

  @Test
  void whatHasNoRoomIsSaid() throws LoupeException {
    Scene scene = draw(VIEW, table(3000), 600, 400, "rows", "1000");
    long shown = texts(scene).stream().filter(t -> t.matches("conv\\d+")).count();
    assertTrue(shown > 8 && shown < 30, shown + " rows");
    assertTrue(says(scene, "the first " + shown + " of 3000 rows; all are in the table as .csv"));
    assertTrue(says(draw(VIEW, table(30), 600, 900, "rows", "2"), "the first 2 of 30 rows"));
    List<Table.Column> wide = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      wide.add(new Table.Numbers("c" + i, "", new double[] {i}));
    }
    Scene cut = draw(VIEW, new Table(wide, Map.of()), 600, 300);
    long columns = texts(cut).stream().filter(t -> t.matches("c\\d+")).count();
    assertTrue(columns > 7 && columns < 30, columns + " columns");
    assertTrue(says(cut, "the first " + columns + " of 40 columns"));
  }

  @Test
  void aRowOfALayerSelectsTheLayer() throws LoupeException {
    HitRegion second = all(draw(VIEW, table(4), 600, 400), HitRegion.class).get(1);
    assertEquals(Selection.of(Selection.LAYER, "conv1"), second.selection().orElseThrow());
    assertEquals("layer: conv1\ntime (µs): \u2013", second.tooltip());
    Table numbers = Table.of(new Table.Numbers("a", "", new double[] {5, 6}));
    assertEquals(Selection.of(Selection.ROW, "", 1), all(draw(VIEW, numbers, 600, 400), HitRegion.class).get(1)
        .selection().orElseThrow());
  }

  @Test
  void channelsOfAnyLayerAreATable() throws LoupeException {
    FeatureMaps maps = new FeatureMaps("block", ArrayTensor.of(Shape.of(2, 2), 1f, 2, 3, 4),
        new FeatureLayout(FeatureLayout.Kind.OTHER, 1, -1, -1), Optional.empty(),
        Table.of(new Table.Numbers("channel", "", new double[] {0, 1})), Map.of());
    Scene scene = draw(new ChannelTableView(), maps, 500, 300);
    assertTrue(says(scene, "block [2, 2]"));
    assertEquals(Selection.of(Selection.CHANNEL, "block", 1), all(scene, HitRegion.class).get(1).selection()
        .orElseThrow());
  }

  @Test
  void everySizeIsTidy() throws LoupeException {
    for (Table table : List.of(table(0), table(1), table(5000), new Table(List.of(), Map.of()),
        Table.of(new Table.Texts("a", List.of("x".repeat(500), ""))))) {
      for (int[] size : new int[][] {{1, 1}, {300, 200}, {1600, 1000}, {300, 900}}) {
        assertTidy(table.rows() + " rows", draw(VIEW, table, size[0], size[1]));
      }
    }
  }
}
