/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.visualize.internal.Scenes.all;
import static org.loupe.visualize.internal.Scenes.assertTidy;
import static org.loupe.visualize.internal.Scenes.draw;
import static org.loupe.visualize.internal.Scenes.says;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureLayout.Kind;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.Table;
import org.loupe.math.color.ColorMaps;
import org.loupe.math.color.ColorScale;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;
import org.loupe.scene.Theme;
import org.loupe.scene.write.PngWriter;

class FeatureMapsViewTest {
  private static final FeatureMapsView VIEW = new FeatureMapsView();

  @TempDir
  Path folder;

  /** The regions of channels, in the order of the sheet. */
  private static List<HitRegion> channels(Scene scene) {
    return all(scene, HitRegion.class).stream().filter(r -> r.selection().isPresent()).toList();
  }

  /** Colour of the sheet at a position of the scene. */
  private static int color(Scene scene, double x, double y) {
    ImageItem atlas = all(scene, ImageItem.class).getFirst();
    Rect b = atlas.bounds();
    return atlas.raster().argb((int) ((x - b.x()) * atlas.raster().width() / b.width()),
        (int) ((y - b.y()) * atlas.raster().height() / b.height()));
  }

  @Test
  void everyPixelOfTheSheetHasTheColourOfItsValue() throws LoupeException {
    FeatureMaps maps = Layers.maps(6, 3, 4, i -> i - 20);
    Scene scene = draw(VIEW, maps, 700, 400, "percentile", "100");
    ColorScale scale = new ColorScale(ColorMaps.BLUE_WHITE_RED, -51, 51, false, false);
    List<HitRegion> regions = channels(scene);
    assertEquals(6, regions.size());
    for (int c = 0; c < 6; c++) {
      Rect cell = regions.get(c).bounds();
      double element = cell.width() / 4;
      for (int r = 0; r < 3; r++) {
        for (int k = 0; k < 4; k++) {
          assertEquals(scale.argb(c * 12 + r * 4 + k - 20),
              color(scene, cell.x() + (k + 0.5) * element, cell.y() + (r + 0.5) * element), c + " " + r + " " + k);
        }
      }
    }
    assertEquals(1, all(scene, ImageItem.class).stream().filter(i -> i.raster().width() > 256).count(), "one picture");
    double between = (regions.get(0).bounds().right() + regions.get(1).bounds().x()) / 2;
    assertEquals(0, color(scene, between, regions.get(0).bounds().centerY()) >>> 24, "between maps is nothing");
  }

  @Test
  void aRangeOfItsOwnShowsWeakChannels() throws LoupeException {
    FeatureMaps maps = Layers.maps(2, 1, 2, i -> i == 1 ? 0.01 : i == 3 ? 100 : 0);
    for (String range : List.of("common", "own")) {
      Scene scene = draw(VIEW, maps, 500, 300, "range", range, "percentile", "100");
      Rect weak = channels(scene).get(0).bounds();
      int color = color(scene, weak.x() + weak.width() * 0.75, weak.y() + 4);
      assertEquals(range.equals("own") ? ColorMaps.VIRIDIAN.argb(1) : ColorMaps.VIRIDIAN.argb(0.0001), color, range);
      assertTrue(says(scene, range.equals("own") ? "share of own range" : "activation"));
    }
  }

  @Test
  void aPercentileKeepsOneOutlierFromHidingTheRest() throws LoupeException {
    FeatureMaps maps = Layers.maps(1, 20, 20, i -> i == 7 ? 1e6 : i % 10);
    Scene scene = draw(VIEW, maps, 500, 500, "percentile", "99");
    Rect cell = channels(scene).getFirst().bounds();
    assertEquals(ColorMaps.VIRIDIAN.argb(1), color(scene, cell.x() + cell.width() * 9.5 / 20, cell.y() + 2));
  }

