/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.force;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.scene.HitGrid;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;
import org.loupe.visualize.internal.Scenes;
import org.loupe.visualize.internal.attribution.Colours;
import org.loupe.visualize.internal.attribution.RowOrder;
import org.loupe.visualize.internal.attribution.Shapes;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.Shown;
import org.loupe.visualize.internal.attribution.Tables;

class ForceTest {
  private static final double[][] ROWS = {{2, -1, 0.5}, {-3, 1, -0.25}};

  @Test
  void whatRaisesAndWhatLowersMeetAtTheScore() throws LoupeException {
    Scene scene = Scenes.draw(new Force(), Tables.of(10, new double[] {4, -2, 1, 0, -0.5}), 900, 400);
    List<Rect> up = Shapes.filled(scene, Colours.RAISES);
    List<Rect> down = Shapes.filled(scene, Colours.LOWERS);
    assertEquals(List.of(2, 2), List.of(up.size(), down.size()), "none for what is 0");
    double unit = up.get(0).width() / 4;
    assertEquals(unit, up.get(1).width(), 1e-9);
    assertEquals(2 * unit, down.get(0).width(), 1e-9);
    assertEquals(0.5 * unit, down.get(1).width(), 1e-9);
    assertEquals(up.get(0).right(), down.get(0).x(), 1e-9, "at the score");
    assertEquals(up.get(0).x(), up.get(1).right(), 1e-9);
    assertEquals(down.get(0).right(), down.get(1).x(), 1e-9);
    assertEquals(12.5, Shapes.number(scene, up.get(0).right(), 8, 14), 1e-9);
    assertEquals(7.5, Shapes.number(scene, up.get(1).x(), 8, 14), 1e-9, "score less all that raises");
    double base = up.get(0).right() - 2.5 * unit;
    assertTrue(Shapes.lines(scene).stream().anyMatch(r -> r.width() == 0 && Math.abs(r.x() - base) < 1e-9),
        "a line at the base value");
    assertTrue(Scenes.texts(scene).containsAll(List.of("f0 = 40", "+4", "f1 = -20", "-2", "base 10", "score 12.5")));
    assertEquals(Optional.of(Selection.of(Selection.ROW, "1", 0, 1)),
        scene.hit(down.get(0).centerX(), down.get(0).centerY()).orElseThrow().selection());
  }

  @Test
  void weakForcesAreSummedUpBySign() throws LoupeException {
    Scene scene = Scenes.draw(new Force(), Tables.of(0, new double[] {8, 1, -4, -2, 0.5}), 900, 400, "features", "2",
        "values", "false");
    assertTrue(Scenes.texts(scene).containsAll(List.of("f0", "f2", "sum of 2 others", "f3")), "a rest of one is named: "
        + Scenes.texts(scene));
    assertEquals(List.of(2, 2), List.of(Shapes.filled(scene, Colours.RAISES).size(),
        Shapes.filled(scene, Colours.LOWERS).size()));
    assertEquals(Shapes.filled(scene, Colours.RAISES).get(0).width() * 1.5 / 8,
        Shapes.filled(scene, Colours.RAISES).get(1).width(), 1e-9);
  }

  @Test
  void theRowAskedForIsDrawn() throws LoupeException {
    assertTrue(Scenes.says(Scenes.draw(new Force(), Tables.of(0, ROWS), 900, 400, "row", "#2"), "score -2.25"));
  }

  @Test
  void layersOfManyRowsAreAsHighAsTheirAttributions() {
    Sheet sheet = Sheet.of(Tables.of(1, ROWS));
    Layers layers = Layers.of(sheet, RowOrder.TABLE.of(sheet), Shown.of(sheet.strengths(), 1, 9));
    assertEquals(List.of(2.0, 0.0), List.of(layers.raises()[0][0], layers.raises()[0][1]));
    assertEquals(List.of(0.0, 3.0), List.of(layers.lowers()[0][0], layers.lowers()[0][1]));
    assertEquals(List.of(0.5, 1.0), List.of(layers.raises()[1][0], layers.raises()[1][1]), "others by sign");
    assertEquals(List.of(1.0, 0.25), List.of(layers.lowers()[1][0], layers.lowers()[1][1]));
    assertEquals(Optional.of(0), layers.feature(0, 2.4), "just below the score of 2.5");
    assertEquals(Optional.empty(), layers.feature(0, 0.2), "one of the others");
    assertEquals(Optional.of(0), layers.feature(1, 1.7), "above the score of -1.25");
    double[] span = layers.span();
    assertTrue(span[0] < -2.25 && span[0] > -2.75 && span[1] > 3.5 && span[1] < 4, span[0] + " to " + span[1]);
  }

  @Test
  void rowsSideBySideAnswerWithTheirFeature() throws LoupeException {
    Scene scene = Scenes.draw(new ForceRows(), Tables.of(1, ROWS), 900, 500, "order", "score");
    HitGrid grid = Scenes.all(scene, HitGrid.class).getFirst();
    assertEquals(2, grid.columns());
    List<String> said = new java.util.ArrayList<>();
    for (int row = 0; row < grid.rows(); row++) {
      said.add(grid.region(row, 0).tooltip());
    }
    assertTrue(said.contains("row 2\nf0 = -30\nattribution -3\nscore -1.25"), "the lowest score first: " + said);
    assertEquals(Optional.of(Selection.of(Selection.ROW, "1", 0)),
        grid.region(0, 1).selection().map(s -> Selection.of(s.kind(), s.id(), s.coordinates().getFirst())));
    assertEquals(6, Scenes.all(scene, PathItem.class).stream().filter(p -> p.fill().isPresent())
        .filter(p -> p.path().bounds().height() > 12).count(), "each feature raises one row and lowers the other");
    assertFalse(new ForceRows().accepts(Tables.of(0, new double[] {1})));
  }
}
