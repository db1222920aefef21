/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.subject.TableColumn;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.ImageItem;
import org.loupe.scene.PathItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.visualize.internal.Scenes;
import org.loupe.visualize.internal.attribution.Colours;
import org.loupe.visualize.internal.attribution.Shapes;
import org.loupe.visualize.internal.attribution.Tables;

class BeeswarmTest {
  private static Scene draw(AttributionTable table, String... options) throws LoupeException {
    return Scenes.draw(new Beeswarm(), table, 900, 500, options);
  }

  /** Points in drawing order; they are all of one size. */
  private static List<PathItem> points(Scene scene) {
    List<PathItem> filled = Scenes.all(scene, PathItem.class).stream().filter(p -> p.fill().isPresent()).toList();
    return filled.stream().filter(p -> p.path().bounds().width() < 9).toList();
  }

  @Test
  void everyAttributionIsAPointAtItsNumber() throws LoupeException {
    double[][] rows = {{3, 0.5}, {-1, 0.25}, {2, -0.5}};
    Scene scene = draw(Tables.of(0, rows));
    List<PathItem> points = points(scene);
    assertEquals(6, points.size());
    for (int i = 0; i < 3; i++) {
      assertEquals(rows[i][0], Shapes.number(scene, points.get(i).path().bounds().centerX(), -1, 3), 1e-9);
      assertEquals(rows[i][1], Shapes.number(scene, points.get(3 + i).path().bounds().centerX(), -1, 3), 1e-9);
    }
    assertTrue(Shapes.text(scene, "f0").y() < Shapes.text(scene, "f1").y(), "the strongest on top");
  }

  @Test
  void coloursGoFromLowToHighValuesAsAPersonReadsThem() throws LoupeException {
    double[][] values = {{1}, {2}, {3}};
    List<PathItem> points = points(draw(Tables.of(0, values)));
    assertEquals(SceneColor.argb(Colours.LOW_HIGH.argb(0)), points.get(0).fill().orElseThrow());
    assertEquals(SceneColor.argb(Colours.LOW_HIGH.argb(1)), points.get(2).fill().orElseThrow());
    TableColumn turned = new TableColumn("a", "", List.of(), "", -1, 0);
    double[][] inputs = {{-1}, {-2}, {Double.NaN}};
    Scene scene = draw(Tables.of(List.of(turned), 0, inputs, values));
    assertTrue(Scenes.says(scene, "no value"));
    List<PathItem> other = points(scene);
    assertEquals(Colours.NO_VALUE, other.get(0).fill().orElseThrow(), "what has no value lies below the others");
    assertEquals(SceneColor.argb(Colours.LOW_HIGH.argb(0)), other.get(1).fill().orElseThrow(), "1 is less than 2");
    assertFalse(Scenes.says(draw(Tables.of(0, values)), "no value"));
  }

  @Test
  void coloursOfCategoriesAreExplained() throws LoupeException {
    String note = "categories are coloured in the order of their codes";
    double[][] rows = {{1}, {2}};
    double[][] codes = {{0}, {2}};
    TableColumn pain = new TableColumn("pain", "", List.of("none", "weak", "strong"), "", 1, 0);
    assertTrue(Scenes.says(draw(Tables.of(List.of(pain), 0, codes, rows)), note));
    TableColumn sex = new TableColumn("sex", "", List.of("female", "male"), "", 1, 0);
    assertFalse(Scenes.says(draw(Tables.of(List.of(sex), 0, codes, rows)), note), "of two, one is high");
  }

