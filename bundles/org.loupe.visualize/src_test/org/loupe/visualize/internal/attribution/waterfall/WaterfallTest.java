/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.waterfall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.scene.TextItem;
import org.loupe.scene.ThemeRole;
import org.loupe.visualize.internal.Scenes;
import org.loupe.visualize.internal.attribution.Colours;
import org.loupe.visualize.internal.attribution.Shapes;
import org.loupe.visualize.internal.attribution.Shown;
import org.loupe.visualize.internal.attribution.Tables;

class WaterfallTest {
  private static Scene draw(AttributionTable table, String... options) throws LoupeException {
    return Scenes.draw(new Waterfall(), table, 900, 500, options);
  }

  @Test
  void barsLeadFromTheBaseValueToTheScore() throws LoupeException {
    Scene scene = draw(Tables.of(10, new double[] {1, -2, 4}));
    List<Rect> up = Shapes.filled(scene, Colours.RAISES);
    Rect four = up.get(0);
    Rect one = up.get(1);
    Rect two = Shapes.filled(scene, Colours.LOWERS).getFirst();
    assertEquals(four.width(), 4 * one.width(), 1e-9);
    assertEquals(four.width(), 2 * two.width(), 1e-9);
    assertTrue(four.y() < two.y() && two.y() < one.y(), "the strongest on top");
    assertEquals(10, Shapes.number(scene, one.x(), 9, 13), 1e-9);
    assertEquals(11, Shapes.number(scene, two.right(), 9, 13), 1e-9);
    assertEquals(9, Shapes.number(scene, four.x(), 9, 13), 1e-9);
    assertEquals(13, Shapes.number(scene, four.right(), 9, 13), 1e-9);
    List<Double> upright = Shapes.lines(scene).stream().filter(r -> r.width() == 0 && r.height() > 90).map(Rect::x)
        .toList();
    assertTrue(upright.contains(one.x()), "a line at the base value");
    assertTrue(upright.contains(four.right()), "a line at the score");
    assertTrue(Scenes.texts(scene).containsAll(List.of("base 10", "score 13", "+4", "-2", "+1", "f2 = 40",
        "margin (log-odds)", "raises the score", "lowers the score")), Scenes.texts(scene).toString());
  }

  @Test
  void stepsAreCumulativeSums() {
    double[] row = {1, -2, 4, 0.5};
    assertArrayEquals(new double[] {13.5, 9.5, 11.5, 10}, Waterfall.steps(10, row, Shown.of(new double[] {1, 2, 4, 0.5},
        2, 9)));
  }

  @Test
  void theRowAskedForIsDrawn() throws LoupeException {
    AttributionTable table = Tables.of(0, new double[] {1, 2}, new double[] {-7, 3});
    assertTrue(Scenes.texts(draw(table)).containsAll(List.of("+2", "+1", "score 3")));
    assertTrue(Scenes.texts(draw(table, "row", "2")).containsAll(List.of("-7", "+3", "score -4")));
    assertTrue(Scenes.texts(draw(table, "row", "#2")).contains("-7"));
    assertEquals(LoupeException.Kind.USAGE, assertThrows(LoupeException.class, () -> draw(table, "row", "9")).kind());
  }

  @Test
  void weakFeaturesAreOneBar() throws LoupeException {
    AttributionTable table = Tables.of(0, new double[] {8, 1, -4, 2, 0.5});
    Scene scene = draw(table, "features", "2");
    assertTrue(Scenes.texts(scene).containsAll(List.of("f0 = 80", "f2 = -40", "sum of 3 others", "+3.5")));
    assertFalse(Scenes.says(scene, "f3"));
    List<Rect> up = Shapes.filled(scene, Colours.RAISES);
    assertEquals(up.get(0).width() * 3.5 / 8, up.get(1).width(), 1e-9);
    assertTrue(up.get(1).y() > Shapes.filled(scene, Colours.LOWERS).getFirst().y(), "the others at the lower end");
  }

  @Test
  void valuesAreThoseThatAPersonKnows() throws LoupeException {
    Scene scene = draw(Tables.known(1));
    assertTrue(Scenes.says(scene, " yr") && (Scenes.says(scene, "sex = male") || Scenes.says(scene, "sex = female")),
        Scenes.texts(scene).toString());
    assertFalse(Scenes.says(draw(Tables.known(1), "values", "false"), " = "));
  }

  @Test
  void aBarSelectsItsFeatureInItsRow() throws LoupeException {
    Scene scene = draw(Tables.of(10, new double[] {9, 9}, new double[] {1.23456789, -2}), "row", "2");
    Rect bar = Shapes.filled(scene, Colours.RAISES).getFirst();
    HitRegion hit = scene.hit(bar.centerX(), bar.centerY()).orElseThrow();
    assertEquals(Optional.of(Selection.of(Selection.ROW, "2", 1, 0)), hit.selection());
    assertEquals("row 2\nf0 = 12.35\nattribution +1.23457", hit.tooltip());
    TextItem name = Shapes.text(scene, "f1 = -20");
    assertEquals(Optional.of(Selection.of(Selection.FEATURE, "f1", 1)),
        scene.hit(name.x() - 3, name.y()).orElseThrow().selection());
  }

  @Test
  void numbersDoNotLieOnTheLinesOfBaseAndScore() throws LoupeException {
    Scene scene = draw(Tables.of(0, new double[] {3, 1, -0.4, 0.9}));
    double base = Shapes.filled(scene, Colours.RAISES).stream().mapToDouble(Rect::x).min().orElseThrow();
    TextItem number = Shapes.text(scene, "-0.4");
    double width = org.loupe.scene.text.TextMeasure.best().width("-0.4", number.style());
    assertFalse(number.x() < base && number.x() + width > base, "the number is left of or right of the line");
  }

  @Test
  void aNumberThatCannotAvoidALineHasAGroundOfItsOwn() throws LoupeException {
    Scene scene = draw(Tables.of(0, new double[] {-3, 0.05, 0.04}));
    TextItem number = Shapes.text(scene, "+0.05");
    Rect text = org.loupe.scene.text.TextMeasure.best().bounds(number);
    assertTrue(Shapes.filled(scene, SceneColor.of(ThemeRole.BACKGROUND)).contains(text), "over the line at the base");
  }

  @Test
  void aSumThatIsNotTheScoreIsSaid() throws LoupeException {
    AttributionTable t = Tables.of(1, new double[] {2, 3});
    AttributionTable other = new AttributionTable(t.score(), t.features(), t.rows(), t.values(), t.inputs(), t.base(),
        ArrayTensor.of(Shape.of(1), 7.0), Optional.empty(), Map.of());
    assertFalse(Scenes.says(draw(t), "add up"));
    assertTrue(Scenes.says(draw(other), "base value and attributions add up to 6, not to the score 7"));
    assertTrue(Scenes.says(draw(Tables.of(1, new double[] {0, 0})), "every attribution is 0"));
  }
}
