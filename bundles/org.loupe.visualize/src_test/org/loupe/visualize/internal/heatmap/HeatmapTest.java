/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.heatmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.math.color.ColorMaps;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.scene.Group;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Item;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;
import org.loupe.scene.TextItem;
import org.loupe.scene.Theme;
import org.loupe.scene.write.PngWriter;

class HeatmapTest {
  private static final Shape SHAPE = Shape.of(1, 1, 2, 4);

  private static Scene scene(SaliencyMap map, int width, int height, String... options) throws LoupeException {
    return new Heatmap().prepare(map, new ViewRequest<>(MapColoursTest.options(options), "Title", width, height));
  }

  private static SaliencyMap bare(double... values) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("score", 1.5);
    figures.put("windows", 8.0);
    return new SaliencyMap("x", ArrayTensor.of(SHAPE, values), SpatialAxes.NCHW, Optional.empty(), figures);
  }

  private static SaliencyMap over(Affine affine, double... values) {
    int[] grey = new int[20 * 10];
    Arrays.fill(grey, 0xff808080);
    return new SaliencyMap("x", ArrayTensor.of(SHAPE, values), SpatialAxes.NCHW,
        Optional.of(new Picture(20, 10, grey, affine)), Map.of());
  }

  /** All items, those of groups included. */
  private static List<Item> flat(List<Item> items) {
    List<Item> out = new ArrayList<>();
    for (Item item : items) {
      out.add(item);
      if (item instanceof Group g) {
        out.addAll(flat(g.items()));
      }
    }
    return out;
  }

  private static <T> List<T> all(Scene scene, Class<T> type) {
    return flat(scene.items()).stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static List<String> texts(Scene scene) {
    return all(scene, TextItem.class).stream().map(TextItem::text).toList();
  }

  private static HitGrid grid(Scene scene) {
    return all(scene, HitGrid.class).getFirst();
  }

  @Test
  void aMapAloneHasAxesFiguresLegendAndValuesUnderThePointer() throws LoupeException {
    Scene scene = scene(bare(0, 1, 2, 3, 4, 5, 6, -7), 600, 400);
    assertEquals("Title", scene.title());
    List<String> texts = texts(scene);
    assertTrue(texts.containsAll(List.of("Title", "score 1.5  \u00b7  windows 8", "row", "column", "0", "3",
        "attribution (score)")), texts.toString());
    HitGrid grid = grid(scene);
    assertEquals("row 1, column 3\nattribution -7", grid.cells().tooltip(1, 3));
    assertEquals(Selection.of(Selection.PIXEL, "x", 3, 1), grid.cells().selection(1, 3).orElseThrow());
    Rect last = grid.cell(1, 3);
    HitRegion hit = scene.hit(last.centerX(), last.centerY()).orElseThrow();
    assertEquals("row 1, column 3\nattribution -7", hit.tooltip());
    assertTrue(scene.description().contains("the strongest, -7, at row 1, column 3"), scene.description());
  }

  @Test
  void theMapLiesWhereTheModelLooked() throws LoupeException {
    // Each grid position covers 3 x 4 pixels from pixel (4, 1) on.
    Scene scene = scene(over(new Affine(3, 4, 4, 1), 1, 2, 3, 4, 5, 6, 7, 8), 600, 400);
    Rect picture = all(scene, ImageItem.class).getFirst().bounds();
    Rect map = grid(scene).bounds();
    double unit = picture.width() / 20;
    assertEquals(picture.height() / 10, unit, 1e-9);
    assertEquals(picture.x() + 4 * unit, map.x(), 1e-9);
    assertEquals(picture.y() + unit, map.y(), 1e-9);
    assertEquals(12 * unit, map.width(), 1e-9);
    assertEquals(8 * unit, map.height(), 1e-9);
    assertEquals(map, all(scene, ImageItem.class).get(1).bounds());
    assertEquals("cut off before the model saw it",
        scene.hit(picture.x() + unit, picture.centerY()).orElseThrow().tooltip());
    assertEquals("row 0, column 0\nattribution 1",
        scene.hit(map.x() + unit, map.y() + unit).orElseThrow().tooltip());
  }

  @Test
  void whatLiesBeyondThePictureIsNeitherSeenNorHit() throws LoupeException {
    // A letterbox: the first row of positions lies above the picture.
    Scene scene = scene(over(new Affine(5, 0, 10, -10), 1, 2, 3, 4, 5, 6, 7, 8), 600, 400);
    Rect picture = all(scene, ImageItem.class).getFirst().bounds();
    assertEquals("row 1, column 0\nattribution 5",
        scene.hit(picture.x() + 1, picture.y() + 1).orElseThrow().tooltip());
    assertTrue(scene.hit(picture.x() + 1, picture.y() - 2).isEmpty());
    assertFalse(all(scene, HitRegion.class).stream().anyMatch(h -> h.tooltip().startsWith("cut off")));
  }

  @Test
  void coloursOfTheDrawnMapAreThoseOfTheLegend() throws Exception {
    double[] values = {0, 1, 2, 3, 4, 5, 6, -7};
    Scene scene = scene(bare(values), 600, 400);
    var drawn = PngWriter.draw(scene, Theme.LIGHT, 1);
    HitGrid grid = grid(scene);
    for (int i = 0; i < values.length; i++) {
      Rect cell = grid.cell(i / 4, i % 4);
      assertEquals(ColorMaps.BLUE_WHITE_RED.argb((values[i] + 7) / 14),
          drawn.argb((int) cell.centerX(), (int) cell.centerY()), "position " + i);
    }
  }

  @Test
  void overAPictureZeroIsThePictureItself() throws Exception {
    Scene scene = scene(over(new Affine(5, 0, 5, 0), 0, 1, 2, 3, 4, 5, 6, 8), 600, 400, "opacity", "1");
    var drawn = PngWriter.draw(scene, Theme.DARK, 1);
    Rect zero = grid(scene).cell(0, 0);
    assertEquals(0xff808080, drawn.argb((int) zero.centerX(), (int) zero.centerY()));
    Rect strongest = grid(scene).cell(1, 3);
    assertEquals(ColorMaps.BLUE_WHITE_RED.argb(1), drawn.argb((int) strongest.centerX(), (int) strongest.centerY()));
  }

  @Test
  void zerosAndGapsAreSaid() throws LoupeException {
    assertTrue(texts(scene(bare(0, 0, 0, 0, 0, 0, 0, 0), 600, 400)).contains("every value is 0"));
    assertTrue(texts(scene(bare(-1, 0, 0, 0, 0, 0, 0, 0), 600, 400, "sign", "positive"))
        .contains("no positive evidence: every value shown is 0"));
    assertTrue(texts(scene(bare(1, Double.NaN, 0, 0, 0, 0, 0, Double.NaN), 600, 400))
        .contains("not a number: 2 of 8"));
    List<String> plain = texts(scene(bare(1, 0, 0, 0, 0, 0, 0, 0), 600, 400));
    assertFalse(plain.stream().anyMatch(t -> t.contains("not a number") || t.contains("every value")),
        plain.toString());
  }

  @Test
  void theOriginalStandsBesideTheMap() throws LoupeException {
    Scene scene = scene(over(new Affine(5, 0, 5, 0), 1, 2, 3, 4, 5, 6, 7, 8), 800, 400, "original", "true");
    List<ImageItem> images = all(scene, ImageItem.class);
    assertEquals("the picture that was explained", images.get(0).alt());
    assertTrue(grid(scene).bounds().x() > images.get(0).bounds().right());
    assertEquals(images.get(0).bounds().width(), images.get(1).bounds().width(), 1e-9);
  }

  @Test
  void everySizeIsDrawnWithNothingOutside() throws LoupeException {
    for (int[] size : new int[][] {{1, 1}, {100, 2000}, {2000, 100}, {300, 300}, {1600, 1200}}) {
      for (SaliencyMap map : List.of(bare(1, 2, 3, 4, 5, 6, 7, 8),
          over(new Affine(5, 0, 5, 0), 1, 2, 3, 4, 5, 6, 7, Double.NaN))) {
        Scene scene = scene(map, size[0], size[1], "original", "true", "smooth", "true", "contour", "50");
        for (ImageItem image : all(scene, ImageItem.class)) {
          Rect b = image.bounds();
          assertTrue(b.x() >= 0 && b.y() >= 0 && b.right() <= scene.width() && b.bottom() <= scene.height(),
              b + " in " + scene.width() + " x " + scene.height());
        }
      }
    }
  }

  @Test
  void interpolatesNumbersNotColours() {
    Plane plane = new Plane(1, 2, new double[] {-1, 1});
    var raster = MapRaster.of(plane, true, 4, 1, v -> (int) Math.round(v * 100));
    // Half-pixel centres: at a quarter and three quarters between the two, clamped outside.
    assertEquals(List.of(-100, -50, 50, 100),
        List.of(raster.argb(0, 0), raster.argb(1, 0), raster.argb(2, 0), raster.argb(3, 0)));
    assertEquals(2, MapRaster.of(new Plane(1, 2, new double[] {1, Double.NaN}), true, 4, 1, v -> 0).width(),
        "gaps do not spread");
  }

  @Test
  void aContourGoesAroundWhatReachesTheLevel() {
    Plane plane = new Plane(2, 2, new double[] {1, 0, 0, -1});
    Rect area = new Rect(0, 0, 20, 20);
    assertEquals(new Rect(0, 0, 20, 20), Contour.of(plane, 0.5, area).orElseThrow().bounds());
    assertEquals(new Rect(10, 0, 0, 20),
        Contour.of(new Plane(2, 2, new double[] {1, 0, 1, 0}), 0.5, area).orElseThrow().bounds());
    assertTrue(Contour.of(plane, 2, area).isEmpty());
  }
}