  @Test
  void pointsAtOnePlaceStandApartWithinTheirLine() throws LoupeException {
    double[][] rows = new double[40][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {1, i % 2};
    }
    List<Rect> points = points(draw(Tables.of(0, rows))).stream().map(p -> p.path().bounds()).toList();
    assertEquals(40, points.subList(0, 40).stream().map(Rect::y).distinct().count());
    double top = points.subList(0, 40).stream().mapToDouble(Rect::y).min().orElseThrow();
    double bottom = points.subList(0, 40).stream().mapToDouble(Rect::bottom).max().orElseThrow();
    double next = points.subList(40, 80).stream().mapToDouble(Rect::y).min().orElseThrow();
    assertTrue(bottom - top <= 40 && bottom <= next, top + " to " + bottom + ", next " + next);
  }

  @Test
  void aPointSelectsItsRow() throws LoupeException {
    Scene scene = draw(Tables.of(0, new double[] {3, 0.5}, new double[] {-1, 0.25}));
    Rect point = points(scene).get(1).path().bounds();
    HitRegion hit = scene.hit(point.centerX(), point.centerY()).orElseThrow();
    assertEquals(Optional.of(Selection.of(Selection.ROW, "2", 1, 0)), hit.selection());
    assertEquals("row 2\nf0 = -10\nattribution -1", hit.tooltip());
  }

  @Test
  void manyRowsAreAShapeWhoseColumnsCountThem() throws LoupeException {
    double[][] rows = new double[3000][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {i < 2000 ? 1 : i < 2500 ? 0 : -1 - i % 2 * 1e-9};
    }
    Scene scene = draw(Tables.of(0, rows), "points", "100");
    assertEquals(0, points(scene).size());
    HitGrid grid = Scenes.all(scene, HitGrid.class).getFirst();
    long counted = IntStream.range(0, grid.columns()).mapToObj(c -> grid.region(0, c).tooltip())
        .mapToLong(t -> Long.parseLong(t.replaceAll("(?s).*: (\\d+) rows?", "$1"))).sum();
    assertEquals(3000, counted);
    Raster raster = Scenes.all(scene, ImageItem.class).getLast().raster();
    int[] high = IntStream.range(0, raster.width()).map(x -> (int) IntStream.range(0, raster.height())
        .filter(y -> raster.argb(x, y) != 0).count()).filter(h -> h > 0).toArray();
    assertEquals(3, high.length);
    assertEquals(raster.height(), high[2]);
    assertEquals(raster.height() * Math.sqrt(0.25), high[0], 1);
    assertEquals(Optional.of(Selection.of(Selection.FEATURE, "f0", 0)), grid.region(0, 3).selection());
  }

  @Test
  void highValuesLieAboveLowOnesInAShape() throws LoupeException {
    double[][] inputs = new double[1000][1];
    double[][] values = new double[1000][1];
    for (int i = 0; i < 1000; i++) {
      inputs[i][0] = i;
      values[i][0] = 1;
    }
    Scene scene = draw(Tables.of(List.of(TableColumn.plain("a")), 0, inputs, values), "points", "0");
    Raster raster = Scenes.all(scene, ImageItem.class).getLast().raster();
    int x = IntStream.range(0, raster.width()).filter(i -> raster.argb(i, raster.height() / 2) != 0).findFirst()
        .orElseThrow();
    assertEquals(Colours.LOW_HIGH.argb(1), raster.argb(x, 0));
    assertEquals(Colours.LOW_HIGH.argb(0), raster.argb(x, raster.height() - 1));
  }

  @Test
  void weakFeaturesAreOneLineWithoutColours() throws LoupeException {
    Scene scene = draw(Tables.of(0, new double[] {3, 0.5, 0.25, 1}, new double[] {-1, 0.25, 1, -2}), "features", "2");
    assertTrue(Scenes.texts(scene).containsAll(List.of("f0", "f3", "sum of 2 others")));
    assertFalse(Scenes.says(scene, "no value"));
    List<PathItem> points = points(scene);
    assertEquals(6, points.size());
    assertEquals(Colours.NO_VALUE, points.get(5).fill().orElseThrow());
    assertFalse(new Beeswarm().accepts(Tables.of(0, new double[] {1})), "one row is no swarm");
  }
}
