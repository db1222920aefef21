/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.scene.Group;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Stroke;
import org.loupe.scene.TextItem;
import org.loupe.scene.TextStyle;
import org.loupe.scene.Theme;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.text.AverageTextMeasure;

class PngWriterTest {
  private static final int RED = 0xffff0000;
  private static final int BLUE = 0xff0000ff;

  private static Scene scene(double width, double height, Item... items) {
    return new Scene(width, height, SceneColor.of(ThemeRole.BACKGROUND), "title", "", List.of(items));
  }

  private static PathItem box(double x, double y, double w, double h, int argb) {
    return PathItem.filled(PathData.rect(new Rect(x, y, w, h)), SceneColor.argb(argb));
  }

  private static void pixel(int expected, Raster raster, int x, int y) {
    assertEquals(Integer.toHexString(expected), Integer.toHexString(raster.argb(x, y)), x + ", " + y);
  }

  @Test
  void coloursOfRolesFollowTheTheme() throws IOException {
    Scene s = scene(20, 20, PathItem.filled(PathData.rect(new Rect(5, 5, 10, 10)), SceneColor.of(ThemeRole.ACCENT)));
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      Raster r = PngWriter.draw(s, theme, 1);
      pixel(theme.argb(ThemeRole.BACKGROUND), r, 0, 0);
      pixel(theme.argb(ThemeRole.BACKGROUND), r, 19, 19);
      pixel(theme.argb(ThemeRole.ACCENT), r, 5, 5);
      pixel(theme.argb(ThemeRole.ACCENT), r, 14, 14);
      pixel(theme.argb(ThemeRole.BACKGROUND), r, 15, 14);
    }
  }

  @Test
  void theScaleMultipliesEverything() throws IOException {
    Raster r = PngWriter.draw(scene(10.5, 8, box(2, 3, 4, 2, RED)), Theme.LIGHT, 3);
    assertEquals(32, r.width());
    assertEquals(24, r.height());
    pixel(RED, r, 6, 9);
    pixel(RED, r, 17, 14);
    pixel(0xffffffff, r, 18, 14);
    pixel(0xffffffff, r, 31, 23);
  }

  @Test
  void laterItemsLieOverEarlierOnesAndGroupsMoveAndClip() throws IOException {
    Group group = Group.of("", List.of(box(0, 0, 10, 10, BLUE))).moved(5, 0).clipped(new Rect(2, 2, 4, 4));
    Raster r = PngWriter.draw(scene(20, 10, box(0, 0, 20, 10, RED), group, box(19, 9, 1, 1, BLUE)), Theme.LIGHT, 1);
    pixel(RED, r, 6, 3);
    pixel(BLUE, r, 7, 2);
    pixel(BLUE, r, 10, 5);
    pixel(RED, r, 11, 5);
    pixel(RED, r, 10, 6);
    pixel(BLUE, r, 19, 9); // neither move nor clip outlive the group
  }

  @Test
  void strokesHaveWidthAndDashes() throws IOException {
    Stroke dashed = new Stroke(SceneColor.argb(RED), 4, List.of(6.0, 4.0));
    Raster r = PngWriter.draw(scene(20, 10, PathItem.stroked(PathData.line(0, 5, 20, 5), dashed)), Theme.LIGHT, 1);
    pixel(RED, r, 0, 3);
    pixel(RED, r, 5, 6);
    pixel(0xffffffff, r, 6, 5);
    pixel(0xffffffff, r, 9, 5);
    pixel(RED, r, 10, 5);
    pixel(0xffffffff, r, 2, 2);
    pixel(0xffffffff, r, 2, 7);
  }

  @Test
  void picturesAreCrispOrSmoothAndFillTheirRectangle() throws IOException {
    Raster two = Raster.of(2, 1, RED, BLUE);
    Rect place = new Rect(4, 4, 20, 10);
    Raster crisp = PngWriter.draw(scene(30, 20, new ImageItem(two, place, false, 1, "")), Theme.LIGHT, 1);
    pixel(RED, crisp, 4, 4);
    pixel(RED, crisp, 13, 13);
    pixel(BLUE, crisp, 14, 4);
    pixel(BLUE, crisp, 23, 13);
    pixel(0xffffffff, crisp, 24, 13);
    Raster smooth = PngWriter.draw(scene(30, 20, new ImageItem(two, place, true, 1, "")), Theme.LIGHT, 1);
    pixel(RED, smooth, 4, 4); // edges neither fade nor shrink
    pixel(RED, smooth, 4, 13);
    pixel(BLUE, smooth, 23, 13);
    int middle = smooth.argb(13, 8);
    assertTrue((middle >> 16 & 0xff) > 100 && (middle & 0xff) > 100, Integer.toHexString(middle));
  }

  @Test
  void opacityBlends() throws IOException {
    Raster black = Raster.of(1, 1, 0xff000000);
    Raster r = PngWriter.draw(scene(4, 4, new ImageItem(black, new Rect(0, 0, 4, 4), false, 0.6, "")), Theme.LIGHT, 1);
    assertEquals(0.4 * 255, r.argb(1, 1) & 0xff, 1);
    Raster half = PngWriter.draw(scene(4, 4, box(0, 0, 4, 4, 0x40000000)), Theme.LIGHT, 1);
    assertEquals(0.75 * 255, half.argb(1, 1) & 0xff, 1);
  }

  @Test
  void shrunkPicturesAverageTheirPixelsAndTransparentOnesLendNoColour() throws IOException {
    Raster checks = Raster.of(400, 400, (x, y) -> (x + y) % 2 == 0 ? 0xff000000 : 0xffffffff);
    Raster r = PngWriter.draw(scene(40, 40, new ImageItem(checks, new Rect(0, 0, 40, 40), true, 1, "")),
        Theme.LIGHT, 1);
    for (int x = 0; x < 40; x++) {
      assertEquals(128, r.argb(x, 20) & 0xff, 3);
    }
    Raster holes = Raster.of(100, 100, (x, y) -> x % 2 == 0 ? RED : 0x0000ff00);
    Raster small = Shrinker.shrink(holes, 10, 10);
    assertEquals(RED & 0xffffff, small.argb(5, 5) & 0xffffff);
    assertEquals(128, small.argb(5, 5) >>> 24, 4);
  }

  @Test
  void textIsInkNearItsPlaceAndTurnsAndStaysWithinItsLimit() throws IOException {
    TextItem text = TextItem.of("HHHHHHHHHHHH", 20, 60, TextStyle.bold(20));
    Rect level = ink(PngWriter.draw(scene(300, 120, text.limit(80)), Theme.LIGHT, 1));
    assertTrue(level.x() >= 20 && level.right() <= 101 && level.width() > 40, level.toString());
    assertTrue(level.y() >= 40 && level.bottom() <= 66, level.toString());
    Rect upright = ink(PngWriter.draw(scene(300, 120, text.limit(50).rotate(-90)), Theme.LIGHT, 1));
    assertTrue(upright.bottom() <= 60.5 && upright.y() >= 9 && upright.right() <= 26, upright.toString());
  }

  /** The rectangle around all pixels that are not white. */
  private static Rect ink(Raster r) {
    int left = r.width();
    int top = r.height();
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < r.height(); y++) {
      for (int x = 0; x < r.width(); x++) {
        if (r.argb(x, y) != 0xffffffff) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return new Rect(left, top, right - left, bottom - top);
  }

  @Test
  void theFileHoldsThePixels(@TempDir Path dir) throws IOException {
    Scene s = scene(9, 5, box(1, 1, 3, 3, RED));
    Path file = dir.resolve("a.png");
    PngWriter.write(s, Theme.DARK, 2, file);
    Raster drawn = PngWriter.draw(s, Theme.DARK, 2);
    int[] decoded = PngEncoderTest.decode(Files.readAllBytes(file));
    for (int i = 0; i < decoded.length; i++) {
      assertEquals(drawn.argb(i % 18, i / 18), decoded[i]);
    }
  }

  @Test
  void withoutFontsTextIsRefusedAndTheRestIsDrawn() throws IOException {
    AverageTextMeasure none = new AverageTextMeasure();
    Scene text = scene(9, 9, Group.of("", List.of(TextItem.of("x", 1, 8, TextStyle.plain(8)))));
    IOException e = assertThrows(IOException.class, () -> PngWriter.draw(text, Theme.LIGHT, 1, none));
    assertTrue(e.getMessage().contains("fonts"), e.getMessage());
    pixel(RED, PngWriter.draw(scene(9, 9, box(0, 0, 9, 9, RED)), Theme.LIGHT, 1, none), 4, 4);
  }

  @Test
  void emptyPlacesAreNoTrouble() throws IOException {
    Item empty = new ImageItem(Raster.of(1, 1, RED), new Rect(3, 3, 0, 4), true, 1, "");
    Raster r = PngWriter.draw(scene(9, 9, empty, Group.of("", List.of(box(0, 0, 9, 9, RED)))
        .clipped(new Rect(0, 0, 0, 0)), TextItem.of("", 4, 4, TextStyle.plain(8))), Theme.LIGHT, 1);
    pixel(0xffffffff, r, 3, 4);
    pixel(0xffffffff, r, 0, 0);
  }

  @Test
  void tooLargeIsRefusedBeforeMemoryIsTaken() {
    IOException e = assertThrows(IOException.class, () -> PngWriter.draw(scene(9_000, 10), Theme.LIGHT, 2));
    assertTrue(e.getMessage().contains("18000 x 20"), e.getMessage());
    assertThrows(IOException.class, () -> PngWriter.draw(scene(16_000, 16_000), Theme.LIGHT, 1));
    assertThrows(IllegalArgumentException.class, () -> PngWriter.draw(scene(10, 10), Theme.LIGHT, 5));
    assertThrows(IllegalArgumentException.class, () -> PngWriter.draw(scene(10, 10), Theme.LIGHT, Double.NaN));
  }
}
