/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.decision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.scene.HitGrid;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.visualize.internal.Scenes;
import org.loupe.visualize.internal.attribution.Colours;
import org.loupe.visualize.internal.attribution.Shapes;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.Shown;
import org.loupe.visualize.internal.attribution.Tables;

class DecisionTest {
  private static final AttributionTable TWO = Tables.of(1, new double[] {4, 1}, new double[] {-2, 2});

  private static Scene draw(AttributionTable table, String... options) throws LoupeException {
    return Scenes.draw(new Decision(), table, 900, 500, options);
  }

  private static List<PathItem> ways(Scene scene) {
    return Scenes.all(scene, PathItem.class).stream().filter(p -> p.stroke().isPresent()
        && p.stroke().get().color() instanceof SceneColor.Argb && p.fill().isEmpty()).toList();
  }

  @Test
  void aWayLeadsFromTheBaseValueToTheScore() {
    Sheet sheet = Sheet.of(TWO);
    Way way = Way.of(sheet, 1, Shown.of(sheet.strengths(), 0, 9));
    assertArrayEquals(new double[] {1, 3, 1}, way.places());
    assertEquals(List.of(1.0, 3.0, 1.0), List.of(way.least(), way.most(), way.score()));
  }

  @Test
  void linesGoThroughTheSumsFromTheUpperEndOn() throws LoupeException {
    Scene scene = draw(TWO);
    List<PathItem> ways = ways(scene);
    assertEquals(2, ways.size());
    double top = Scenes.all(scene, HitGrid.class).getFirst().bounds().y();
    double bottom = Scenes.all(scene, HitGrid.class).getFirst().bounds().bottom();
    Rect first = ways.get(0).path().bounds();
    Rect second = ways.get(1).path().bounds();
    assertEquals(1, Shapes.number(scene, first.x(), 1, 6), 1e-6, "by rising score: from 1 over 3 to 1");
    assertEquals(3, Shapes.number(scene, first.right(), 1, 6), 1e-6);
    assertEquals(1, Shapes.number(scene, second.x(), 1, 6), 1e-6);
    assertEquals(6, Shapes.number(scene, second.right(), 1, 6), 1e-6);
    assertEquals(top, ways.get(1).path().bounds().y(), 1e-6);
    assertEquals(bottom, ways.get(1).path().bounds().bottom(), 1e-6);
  }

  @Test
  void coloursSayWhereALineEnds() throws LoupeException {
    List<PathItem> ways = ways(draw(TWO));
    assertEquals(SceneColor.argb(Colours.LOW_HIGH.argb(0)), ways.get(0).stroke().orElseThrow().color());
    assertEquals(SceneColor.argb(Colours.LOW_HIGH.argb(1)), ways.get(1).stroke().orElseThrow().color());
    assertTrue(Scenes.texts(draw(TWO)).containsAll(List.of("score:", "1", "6")));
  }

  @Test
  void ofManyRowsThoseBetweenTheLowestAndTheHighestScoreAreDrawn() throws LoupeException {
    double[][] rows = new double[101][1];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = (i * 37) % 101;
    }
    Sheet sheet = Sheet.of(Tables.of(0, rows));
    List<Double> scores = Decision.spread(sheet, 5).stream().map(sheet::score).toList();
    assertEquals(List.of(0.0, 25.0, 50.0, 75.0, 100.0), scores);
    assertEquals(1, Decision.spread(sheet, 1).size());
    Scene scene = draw(Tables.of(0, rows), "lines", "5");
    assertEquals(5, ways(scene).size());
    assertTrue(Scenes.says(scene, "5 of 101 rows, evenly spaced by score, are drawn"));
  }

  @Test
  void oneRowHasItsValues() throws LoupeException {
    Scene scene = draw(TWO, "row", "2");
    assertEquals(1, ways(scene).size());
    assertTrue(Scenes.texts(scene).containsAll(List.of("f0 = -20", "f1 = 20", "row 2, score 1, base 1")));
    assertTrue(Scenes.says(draw(Tables.wide(5, 9), "features", "3"), "sum of 6 others"));
  }

  @Test
  void theNearestLineAnswers() throws LoupeException {
    HitGrid grid = Scenes.all(draw(TWO), HitGrid.class).getFirst();
    assertEquals(Optional.of(Selection.of(Selection.ROW, "1", 0)), grid.region(0, grid.columns() - 1).selection());
    assertEquals(Optional.of(Selection.of(Selection.ROW, "2", 1)), grid.region(0, 0).selection());
    assertEquals("row 1\nf0 = 40\nattribution +4\nscore 6", grid.region(0, grid.columns() - 1).tooltip());
  }
}
