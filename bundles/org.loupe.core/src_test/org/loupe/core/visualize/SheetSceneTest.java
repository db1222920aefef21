/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.visualize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.Picture;
import org.loupe.core.visualize.SheetScene.Tile;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.TextItem;

class SheetSceneTest {
  private static List<Tile> tiles(int count, int width, int height) {
    Picture picture = new Picture(width, height, new int[width * height], Affine.IDENTITY);
    return IntStream.range(0, count).mapToObj(i -> new Tile(2 * i, picture, i / 4.0, i % 5 == 3)).toList();
  }

  private static List<ImageItem> images(Scene scene) {
    return scene.items().stream().filter(ImageItem.class::isInstance).map(ImageItem.class::cast).toList();
  }

  private static List<String> texts(Scene scene) {
    return scene.items().stream().filter(TextItem.class::isInstance).map(i -> ((TextItem) i).text()).toList();
  }

  private static boolean overlap(Rect a, Rect b) {
    double most = 1e-6;
    return a.x() < b.right() - most && b.x() < a.right() - most && a.y() < b.bottom() - most
        && b.y() < a.bottom() - most;
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 96, 96", "5, 3, 224, 224", "37, 0, 20, 20", "150, 0, 64, 64", "12, 4, 400, 30", "12, 5, 30, 400",
      "1, 7, 8, 8"})
  void picturesLieInTheSheetWithoutOverlapInTheirShape(int count, int columns, int width, int height) {
    Scene scene = SheetScene.draw("conv", tiles(count, width, height), count, columns);
    List<ImageItem> images = images(scene);
    assertEquals(count, images.size());
    for (int i = 0; i < count; i++) {
      Rect r = images.get(i).bounds();
      assertTrue(r.x() >= 0 && r.y() >= 0 && r.right() <= scene.width() + 1e-6 && r.bottom() <= scene.height() + 1e-6,
          "picture " + i + " at " + r + " in " + scene.width() + " x " + scene.height());
      assertEquals((double) width / height, r.width() / r.height(), 1e-6);
      for (int j = 0; j < i; j++) {
        assertFalse(overlap(r, images.get(j).bounds()), i + " lies on " + j);
      }
    }
    int across = columns > 0 ? columns : (int) Math.max(4, Math.ceil(Math.sqrt(count)));
    long firstRow = images.stream().filter(i -> i.bounds().y() == images.get(0).bounds().y()).count();
    assertEquals(Math.min(count, across), firstRow, "pictures in the first row");
  }

  @Test
  void channelsAreNumberedInOrderAndDeadOnesMarked() {
    Scene scene = SheetScene.draw("block/conv", tiles(9, 32, 32), 9, 0);
    List<String> texts = texts(scene);
    assertEquals(List.of("block/conv", "9 channels, 2 dead"), texts.subList(0, 2));
    assertEquals(List.of("0", "2", "4", "6 dead", "8", "10", "12", "14", "16 dead"), texts.subList(2, texts.size()));
    assertEquals("channel 6, objective 0.75, dead", images(scene).get(3).alt());
    assertEquals("channel 8, objective 1", images(scene).get(4).alt());
    assertEquals("block/conv", scene.title());
    assertTrue(scene.description().contains("block/conv"));
  }

  @Test
  void sheetThatIsNotDoneSaysSo() {
    assertTrue(texts(SheetScene.draw("c", tiles(3, 8, 8), 10, 0)).contains("3 of 10 channels"));
    assertTrue(texts(SheetScene.draw("c", tiles(1, 8, 8), 1, 0)).contains("1 channel"));
  }

  @Test
  void moreThanCanBeDrawnAreLeftOutWithAWord() {
    Scene scene = SheetScene.draw("c", tiles(4100, 1, 1), 4100, 0);
    assertEquals(4096, images(scene).size());
    assertTrue(texts(scene).get(1).startsWith("4096 of 4100 channels"), texts(scene).get(1));
  }
}
