/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.bar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.scene.ThemeRole;
import org.loupe.visualize.internal.Scenes;
import org.loupe.visualize.internal.attribution.Colours;
import org.loupe.visualize.internal.attribution.Shapes;
import org.loupe.visualize.internal.attribution.Tables;

class FeatureBarsTest {
  private static final AttributionTable TWO = Tables.of(0, new double[] {1, -4, 0.5}, new double[] {3, 2, 0.5});

  private static Scene draw(AttributionTable table, String... options) throws LoupeException {
    return Scenes.draw(new FeatureBars(), table, 900, 500, options);
  }

  private static List<Rect> bars(Scene scene) {
    return Shapes.filled(scene, SceneColor.of(ThemeRole.ACCENT));
  }

  @Test
  void barsAreMeanSizes() throws LoupeException {
    Scene scene = draw(TWO);
    List<Rect> bars = bars(scene);
    assertEquals(3, bars.size());
    assertEquals(bars.get(0).width() * 2 / 3, bars.get(1).width(), 1e-9);
    assertEquals(bars.get(0).width() * 0.5 / 3, bars.get(2).width(), 1e-9);
    assertEquals(bars.get(0).x(), bars.get(1).x());
    assertEquals(3, Shapes.number(scene, bars.get(0).right(), 0, 3.0), 1e-9);
    assertTrue(Shapes.text(scene, "f1").y() < Shapes.text(scene, "f0").y());
    assertTrue(Scenes.says(scene, "mean size of attribution, margin (log-odds)"));
    assertFalse(Scenes.says(scene, "raises the score"));
  }

  @Test
  void meansHaveSignsAndLargestDoNot() throws LoupeException {
    Scene mean = draw(TWO, "measure", "mean");
    assertTrue(Scenes.texts(mean).containsAll(List.of("+2", "-1", "+0.5", "raises the score")));
    Rect lowers = Shapes.filled(mean, Colours.LOWERS).getFirst();
    Rect raises = Shapes.filled(mean, Colours.RAISES).getFirst();
    assertEquals(raises.x(), lowers.right(), 1e-9, "at zero");
    assertEquals(raises.width(), 2 * lowers.width(), 1e-9);
    assertTrue(Scenes.texts(draw(TWO, "measure", "largest")).containsAll(List.of("4", "3", "0.5")));
  }

  @Test
  void oneRowHasItsAttributionsAndValues() throws LoupeException {
    Scene scene = draw(TWO, "row", "1");
    assertTrue(Scenes.texts(scene).containsAll(List.of("f1 = -40", "-4", "f0 = 10", "+1", "raises the score")));
    assertTrue(Scenes.says(scene, "row 1, score -2.5, base 0"));
    assertTrue(Scenes.says(draw(Tables.of(0, new double[] {7})), "+7"), "the only row");
  }

  @Test
  void othersAreAddedAndALargeSumIsCut() throws LoupeException {
    double[][] rows = new double[2][50];
    for (double[] row : rows) {
      java.util.Arrays.fill(row, 1);
      row[3] = -5;
    }
    Scene scene = draw(Tables.of(0, rows), "features", "2");
    assertTrue(Scenes.texts(scene).containsAll(List.of("sum of 48 others", "48", "5", "1")));
    List<Rect> bars = bars(scene);
    assertEquals(bars.get(0).width(), bars.get(2).width(), 1e-9, "cut at the strongest");
    Scene largest = draw(Tables.of(0, rows), "features", "2", "measure", "largest");
    assertTrue(Scenes.texts(largest).contains("48"), "of the sums in rows");
  }

  @Test
  void aBarSelectsItsFeature() throws LoupeException {
    Scene scene = draw(TWO);
    Rect bar = bars(scene).getFirst();
    assertEquals(Optional.of(Selection.of(Selection.FEATURE, "f1", 1)),
        scene.hit(bar.centerX(), bar.centerY()).orElseThrow().selection());
    assertTrue(Scenes.says(draw(Tables.of(0, new double[2], new double[2])), "every attribution is 0"));
  }
}
