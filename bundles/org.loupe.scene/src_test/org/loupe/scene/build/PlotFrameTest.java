/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Item;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.TextItem;
import org.loupe.scene.text.AverageTextMeasure;
import org.loupe.scene.text.TextMeasure;

class PlotFrameTest {
  private static final TextMeasure MEASURE = new AverageTextMeasure();

  private static Axis axis(Random random) {
    String label = random.nextBoolean() ? "" : "A label of the axis".substring(0, random.nextInt(1, 19)).repeat(
        random.nextInt(1, 9));
    if (random.nextBoolean()) {
      double span = Math.pow(10, random.nextInt(-12, 12)) * (1 + random.nextDouble());
      double min = (random.nextDouble() - 0.5) * span * (random.nextInt(4) == 0 ? 100 : 1);
      return Axis.numeric(min, min + span, label);
    }
    List<String> names = new ArrayList<>();
    for (int i = random.nextInt(1, 80); i > 0; i--) {
      names.add("name".repeat(random.nextInt(1, 12)) + i);
    }
    return Axis.categories(names, label);
  }

  @Test
  void noTextOverlapsOrLeavesTheAreaWhateverTheAxes() {
    Random random = new Random(21);
    for (int round = 0; round < 2_000; round++) {
      Rect area = new Rect(7, 9, random.nextInt(220, 1200), random.nextInt(160, 900));
      Axis across = axis(random);
      Axis up = axis(random);
      PlotFrame frame = PlotFrame.of(area, across, up, MEASURE);
      String what = round + ": " + area + " " + across + " " + up;
      TextBoxes.check(what, area, frame.items(), MEASURE);
      assertTrue(frame.inner().width() > area.width() * 0.3 && frame.inner().height() > area.height() * 0.3, what);
    }
  }

  @Test
  void numbersMapToTheInnerRectangle() {
    PlotFrame f = PlotFrame.of(new Rect(0, 0, 400, 300), Axis.numeric(-1, 3, "x"), Axis.numeric(0, 10, "y"), MEASURE);
    assertEquals(f.inner().x(), f.x(-1), 1e-9);
    assertEquals(f.inner().right(), f.x(3), 1e-9);
    assertEquals(f.inner().bottom(), f.y(0), 1e-9);
    assertEquals(f.inner().y(), f.y(10), 1e-9);
    assertEquals(f.inner().centerX(), f.x(1), 1e-9);
  }

  @Test
  void factorsAreEqualDistancesOnALogarithmicAxis() {
    Axis axis = Axis.logarithmic(0.01, 100, "n");
    PlotFrame f = PlotFrame.of(new Rect(0, 0, 400, 300), axis, axis, MEASURE);
    assertEquals(f.inner().x(), f.x(0.01), 1e-9);
    assertEquals(f.inner().centerX(), f.x(1), 1e-9);
    assertEquals(f.inner().centerY(), f.y(1), 1e-9);
    assertEquals(f.x(10) - f.x(1), f.x(0.1) - f.x(0.01), 1e-9);
    TextBoxes.check("logarithmic", new Rect(0, 0, 400, 300), f.items(), MEASURE);
    assertThrows(IllegalArgumentException.class, () -> Axis.logarithmic(0, 1, ""));
    assertThrows(IllegalArgumentException.class, () -> Axis.logarithmic(1, 1, ""));
  }

  @Test
  void categoriesHaveBandsFromTheLeftAndFromTheTop() {
    List<String> names = List.of("a", "b", "c", "d");
    Axis axis = Axis.categories(names, "");
    PlotFrame f = PlotFrame.of(new Rect(0, 0, 400, 300), axis, axis, MEASURE);
    assertEquals(f.inner().x() + f.inner().width() / 8, f.x(0), 1e-9);
    assertEquals(f.inner().y() + f.inner().height() * 7 / 8, f.y(3), 1e-9);
  }

  @Test
  void gridLinesStandAtTheirNumbers() {
    PlotFrame f = PlotFrame.of(new Rect(0, 0, 500, 300), Axis.numeric(0, 100, ""), Axis.categories(List.of("a"), ""),
        MEASURE);
    List<Item> items = f.items();
    int lines = 0;
    for (int i = 0; i + 1 < items.size(); i++) {
      if (items.get(i) instanceof PathItem line && items.get(i + 1) instanceof TextItem number) {
        assertEquals(f.x(Double.parseDouble(number.text())), line.path().bounds().x(), 1e-9);
        assertEquals(f.inner().height(), line.path().bounds().height(), 1e-9);
        lines++;
      }
    }
    assertTrue(lines >= 5, lines + " lines");
  }

  @Test
  void aNameThatIsCutIsWholeInATooltip() {
    String name = "a name much longer than the room that is left for it in this plot";
    Axis names = Axis.categories(List.of(name, "b"), "");
    PlotFrame f = PlotFrame.of(new Rect(0, 0, 300, 200), Axis.numeric(0, 1, ""), names, MEASURE);
    List<HitRegion> regions = f.items().stream().filter(HitRegion.class::isInstance).map(HitRegion.class::cast)
        .toList();
    assertEquals(1, regions.size());
    assertEquals(name, regions.getFirst().tooltip());
    assertTrue(regions.getFirst().bounds().contains(f.inner().x() - 20, f.y(0)));
  }

  @Test
  void impossibleAxesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Axis.numeric(1, 1, ""));
    assertThrows(IllegalArgumentException.class, () -> Axis.numeric(0, Double.NaN, ""));
    assertThrows(IllegalArgumentException.class, () -> Axis.categories(List.of(), ""));
  }
}
