/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What items refuse, and how colours follow a theme. */
class ItemsTest {

  private static double contrast(int a, int b) {
    double high = Math.max(luminance(a), luminance(b));
    double low = Math.min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
  }

  private static double luminance(int argb) {
    double sum = 0;
    double[] weight = {0.0722, 0.7152, 0.2126};
    for (int i = 0; i < 3; i++) {
      double c = (argb >> 8 * i & 0xff) / 255.0;
      sum += weight[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  @Test
  void textIsReadableInBothThemes() {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      for (ThemeRole ground : List.of(ThemeRole.BACKGROUND, ThemeRole.SURFACE)) {
        for (ThemeRole text : List.of(ThemeRole.FOREGROUND, ThemeRole.MUTED, ThemeRole.ACCENT, ThemeRole.POSITIVE,
            ThemeRole.NEGATIVE, ThemeRole.WARNING)) {
          // 4.5 is what WCAG 2.2 asks of text
          double contrast = contrast(theme.argb(text), theme.argb(ground));
          assertTrue(contrast >= 4.5, theme.id() + " " + text + " on " + ground + ": " + contrast);
        }
      }
    }
    assertThrows(IllegalArgumentException.class, () -> new Theme("x", false, Map.of(ThemeRole.GRID, 0)));
  }

  @Test
  void coloursFollowTheTheme() {
    assertEquals(0x80123456, SceneColor.argb(0x80123456).resolve(Theme.DARK));
    SceneColor half = SceneColor.of(ThemeRole.BACKGROUND, 0.5);
    assertEquals(0x80ffffff, half.resolve(Theme.LIGHT));
    assertEquals(Theme.DARK.argb(ThemeRole.BACKGROUND) & 0xffffff | 0x80000000, half.resolve(Theme.DARK));
    assertThrows(IllegalArgumentException.class, () -> SceneColor.of(ThemeRole.GRID, 1.5));
  }

  @Test
  void geometryMustBeFinite() {
    assertThrows(IllegalArgumentException.class, () -> new Rect(0, 0, -1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Rect(Double.NaN, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Rect(0, 0, 1, Double.POSITIVE_INFINITY));
    assertThrows(IllegalArgumentException.class, () -> PathData.line(0, 0, Double.NaN, 1));
    assertThrows(IllegalStateException.class, () -> PathData.builder().lineTo(1, 1));
    assertThrows(IllegalStateException.class, () -> PathData.builder().build());
    assertThrows(IllegalArgumentException.class, () -> PathData.polyline(1, 2, 3));
    assertThrows(IllegalArgumentException.class, () -> TextItem.of("x", Double.NaN, 0, TextStyle.plain(10)));
    assertThrows(IllegalArgumentException.class, () -> TextStyle.plain(0));
    SceneColor c = SceneColor.argb(-1);
    assertThrows(IllegalArgumentException.class, () -> Stroke.solid(c, 0));
    assertThrows(IllegalArgumentException.class, () -> new Stroke(c, 1, List.of(1.0)));
    assertThrows(IllegalArgumentException.class, () -> new Stroke(c, 1, List.of(0.0, 0.0)));
    assertThrows(IllegalArgumentException.class, () -> new Scene(0, 5, c, "", "", List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Scene(5, 1e9, c, "", "", List.of()));
  }

  @Test
  void rastersCheckTheirSizeBeforeTakingMemory() {
    assertThrows(IllegalArgumentException.class, () -> Raster.of(20_000, 1, (x, y) -> 0));
    assertThrows(IllegalArgumentException.class, () -> Raster.of(16_384, 16_384, (x, y) -> 0));
    assertThrows(IllegalArgumentException.class, () -> Raster.of(0, 1, (x, y) -> 0));
    assertThrows(IllegalArgumentException.class, () -> Raster.of(2, 2, new int[3]));
    Raster r = Raster.of(3, 2, (x, y) -> 10 * y + x);
    assertEquals(12, r.argb(2, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> r.argb(3, 0));
  }

  @Test
  void pathsKnowTheirBounds() {
    assertEquals(new Rect(2, 3, 4, 5), PathData.rect(new Rect(2, 3, 4, 5)).bounds());
    assertEquals(new Rect(-1, -2, 4, 7), PathData.polyline(3, 5, -1, 0, 2, -2).bounds());
    assertEquals(new Rect(5, 5, 10, 10), PathData.circle(10, 10, 5).bounds());
  }

  @Test
  void rectanglesIntersectAndShrinkToNothing() {
    assertEquals(new Rect(5, 5, 5, 5), new Rect(0, 0, 10, 10).intersect(new Rect(5, 5, 10, 10)));
    assertEquals(0, new Rect(0, 0, 1, 1).intersect(new Rect(5, 5, 1, 1)).width());
    assertEquals(new Rect(6, 6, 0, 0), new Rect(0, 0, 10, 10).inset(6));
  }
}
