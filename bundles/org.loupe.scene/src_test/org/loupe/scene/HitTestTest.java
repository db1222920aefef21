/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HitTestTest {

  private static Scene scene(Item... items) {
    return new Scene(100, 100, SceneColor.of(ThemeRole.BACKGROUND), "t", "", List.of(items));
  }

  private static String at(Scene scene, double x, double y) {
    return scene.hit(x, y).map(HitRegion::tooltip).orElse("-");
  }

  @Test
  void theTopmostRegionAnswersAndPicturesDoNot() {
    Scene s = scene(HitRegion.of(new Rect(0, 0, 50, 50), "below"), HitRegion.of(new Rect(25, 25, 50, 50), "above"),
        PathItem.filled(PathData.rect(new Rect(0, 0, 100, 100)), SceneColor.argb(-1)));
    assertEquals("below", at(s, 10, 10));
    assertEquals("above", at(s, 30, 30));
    assertEquals("-", at(s, 90, 90));
  }

  @Test
  void leftAndUpperEdgesCount() {
    Scene s = scene(HitRegion.of(new Rect(10, 10, 10, 10), "r"));
    assertEquals("r", at(s, 10, 10));
    assertEquals("-", at(s, 20, 10));
    assertEquals("-", at(s, 10, 20));
  }

  @Test
  void groupsMoveAndClipTheirRegions() {
    Selection selection = Selection.of(Selection.PIXEL, "x", 3, 4);
    Group inner = Group.of("", List.of(HitRegion.of(new Rect(0, 0, 20, 20), "r", selection))).moved(5, 5);
    Scene s = scene(Group.of("", List.of(inner)).moved(30, 40).clipped(new Rect(0, 0, 15, 100)));
    assertEquals("r", at(s, 35, 45));
    assertEquals("r", at(s, 44.9, 60));
    assertEquals("-", at(s, 45, 60)); // within the region, but cut off
    assertEquals("-", at(s, 34, 45));
    HitRegion hit = s.hit(36, 46).orElseThrow();
    assertEquals(new Rect(35, 45, 20, 20), hit.bounds());
    assertEquals(Optional.of(selection), hit.selection());
    assertEquals(List.of(3.0, 4.0), hit.selection().get().coordinates());
    assertEquals(List.of(new Rect(35, 45, 10, 20)), s.regions().stream().map(HitRegion::bounds).toList());
  }

  @Test
  void aGridAnswersByCell() {
    HitGrid grid = new HitGrid(new Rect(10, 20, 30, 40), 4, 3, new HitGrid.Cells() {
      @Override
      public String tooltip(int row, int column) {
        return row + "/" + column;
      }

      @Override
      public Optional<Selection> selection(int row, int column) {
        return Optional.of(Selection.of(Selection.PIXEL, "in", column, row));
      }
    });
    Scene s = scene(grid);
    assertEquals("0/0", at(s, 10, 20));
    assertEquals("2/1", at(s, 25, 49));
    assertEquals("3/2", at(s, 39.999, 59.999));
    assertEquals("-", at(s, 40, 50));
    assertEquals(new Rect(20, 40, 10, 10), s.hit(25, 49).orElseThrow().bounds());
    assertEquals(List.of(1.0, 2.0), s.hit(25, 49).orElseThrow().selection().orElseThrow().coordinates());
    assertTrue(s.regions().isEmpty());
  }
}
