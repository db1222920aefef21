/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.loupe.scene.Group;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Item;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.ThemeRole;
import org.loupe.ui.api.canvas.SceneCursor.Step;

class SceneCursorTest {
  private static final Item GRID = new HitGrid(new Rect(0, 0, 30, 20), 2, 3, (row, column) -> row + "/" + column);
  private static final Item REGION = HitRegion.of(new Rect(40, 0, 10, 10), "after");

  private static SceneCursor cursor(Item... items) {
    return new SceneCursor(new Scene(100, 100, SceneColor.of(ThemeRole.BACKGROUND), "", "", List.of(items)));
  }

  private static String at(SceneCursor cursor) {
    return cursor.current().orElseThrow().tooltip();
  }

  @Test
  void nothingHasTheFocusAtFirst() {
    assertTrue(cursor(GRID).current().isEmpty());
  }

  @Test
  void sceneWithoutPlacesIsLeftAlone() {
    SceneCursor cursor = cursor();
    cursor.step(Step.RIGHT);
    assertTrue(cursor.current().isEmpty());
  }

  @Test
  void firstStepGoesToTheMiddleOfTheGrid() {
    SceneCursor cursor = cursor(GRID);
    cursor.step(Step.LEFT);
    assertEquals("1/1", at(cursor));
    assertEquals(new Rect(10, 10, 10, 10), cursor.current().orElseThrow().bounds());
  }

  @Test
  void firstStepPassesOverWhatStandsBeforeTheGrid() {
    SceneCursor cursor = cursor(REGION, GRID);
    cursor.step(Step.RIGHT);
    assertEquals("1/1", at(cursor));
    cursor.step(Step.ROW_START);
    cursor.step(Step.RIGHT);
    assertEquals("1/1", at(cursor), "one column on from the first of the row");
    cursor.step(Step.LEFT);
    cursor.step(Step.LEFT);
    assertEquals("after", at(cursor), "it is still there for who walks to it");
  }

  @Test
  void arrowsWalkInTheGridAndOutAtItsEnd() {
    SceneCursor cursor = cursor(GRID, REGION);
    cursor.step(Step.FIRST);
    cursor.step(Step.FIRST);
    assertEquals("0/0", at(cursor));
    cursor.step(Step.DOWN);
    cursor.step(Step.ROW_END);
    assertEquals("1/2", at(cursor));
    cursor.step(Step.RIGHT);
    assertEquals("after", at(cursor));
    cursor.step(Step.LEFT);
    assertEquals("1/2", at(cursor));
    cursor.step(Step.ROW_START);
    cursor.step(Step.UP);
    cursor.step(Step.UP);
    assertEquals("0/0", at(cursor), "there is nothing before the first");
  }

  @Test
  void lastIsTheEndOfTheLastPlace() {
    SceneCursor cursor = cursor(REGION, GRID);
    cursor.step(Step.LAST);
    cursor.step(Step.LAST);
    assertEquals("1/2", at(cursor));
  }

  @Test
  void pointerPutsTheFocusWhereItIsEvenInMovedGroups() {
    SceneCursor cursor = cursor(Group.of("", List.of(GRID)).moved(50, 60));
    cursor.moveTo(50 + 25, 60 + 5);
    assertEquals("0/2", at(cursor));
    assertEquals(new Rect(70, 60, 10, 10), cursor.current().orElseThrow().bounds());
    cursor.moveTo(1, 1);
    assertEquals("0/2", at(cursor), "beside everything nothing changes");
  }
}
