/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.math.color.ColorMaps;
import org.loupe.math.color.ColorScale;
import org.loupe.scene.HitGrid;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.scene.ThemeRole;
import org.loupe.visualize.internal.Scenes;
import org.loupe.visualize.internal.attribution.Shapes;
import org.loupe.visualize.internal.attribution.Tables;

class AttributionHeatMapTest {
  private static final double[][] ROWS = {{1, 4}, {2, -1}, {-3, -4}};

  private static Scene draw(double[][] rows, String... options) throws LoupeException {
    return Scenes.draw(new AttributionHeatMap(), Tables.of(0, rows), 900, 500, options);
  }

  private static Raster map(Scene scene) {
    return Scenes.all(scene, ImageItem.class).stream().filter(i -> i.alt().startsWith("attributions")).findFirst()
        .orElseThrow().raster();
  }

  @Test
  void everyAttributionHasItsColourAndRowsStandByTheirScore() throws LoupeException {
    Raster map = map(draw(ROWS, "order", "score", "percentile", "100"));
    assertEquals(List.of(3, 2), List.of(map.width(), map.height()));
    ColorScale scale = ColorScale.between(ColorMaps.BLUE_WHITE_RED, -4, 4);
    double[][] expected = {{-4, -1, 4}, {-3, 2, 1}};
    for (int y = 0; y < 2; y++) {
      for (int x = 0; x < 3; x++) {
        assertEquals(scale.argb(expected[y][x]), map.argb(x, y), x + ", " + y);
      }
    }
    assertEquals(scale.argb(4), map(draw(ROWS, "order", "table", "percentile", "100")).argb(0, 0));
    assertEquals(ColorMaps.BLUE_BLACK_RED.argb(1),
        map(draw(ROWS, "order", "table", "percentile", "100", "zero", "dark")).argb(0, 0));
  }

  @Test
  void strongerThanThePercentileHasTheStrongestColour() throws LoupeException {
    double[][] rows = new double[100][1];
    for (int i = 0; i < 100; i++) {
      rows[i][0] = i == 99 ? 1000 : 1;
    }
    Raster map = map(draw(rows, "order", "table"));
    assertTrue(map.argb(0, 0) != ColorMaps.BLUE_WHITE_RED.argb(0.5), "an outlier does not make the others pale");
  }

  @Test
  void barsBesideAreMeanSizesAndPlacesAnswer() throws LoupeException {
    Scene scene = draw(ROWS, "order", "score");
    List<Rect> bars = Shapes.filled(scene, SceneColor.of(ThemeRole.MUTED, 0.7));
    assertEquals(2, bars.size());
    assertEquals(bars.get(0).width() * 6 / 9, bars.get(1).width(), 1e-9);
    HitGrid grid = Scenes.all(scene, HitGrid.class).getFirst();
    assertEquals("row 3\nf1 = -40\nattribution -4\nscore -7", grid.region(0, 0).tooltip());
    assertEquals(Optional.of(Selection.of(Selection.ROW, "3", 2, 1)), grid.region(0, 0).selection());
  }

  @Test
  void theScoreIsACurveAboveInTheSameOrder() throws LoupeException {
    Scene scene = draw(ROWS, "order", "table");
    Rect map = Scenes.all(scene, HitGrid.class).getFirst().bounds();
    Rect curve = Shapes.lines(scene).stream().filter(r -> r.bottom() < map.y() && r.height() > 10).findFirst()
        .orElseThrow();
    assertEquals(map.x(), curve.x(), 1e-9);
    assertEquals(map.right(), curve.right(), 1e-9);
    assertTrue(Scenes.texts(scene).containsAll(List.of("5", "-7", "score")), Scenes.texts(scene).toString());
  }

  @Test
  void weakFeaturesAreOneLine() throws LoupeException {
    double[][] rows = {{5, 1, 2, 3}, {5, 1, 2, 3}};
    Scene scene = draw(rows, "features", "2");
    assertTrue(Scenes.texts(scene).containsAll(List.of("f0", "f3", "sum of 2 others")));
    assertEquals(3, map(scene).height());
    assertEquals("row 1\nsum of 2 others\nattribution +3\nscore 11",
        Scenes.all(scene, HitGrid.class).getFirst().region(2, 0).tooltip());
    assertFalse(new AttributionHeatMap().accepts(Tables.of(0, new double[] {1})));
  }
}
