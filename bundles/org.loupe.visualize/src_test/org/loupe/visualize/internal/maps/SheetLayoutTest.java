/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.loupe.scene.Rect;

class SheetLayoutTest {
  private static final int LINE = 14;

  @Test
  void cellsFillTheAreaAndNeverLeaveIt() {
    Random random = new Random(4);
    for (int round = 0; round < 2000; round++) {
      Rect area = new Rect(0, 0, 60 + random.nextInt(1600), 40 + random.nextInt(1000));
      int count = 1 + random.nextInt(round % 2 == 0 ? 5000 : 40);
      int rows = 1 + random.nextInt(60);
      int across = 1 + random.nextInt(60);
      SheetLayout layout = SheetLayout.of(area, count, rows, across, round % 5 == 0 ? 1 + random.nextInt(30) : 0, LINE);
      String what = round + ": " + count + " maps of " + rows + " x " + across + " in " + area + ": " + layout;
      assertTrue(layout.shown() >= 1 && layout.shown() <= count, what);
      boolean room = area.width() >= layout.cellWidth() && area.height() >= layout.cellHeight();
      assertTrue(!room || layout.width() <= area.width() && layout.height() <= area.height(), what);
      assertTrue(layout.cellWidth() >= 1 && layout.cellHeight() >= 1, what);
      int last = layout.shown() - 1;
      assertTrue(layout.x(last) + layout.cellWidth() <= layout.width(), what);
      assertEquals(layout.height(), layout.y(last) + layout.cellHeight() + layout.line(), what);
    }
  }

  @Test
  void allAreShownWhileCellsAreLargeEnough() {
    assertEquals(4096, SheetLayout.of(new Rect(0, 0, 1500, 850), 4096, 7, 7, 0, LINE).shown());
    SheetLayout few = SheetLayout.of(new Rect(0, 0, 260, 100), 4096, 7, 7, 0, LINE);
    assertTrue(few.shown() > 300 && few.shown() < 4096, few.toString());
    assertEquals(0, few.line());
  }

  @Test
  void anElementIsAWholeNumberOfPixelsAndNumbersHaveALine() {
    SheetLayout layout = SheetLayout.of(new Rect(0, 0, 600, 400), 12, 7, 7, 0, LINE);
    assertEquals(0, layout.cellWidth() % 7);
    assertEquals(LINE, layout.line());
    assertEquals(2, SheetLayout.of(new Rect(0, 0, 600, 400), 12, 7, 7, 2, LINE).columns());
    assertEquals(64, SheetLayout.of(new Rect(0, 0, 600, 400), 1, 1, 1, 0, LINE).cellWidth(), "no giant of one element");
  }
}