  @Test
  void channelsComeInTheOrderAskedFor() throws LoupeException {
    FeatureMaps maps = Layers.maps(4, 2, 2, i -> i);
    assertEquals(List.of(0.0, 1.0, 2.0, 3.0), order(draw(VIEW, maps, 500, 300)));
    assertEquals(List.of(3.0, 2.0, 0.0, 1.0), order(draw(VIEW, maps, 500, 300, "order", "mean")), "NaN last");
    assertEquals(List.of(1.0, 0.0, 2.0, 3.0), order(draw(VIEW, maps, 500, 300, "order", "Mean", "reverse", "true")));
    Scene part = draw(VIEW, maps, 500, 300, "order", "mean", "first", "1", "most", "2");
    assertEquals(List.of(2.0, 0.0), order(part));
    assertTrue(says(part, "2 of 4 channels are shown, by mean, from number 1 on"));
    LoupeException e = assertThrows(LoupeException.class, () -> draw(VIEW, maps, 500, 300, "order", "median"));
    assertEquals("channels have no figure median; there are index, mean", e.getMessage());
  }

  private static List<Double> order(Scene scene) {
    return channels(scene).stream().map(r -> r.selection().orElseThrow().coordinates().getFirst()).toList();
  }

  @Test
  void aClickSelectsTheChannelAndTheTooltipHasItsFigures() throws LoupeException {
    Scene scene = draw(VIEW, Layers.maps(4, 2, 2, i -> i), 500, 300);
    HitRegion third = channels(scene).get(2);
    assertEquals(Selection.of(Selection.CHANNEL, "conv1", 2), third.selection().orElseThrow());
    assertEquals("channel 2\nmean 2 mV", third.tooltip());
    assertEquals(third, scene.hit(third.bounds().centerX(), third.bounds().centerY()).orElseThrow());
    assertTrue(says(scene, "conv1 [1, 4, 2, 2]"));
  }

  @Test
  void deadAndBrokenChannelsAreMarkedAndCounted() throws LoupeException {
    Scene scene = draw(VIEW, Layers.maps(4, 2, 2, i -> i < 4 ? 0 : i == 9 ? Double.NaN : i), 500, 300);
    assertTrue(says(scene, "1 of 4 with values that are not finite (framed); 1 of 4 with every value 0 (struck"));
    assertTrue(channels(scene).get(0).tooltip().endsWith("every value is 0"));
    assertTrue(channels(scene).get(2).tooltip().endsWith("1 value not finite"));
    Scene fine = draw(VIEW, Layers.maps(4, 2, 2, i -> i + 1), 500, 300);
    assertFalse(says(fine, "every value") || says(fine, "not finite"));
  }

  @Test
  void whatHasNoRoomIsSaid() throws LoupeException {
    Scene scene = draw(VIEW, Layers.maps(4096, 2, 2, i -> i), 300, 200);
    int shown = channels(scene).size();
    assertTrue(shown > 50 && shown < 4096, shown + " shown");
    assertTrue(says(scene, shown + " of 4096 channels are shown"));
    assertEquals(4096, channels(draw(VIEW, Layers.maps(4096, 2, 2, i -> i), 1600, 1000)).size());
  }

  @Test
  void everyKindAndSizeIsTidy() throws Exception {
    List<FeatureMaps> layers = List.of(Layers.maps(1, 28, 28, i -> i), Layers.maps(512, 7, 7, i -> i % 50 - 9),
        Layers.maps(40, 1, 1, i -> i), Layers.maps(3, 1, 300, i -> 1), Layers.maps(3, 300, 1, i -> 1e-30 * i),
        Layers.maps(8, 5, 5, i -> Double.NaN), Layers.maps(2, 2, 2, i -> i % 2 == 0 ? 3e38 : -3e38),
        Layers.maps(2, 200, 200, i -> Math.sin(i)),
        Layers.of(new FeatureLayout(Kind.ATTENTION, 1, 2, 3), Shape.of(1, 12, 9, 9), i -> i),
        Layers.of(new FeatureLayout(Kind.VECTOR, 1, -1, -1), Shape.of(1, 5000), i -> Math.cos(i)),
        Layers.of(new FeatureLayout(Kind.VECTOR, 1, -1, -1), Shape.of(1, 1), i -> Double.NaN),
        Layers.of(new FeatureLayout(Kind.VECTOR, 1, -1, -1), Shape.of(1, 3), i -> Double.POSITIVE_INFINITY),
        Layers.of(new FeatureLayout(Kind.TOKENS, 2, 1, -1), Shape.of(1, 197, 768), i -> Math.sin(i)),
        Layers.of(new FeatureLayout(Kind.TOKENS, 2, 1, -1), Shape.of(1, 1, 1), i -> 0),
        Layers.maps(3, 0, 4, i -> 0));
    for (FeatureMaps layer : layers) {
      for (int[] size : new int[][] {{1, 1}, {300, 200}, {1600, 1000}, {200, 900}}) {
        Scene scene = draw(VIEW, layer, size[0], size[1]);
        assertTidy(layer.layout() + " " + layer.values().shape() + " " + size[0], scene);
        Raster light = PngWriter.draw(scene, Theme.LIGHT, 1);
        assertNotEquals(light.argb(0, 0), PngWriter.draw(scene, Theme.DARK, 1).argb(0, 0));
      }
    }
  }

