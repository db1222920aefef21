/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.loupe.samples.Recipe;

class PicturePainterTest {
  private static final int SIZE = PicturePainter.SIZE;
  /** Grey levels; other Java versions may draw an edge a little differently. */
  private static final double TOLERANCE = 0.5;

  private final PicturePainter painter = new PicturePainter(Recipe.SEED);

  @Test
  void drawsTheCommittedPictures() throws IOException {
    Path workspace = Path.of(System.getProperty("samples.workspace"));
    for (Animal animal : Animal.values()) {
      for (Ground ground : Ground.values()) {
        for (int i = 0; i < Recipe.TOUR_EACH; i += 5) {
          String file = String.format(Locale.ROOT, "%s-on-%s/%02d.png", animal.label(), ground.label(), i + 1);
          Drawing drawing = painter.paint(Recipe.TOUR, animal, ground, i);
          near(drawing.picture(), ImageIO.read(workspace.resolve("pictures").resolve(file).toFile()), file);
          near(drawing.mask(), ImageIO.read(workspace.resolve("masks").resolve(file).toFile()), file);
        }
      }
    }
  }

  @Test
  void drawsTheSameWhateverWasDrawnBefore() {
    int[] first = pixels(painter.paint("a", Animal.DOG, Ground.SNOW, 3).picture());
    painter.paint("a", Animal.DOG, Ground.SNOW, 4);
    assertArrayEquals(first, pixels(new PicturePainter(Recipe.SEED).paint("a", Animal.DOG, Ground.SNOW, 3).picture()));
  }

  @Test
  void drawsDifferentPicturesForEachNumberSetAndSeed() {
    int[] one = pixels(painter.paint("a", Animal.FOX, Ground.SNOW, 0).picture());
    assertTrue(differ(one, pixels(painter.paint("a", Animal.FOX, Ground.SNOW, 1).picture())));
    assertTrue(differ(one, pixels(painter.paint("b", Animal.FOX, Ground.SNOW, 0).picture())));
    assertTrue(differ(one, pixels(new PicturePainter(1).paint("a", Animal.FOX, Ground.SNOW, 0).picture())));
  }

  @Test
  void showsTheWholeAnimalLargeEnough() {
    for (Animal animal : Animal.values()) {
      for (Ground ground : Ground.values()) {
        for (int i = 0; i < 10; i++) {
          double share = Arrays.stream(pixels(painter.paint("a", animal, ground, i).mask())).map(p -> p & 255).sum()
              / 255.0 / SIZE / SIZE;
          assertTrue(share > 0.1 && share < 0.5, animal + " on " + ground + " " + i + " covers " + share);
        }
      }
    }
  }

  @Test
  void animalsAreNotCutOff() {
    for (int i = 0; i < 10; i++) {
      BufferedImage mask = painter.paint("a", Animal.FOX, Ground.GRASS, i).mask();
      int top = Arrays.stream(mask.getRGB(0, 0, SIZE, 1, null, 0, SIZE)).map(p -> p & 255).max().orElseThrow();
      int bottom = Arrays.stream(mask.getRGB(0, SIZE - 1, SIZE, 1, null, 0, SIZE)).map(p -> p & 255).sum();
      assertEquals(0, top, "the animal is cut off above");
      assertTrue(bottom < 255 * SIZE / 3, "the animal is cut off below");
    }
  }

  private static void near(BufferedImage actual, BufferedImage expected, String file) {
    int[] a = pixels(actual);
    int[] b = pixels(expected);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        sum += Math.abs((a[i] >> shift & 255) - (b[i] >> shift & 255));
      }
    }
    assertTrue(sum / (3 * a.length) <= TOLERANCE, file + " differs by " + sum / (3 * a.length) + " grey levels");
  }

  private static boolean differ(int[] a, int[] b) {
    return !Arrays.equals(a, b);
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, SIZE, SIZE, null, 0, SIZE);
  }
}
