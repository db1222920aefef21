/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a thing is seen in a scene. */
class OutlinesTest {
  private static final Selection FIRST = Selection.of(Selection.ROW, "a", 0);
  private static final Selection SECOND = Selection.of(Selection.ROW, "b", 1);

  private static Scene scene(Item... items) {
    return new Scene(100, 100, SceneColor.of(ThemeRole.BACKGROUND), "", "", List.of(items));
  }

  @Test
  void everyPlaceOfAThingIsFoundWhereverItsGroupHasMovedIt() {
    Scene scene = scene(HitRegion.of(new Rect(10, 10, 4, 4), "", FIRST), HitRegion.of(new Rect(0, 0, 4, 4), "", SECOND),
        new Group(List.of(HitRegion.of(new Rect(0, 0, 40, 10), "", Selection.of(Selection.ROW, "a", 0, 3))), 5, 20,
            Optional.empty(), ""));
    assertEquals(List.of(PathData.circle(12, 12, 4.5), PathData.rect(new Rect(5, 20, 40, 10))), scene.outlines(FIRST));
    assertEquals(1, scene.outlines(SECOND).size());
    assertEquals(List.of(), scene.outlines(Selection.of(Selection.FEATURE, "a", 0)), "another kind of thing");
  }

  @Test
  void aPictureOfOneThingMarksNothing() {
    Scene scene = scene(HitRegion.of(new Rect(0, 0, 40, 10), "", FIRST),
        HitRegion.of(new Rect(0, 0, 40, 10), "", Selection.of(Selection.FEATURE, "f", 0)));
    assertEquals(List.of(), scene.outlines(FIRST));
  }

  @Test
  void gridsAreAsked() {
    PathData path = PathData.line(0, 0, 10, 10);
    HitGrid grid = new HitGrid(new Rect(0, 0, 10, 10), 1, 1, new HitGrid.Cells() {
      @Override
      public String tooltip(int row, int column) {
        return "";
      }

      @Override
      public List<PathData> outlines(Selection thing) {
        return thing.sameThing(FIRST) ? List.of(path) : List.of();
      }
    });
    Scene scene = scene(new Group(List.of(grid), 3, 0, Optional.empty(), ""));
    assertEquals(List.of(PathData.line(3, 0, 13, 10)), scene.outlines(FIRST));
    assertEquals(List.of(), scene.outlines(SECOND));
  }
}
