/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

class TileLayoutTest {
  private static final int WIDTH = 350;

  private final TileLayout layout = TileLayout.of(103, WIDTH, 60, 14);

  @Test
  void fillsRowsAsWideAsTheCanvas() {
    assertEquals(5, layout.columns());
    assertEquals(21, layout.rows());
    Rectangle last = layout.cell(4);
    assertTrue(last.x + last.width + TileLayout.GAP <= WIDTH);
    assertEquals(layout.cell(0).x, layout.cell(5).x);
    assertEquals(layout.height(), layout.cell(102).y + layout.cell(102).height + TileLayout.GAP);
  }

  @Test
  void findsEachTileAtItsOwnPlaceAndNoneBetween() {
    for (int tile = 0; tile < layout.count(); tile++) {
      Rectangle cell = layout.cell(tile);
      assertEquals(tile, layout.at(cell.x, cell.y));
      assertEquals(tile, layout.at(cell.x + cell.width - 1, cell.y + cell.height - 1));
      assertEquals(-1, layout.at(cell.x - 1, cell.y));
      assertEquals(-1, layout.at(cell.x, cell.y + cell.height));
    }
    assertEquals(-1, layout.at(layout.cell(102).x + 2 * 66, layout.cell(102).y));
    assertEquals(-1, layout.at(-5, -5));
  }

  @Test
  void tilesInSightAreThoseThatOverlapTheWindow() {
    for (int top = 0; top < layout.height(); top += 7) {
      int bottom = top + 200;
      for (int tile = 0; tile < layout.count(); tile++) {
        Rectangle cell = layout.cell(tile);
        boolean overlaps = cell.y < bottom && cell.y + cell.height > top;
        boolean seen = tile >= layout.first(top) && tile < layout.end(bottom);
        assertTrue(seen || !overlaps, tile + " at " + top);
      }
      int rows = (layout.end(bottom) - layout.first(top) + layout.columns() - 1) / layout.columns();
      assertTrue(rows <= 200 / layout.rowHeight() + 2, "paints " + rows + " rows at " + top);
    }
  }

  @Test
  void aCanvasTooNarrowForATileShowsOneInARow() {
    assertEquals(1, TileLayout.of(4, 10, 60, 14).columns());
    assertEquals(0, TileLayout.of(0, 10, 60, 14).rows());
    assertEquals(0, TileLayout.of(0, 300, 60, 14).end(500));
  }

  @Test
  void manyTilesDoNotOverflow() {
    TileLayout many = TileLayout.of(Integer.MAX_VALUE, 100, 512, 14);
    assertEquals(Integer.MAX_VALUE / 2, many.height());
    assertTrue(many.end(1_000_000) > many.first(1_000_000));
  }
}