  @Test
  void aVectorIsBarsAndEachSelectsItsChannel() throws LoupeException {
    FeatureMaps vector = Layers.of(new FeatureLayout(Kind.VECTOR, 1, -1, -1), Shape.of(1, 4), i -> i == 2 ? -5 : i);
    Scene scene = draw(VIEW, vector, 600, 400);
    HitRegion third = channels(scene).get(2);
    assertEquals(Selection.of(Selection.CHANNEL, "conv1", 2), third.selection().orElseThrow());
    assertTrue(third.tooltip().endsWith("activation -5"), third.tooltip());
    Raster strip = all(scene, ImageItem.class).getFirst().raster();
    assertEquals(4, strip.width());
    assertEquals(ColorMaps.BLUE_WHITE_RED.argb(0), strip.argb(2, 0));
    assertEquals(List.of(3.0, 2.0, 0.0, 1.0), order(draw(VIEW, vector, 600, 400, "order", "mean")));
  }

  @Test
  void tokensAreOneMapWithTokensDownwards() throws LoupeException {
    FeatureMaps tokens = Layers.of(new FeatureLayout(Kind.TOKENS, 2, 1, -1), Shape.of(1, 3, 5), i -> i);
    Scene scene = draw(VIEW, tokens, 600, 400, "percentile", "100");
    HitGrid grid = all(scene, HitGrid.class).getFirst();
    assertEquals(List.of(3, 5), List.of(grid.rows(), grid.columns()));
    assertEquals("token 2, channel 4\nactivation 14", grid.cells().tooltip(2, 4));
    assertEquals(Selection.of(Selection.CHANNEL, "conv1", 4), grid.cells().selection(2, 4).orElseThrow());
    Raster map = all(scene, ImageItem.class).getFirst().raster();
    assertEquals(ColorMaps.VIRIDIAN.argb(1), map.argb(4, 2));
    assertEquals(ColorMaps.VIRIDIAN.argb(0), map.argb(0, 0));
    assertTrue(says(scene, "token") && says(scene, "channel"));
  }

  @Test
  void headsAreCalledHeads() throws LoupeException {
    FeatureMaps attention = Layers.of(new FeatureLayout(Kind.ATTENTION, 1, 2, 3), Shape.of(1, 2, 3, 3), i -> i);
    assertTrue(channels(draw(VIEW, attention, 500, 300)).get(1).tooltip().startsWith("head 1"));
  }

  @Test
  void whatIsNoMapIsLeftToTheTableAndALostFileIsSaid() throws Exception {
    FeatureMaps other = Layers.of(new FeatureLayout(Kind.OTHER, -1, -1, -1), Shape.of(2, 2, 2, 2, 2), i -> i);
    assertFalse(VIEW.accepts(other));
    assertThrows(LoupeException.class, () -> draw(VIEW, other, 300, 200));
    FeatureMaps lost = new FeatureMaps("conv1", new FileTensor(ElementType.FLOAT32, Shape.of(1, 1, 2, 2),
        Files.write(folder.resolve("lost.bin"), new byte[3]), 0), Layers.nchw(), Optional.empty(), Table.of(),
        Map.of());
    LoupeException e = assertThrows(LoupeException.class, () -> draw(VIEW, lost, 300, 200));
    assertEquals(LoupeException.Kind.BAD_INPUT, e.kind());
    assertTrue(e.getMessage().contains("conv1") && e.getMessage().contains("lost.bin"), e.getMessage());
  }
}
