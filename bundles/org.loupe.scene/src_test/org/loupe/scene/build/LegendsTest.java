/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.loupe.math.color.ColorMaps;
import org.loupe.math.color.ColorScale;
import org.loupe.scene.Group;
import org.loupe.scene.HitRegion;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.TextItem;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.text.AverageTextMeasure;
import org.loupe.scene.text.TextMeasure;

/** Colour bars, swatches, headers and layout. */
class LegendsTest {
  private static final TextMeasure MEASURE = new AverageTextMeasure();

  private static <T> T first(Group group, Class<T> type) {
    return group.items().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  /** Number texts with the tick line before each. */
  private static int checkTicks(Group group, ColorScale scale, boolean upright) {
    Rect bar = first(group, ImageItem.class).bounds();
    int ticks = 0;
    Item before = group.items().getFirst();
    for (Item item : group.items()) {
      if (item instanceof TextItem t && before instanceof PathItem line && t.text().matches("[-0-9.e]+")) {
        double value = Double.parseDouble(t.text());
        Rect at = line.path().bounds();
        double part = upright ? (bar.bottom() - at.y()) / bar.height() : (at.x() - bar.x()) / bar.width();
        assertEquals(scale.position(value), part, 0.002, t.text());
        ticks++;
      }
      before = item;
    }
    return ticks;
  }

  @Test
  void ticksStandAtTheirColours() {
    ColorScale scale = ColorScale.between(ColorMaps.BLUE_WHITE_RED, -0.3, 0.3);
    ColorBar bar = new ColorBar(scale, "Attribution");
    Group across = bar.horizontal(new Rect(10, 20, 300, 60), MEASURE);
    assertTrue(checkTicks(across, scale, false) >= 3);
    ImageItem colors = first(across, ImageItem.class);
    assertEquals(scale.argb(-0.3), colors.raster().argb(0, 0));
    assertEquals(scale.argb(0.3), colors.raster().argb(colors.raster().width() - 1, 0));
    Group up = bar.vertical(new Rect(10, 20, 80, 200), MEASURE);
    assertTrue(checkTicks(up, scale, true) >= 3);
    ImageItem upright = first(up, ImageItem.class);
    assertEquals(scale.argb(0.3), upright.raster().argb(0, 0));
    assertEquals(scale.argb(-0.3), upright.raster().argb(0, upright.raster().height() - 1));
  }

  @Test
  void noTextOverlapsOrLeavesTheAreaWhateverTheScale() {
    Random random = new Random(31);
    for (int round = 0; round < 2_000; round++) {
      double span = Math.pow(10, random.nextInt(-12, 12)) * (1 + random.nextDouble() * 9);
      double min = random.nextInt(3) == 0 ? -span / 2 : (random.nextDouble() - 0.5) * span * 4;
      ColorScale scale = new ColorScale(ColorMaps.EMBER, min, min + span, random.nextBoolean(), random.nextBoolean());
      ColorBar bar = new ColorBar(scale, "Label ".repeat(random.nextInt(0, 20)));
      double length = random.nextInt(90, 700);
      String what = round + ": " + scale + " " + length;
      Rect across = new Rect(3, 4, length, bar.height(MEASURE));
      TextBoxes.check(what, across, List.of(bar.horizontal(across, MEASURE)), MEASURE);
      Rect up = new Rect(3, 4, bar.width(length, MEASURE), length);
      TextBoxes.check(what, up.inset(0, -4, 0, -4), List.of(bar.vertical(up, MEASURE)), MEASURE);
    }
  }

  @Test
  void clippedEndsArePointedAndSaid() {
    ColorScale clipped = new ColorScale(ColorMaps.EMBER, 0, 1, false, true);
    Group g = new ColorBar(clipped, "Heat").horizontal(new Rect(0, 0, 200, 60), MEASURE);
    Rect bar = first(g, ImageItem.class).bounds();
    assertEquals(0, bar.x());
    assertTrue(bar.right() < 195);
    PathItem point = g.items().stream().filter(PathItem.class::isInstance).map(PathItem.class::cast)
        .filter(p -> p.fill().isPresent()).findFirst().orElseThrow();
    assertEquals(SceneColor.argb(ColorMaps.EMBER.argb(1)), point.fill().orElseThrow());
    assertEquals(200, point.path().bounds().right(), 1e-9);
    assertEquals("Heat: 0 to 1 (some values lie beyond)", first(g, HitRegion.class).tooltip());
    assertEquals("Heat: 0 to 1", new ColorBar(ColorScale.between(ColorMaps.EMBER, 0, 1), "Heat").describe());
  }

  @Test
  void swatchesFlowInLinesAndCutWhatIsTooLong() {
    Random random = new Random(41);
    for (int round = 0; round < 500; round++) {
      List<Swatches.Entry> entries = new ArrayList<>();
      for (int i = random.nextInt(1, 15); i > 0; i--) {
        entries.add(new Swatches.Entry(SceneColor.argb(-1), "category ".repeat(random.nextInt(1, 8))));
      }
      Swatches swatches = new Swatches(entries);
      double width = random.nextInt(80, 500);
      Rect area = new Rect(5, 6, width, swatches.height(width, MEASURE));
      TextBoxes.check("round " + round, area, List.of(swatches.draw(area, MEASURE)), MEASURE);
      assertEquals(entries.size(), TextBoxes.of(List.of(swatches.draw(area, MEASURE)), MEASURE).size());
    }
    assertEquals(0, new Swatches(List.of()).height(100, MEASURE));
  }

  @Test
  void headersAndFootersLeaveTheRestFree() {
    SceneBuilder b = new SceneBuilder(300, 200, MEASURE).header("A heading that is far too long for the picture " +
        "and is therefore cut", "A line below").footer("Small print").description("What it shows");
    Rect free = b.free();
    b.add(PathItem.filled(PathData.rect(free), SceneColor.of(ThemeRole.ACCENT)));
    Scene s = b.build();
    List<TextBoxes.Box> boxes = TextBoxes.of(s.items(), MEASURE);
    assertEquals(3, boxes.size());
    boxes.forEach(t -> assertEquals(0, t.bounds().intersect(free).height(), t.toString()));
    TextBoxes.check("header", s.bounds(), s.items(), MEASURE);
    assertTrue(s.title().endsWith("therefore cut"));
    assertEquals(s.title(), s.hit(20, 20).orElseThrow().tooltip());
    assertEquals("What it shows", s.description());
  }

  @Test
  void layoutsDivideTheWholeArea() {
    Rect area = new Rect(10, 20, 110, 60);
    assertEquals(List.of(new Rect(10, 20, 25, 60), new Rect(45, 20, 75, 60)), Layout.columns(area, 10, 1, 3));
    assertEquals(List.of(new Rect(10, 20, 110, 25), new Rect(10, 55, 110, 25)), Layout.rows(area, 10, 2, 2));
    List<Rect> grid = Layout.grid(area, 2, 3, 10);
    assertEquals(new Rect(90, 55, 30, 25), grid.get(5));
    assertEquals(new Rect(50, 20, 30, 25), grid.get(1));
    assertEquals(new Rect(35, 20, 60, 60), Layout.fit(area, 7, 7));
    assertEquals(new Rect(10, 22.5, 110, 55), Layout.fit(area, 2, 1));
  }
}
