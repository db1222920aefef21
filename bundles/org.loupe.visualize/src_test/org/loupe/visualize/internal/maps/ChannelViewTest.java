/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.visualize.internal.Scenes.all;
import static org.loupe.visualize.internal.Scenes.assertTidy;
import static org.loupe.visualize.internal.Scenes.draw;
import static org.loupe.visualize.internal.Scenes.says;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureLayout.Kind;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.Picture;
import org.loupe.math.tensor.Shape;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;

class ChannelViewTest {
  private static final ChannelView VIEW = new ChannelView();

  private static FeatureMaps over(FeatureMaps maps, Affine affine) {
    int[] grey = new int[40 * 20];
    Arrays.fill(grey, 0xff808080);
    return new FeatureMaps(maps.layer(), maps.values(), maps.layout(), Optional.of(new Picture(40, 20, grey, affine)),
        maps.channels(), maps.figures());
  }

  @Test
  void theMapLiesWhereItsAffineSays() throws LoupeException {
    // Two columns and one row of ten by ten pixels, from column 10 and row 5 on.
    Scene scene = draw(VIEW, over(Layers.maps(2, 1, 2, i -> i), new Affine(10, 10, 10, 5)), 900, 500, "channel", "1");
    Rect picture = all(scene, ImageItem.class).get(0).bounds();
    HitGrid grid = all(scene, HitGrid.class).getFirst();
    double scale = picture.width() / 40;
    assertEquals(picture.x() + 10 * scale, grid.bounds().x(), 1e-6);
    assertEquals(picture.y() + 5 * scale, grid.bounds().y(), 1e-6);
    assertEquals(20 * scale, grid.bounds().width(), 1e-6);
    assertEquals(10 * scale, grid.bounds().height(), 1e-6);
    assertEquals("row 0, column 1\nactivation 3", grid.cells().tooltip(0, 1));
    assertEquals(Selection.of(Selection.CHANNEL, "conv1", 1), grid.cells().selection(0, 1).orElseThrow());
    Scene alone = draw(VIEW, over(Layers.maps(2, 1, 2, i -> i), new Affine(10, 10, 10, 5)), 900, 500, "picture",
        "false");
    assertEquals(1, all(alone, ImageItem.class).stream().filter(i -> i.alt().contains("map")).count());
    assertFalse(all(alone, ImageItem.class).stream().anyMatch(i -> i.alt().contains("picture")));
  }

  @Test
  void aMapThatIsReadCoarselyLiesInTheSamePlace() throws LoupeException {
    Scene scene = draw(VIEW, over(Layers.maps(1, 2, 5000, i -> i), new Affine(0.008, 0, 10, 0)), 900, 500);
    Rect picture = all(scene, ImageItem.class).get(0).bounds();
    HitGrid grid = all(scene, HitGrid.class).getFirst();
    assertEquals(2048, grid.columns());
    assertEquals(picture.width(), grid.bounds().width(), 1e-6);
  }

  @Test
  void theHistogramCountsEveryValue() throws LoupeException {
    Scene scene = draw(VIEW, Layers.maps(1, 10, 10, i -> i % 7 == 0 ? 0 : i), 900, 400);
    long counted = all(scene, HitRegion.class).stream().map(HitRegion::tooltip).filter(t -> t.contains("position"))
        .mapToLong(t -> Long.parseLong(t.substring(t.indexOf('\n') + 1, t.lastIndexOf(' ')))).sum();
    assertEquals(100, counted);
    assertFalse(says(draw(VIEW, Layers.maps(1, 4, 4, i -> i), 900, 400, "histogram", "false"), "positions"));
  }

  @Test
  void everySizeAndValueIsTidy() throws LoupeException {
    for (FeatureMaps maps : List.of(Layers.maps(1, 1, 1, i -> 5), Layers.maps(1, 6, 9, i -> 3),
        Layers.maps(1, 6, 6, i -> Double.NaN), Layers.maps(1, 56, 56, i -> Math.sin(i)),
        Layers.maps(1, 2, 2, i -> i % 2 == 0 ? 3e38 : -3e38), Layers.maps(1, 1, 900, i -> i),
        Layers.maps(1, 3, 3, i -> 0), over(Layers.maps(1, 7, 7, i -> i), new Affine(9, -10, 4, -3)))) {
      for (int[] size : new int[][] {{1, 1}, {300, 200}, {1600, 1000}, {400, 800}}) {
        assertTidy(maps.values() + " " + size[0], draw(VIEW, maps, size[0], size[1]));
      }
    }
    assertTrue(says(draw(VIEW, Layers.maps(1, 6, 6, i -> Double.NaN), 800, 500), "36 values not finite"));
    assertTrue(says(draw(VIEW, Layers.maps(1, 6, 6, i -> 0), 800, 500), "every value is 0"));
  }

  @Test
  void aChannelThatThereIsNotIsRefused() {
    LoupeException e = assertThrows(LoupeException.class,
        () -> draw(VIEW, Layers.maps(3, 2, 2, i -> i), 300, 200, "channel", "3"));
    assertEquals("layer conv1 has no channel 3; there are 0 to 2", e.getMessage());
    assertEquals(LoupeException.Kind.USAGE, e.kind());
    assertFalse(VIEW.accepts(Layers.of(new FeatureLayout(Kind.VECTOR, 1, -1, -1), Shape.of(1, 4), i -> i)));
    assertFalse(VIEW.accepts(Layers.maps(3, 0, 4, i -> 0)));
  }
}
