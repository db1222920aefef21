/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.subject.TableColumn;
import org.loupe.api.visualize.Visualizer;
import org.loupe.scene.Group;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Item;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;
import org.loupe.visualize.internal.Scenes;

/** What holds for every plot of attributions, whatever the table and the size. */
class EveryPlotTest {
  private static final int[][] SIZES = {{1, 1}, {400, 300}, {900, 600}, {2000, 1400}};

  private static double[][] filled(int rows, int features, double value) {
    double[][] out = new double[rows][features];
    for (double[] row : out) {
      java.util.Arrays.fill(row, value);
    }
    return out;
  }

  private static AttributionTable scaled(double factor) {
    double[][] values = {{3, -2, 1}, {-1, 2, 0.5}, {2, 2, -4}};
    for (double[] row : values) {
      for (int i = 0; i < row.length; i++) {
        row[i] *= factor;
      }
    }
    return Tables.of(-5 * factor, values);
  }

  private static Map<String, AttributionTable> tables() {
    Map<String, AttributionTable> out = new LinkedHashMap<>();
    out.put("known", Tables.known(40));
    out.put("many features", Tables.wide(6, 300));
    out.put("other scripts", Tables.international(20));
    out.put("one row", Tables.known(1));
    out.put("one feature", Tables.of(2, new double[] {1}, new double[] {-3}));
    out.put("one of each", Tables.of(2, new double[] {1}));
    out.put("zeros", Tables.of(0, filled(5, 4, 0)));
    out.put("ties", Tables.of(-1, filled(5, 4, 0.25)));
    out.put("tiny", scaled(1e-300));
    out.put("huge", scaled(1e280));
    out.put("not finite", Tables.of(1, new double[] {1, Double.NaN}, new double[] {Double.POSITIVE_INFINITY, 2}));
    out.put("no values", Tables.of(List.of(TableColumn.plain("a"), TableColumn.plain("b")), 0,
        filled(4, 2, Double.NaN), new double[][] {{1, 2}, {-1, 2}, {2, -3}, {0, 0}}));
    out.put("infinite values", Tables.of(List.of(TableColumn.plain("a"), TableColumn.plain("b")), 0,
        new double[][] {{Double.POSITIVE_INFINITY, 1}, {1e300, 2}, {-1e300, Double.NEGATIVE_INFINITY}},
        new double[][] {{1, 2}, {-1, 2}, {2, -3}}));
    return out;
  }

  private interface Check {
    void of(String what, Scene scene) throws LoupeException;
  }

  private static void forAll(Check check) throws LoupeException {
    for (Map.Entry<String, AttributionTable> table : tables().entrySet()) {
      for (Map.Entry<String, Visualizer<AttributionTable, ?>> view : Gallery.views().entrySet()) {
        if (view.getValue().accepts(table.getValue())) {
          for (int[] size : SIZES) {
            String what = view.getKey() + " of " + table.getKey() + " at " + size[0] + " x " + size[1];
            check.of(what, Scenes.draw(view.getValue(), table.getValue(), size[0], size[1]));
          }
        }
      }
    }
  }

  @Test
  void noTextLiesOverAnotherOrLeavesThePicture() throws LoupeException {
    forAll((what, scene) -> {
      Scenes.assertTidy(what, scene);
      assertFalse(scene.description().isBlank(), what);
      assertTrue(scene.width() <= 2000 && scene.height() <= 1400, what);
    });
  }

  @Test
  void whatAnswersToAClickIsARowOrAFeatureThatThereIs() throws LoupeException {
    AttributionTable table = Tables.known(12);
    for (Map.Entry<String, Visualizer<AttributionTable, ?>> view : Gallery.views().entrySet()) {
      Scene scene = Scenes.draw(view.getValue(), table, 900, 600);
      List<HitRegion> regions = new java.util.ArrayList<>(scene.regions());
      for (HitGrid grid : grids(scene.items())) {
        for (int row = 0; row < grid.rows(); row++) {
          for (int column = 0; column < grid.columns(); column++) {
            regions.add(grid.region(row, column));
          }
        }
      }
      List<Selection> selections = regions.stream().flatMap(r -> r.selection().stream()).toList();
      assertFalse(selections.isEmpty(), view.getKey());
      for (Selection s : selections) {
        int first = s.coordinates().getFirst().intValue();
        assertEquals(s.kind().equals(Selection.ROW) ? table.rows().get(first) : table.features().get(first).name(),
            s.id(), view.getKey());
      }
    }
  }

  private static List<HitGrid> grids(List<Item> items) {
    List<HitGrid> out = new java.util.ArrayList<>();
    for (Item item : items) {
      if (item instanceof HitGrid grid) {
        out.add(grid);
      } else if (item instanceof Group group) {
        out.addAll(grids(group.items()));
      }
    }
    return out;
  }

  @Test
  void aHundredThousandRowsAreAFewHundredItems() throws LoupeException {
    AttributionTable table = Tables.known(100_000);
    for (Map.Entry<String, Visualizer<AttributionTable, ?>> view : Gallery.views().entrySet()) {
      Scene scene = Scenes.draw(view.getValue(), table, 900, 600);
      assertTrue(Scenes.all(scene, Item.class).size() < 700, view.getKey() + ": "
          + Scenes.all(scene, Item.class).size());
    }
  }

  @Test
  void whatIsLeftOutIsSaid() throws LoupeException {
    AttributionTable odd = tables().get("not finite");
    for (Map.Entry<String, Visualizer<AttributionTable, ?>> view : Gallery.views().entrySet()) {
      assertTrue(Scenes.says(Scenes.draw(view.getValue(), odd, 900, 600), "not finite"), view.getKey());
    }
  }

  @Test
  void anEmptyTableIsRefusedInOneLine() {
    AttributionTable none = Tables.of(0);
    for (Map.Entry<String, Visualizer<AttributionTable, ?>> view : Gallery.views().entrySet()) {
      LoupeException e = assertThrows(LoupeException.class, () -> Scenes.draw(view.getValue(), none, 300, 200));
      assertEquals(LoupeException.Kind.NOT_APPLICABLE, e.kind(), view.getKey());
    }
  }
}
