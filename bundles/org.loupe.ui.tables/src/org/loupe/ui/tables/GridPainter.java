/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.text.BreakIterator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.loupe.ui.tables.rows.SortKey;

/** Draws the cells in sight. */
final class GridPainter {
  static final int PAD = 6;
  private static final int DIM = 150;
  private static final int OPAQUE = 255;
  private static final String MORE = "\u2026";

  private final RowsGrid grid;

  GridPainter(RowsGrid grid) {
    this.grid = grid;
  }

  void paint(GC gc) {
    Rectangle area = grid.getClientArea();
    gc.setBackground(grid.getBackground());
    gc.fillRectangle(area);
    int height = grid.lineHeight();
    for (int line = grid.top(); line < grid.rows().rows() && grid.y(line) < area.height; line++) {
      if (line == grid.selected()) {
        gc.setBackground(grid.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
        gc.fillRectangle(0, grid.y(line), area.width, height);
      }
    }
    for (int c = grid.rows().columns().size() - 1; c >= 0; c--) {
      int x = grid.x(c);
      int width = grid.width(c);
      if (x + width > 0 && x < area.width) {
        column(gc, c, new Rectangle(x, 0, width, area.height));
      }
    }
    gc.setForeground(grid.getForeground());
    gc.setAlpha(DIM);
    gc.drawLine(0, height - 1, area.width, height - 1);
    gc.drawLine(grid.width(0) - 1, 0, grid.width(0) - 1, area.height);
    gc.setAlpha(OPAQUE);
  }

  private void column(GC gc, int c, Rectangle place) {
    GridColumn column = grid.rows().columns().get(c);
    // the first column stays where it is: the others pass below it
    gc.setClipping(c == 0 ? place.x : Math.max(place.x, grid.width(0)), 0,
        c == 0 ? place.width : Math.max(0, place.x + place.width - Math.max(place.x, grid.width(0))), place.height);
    if (c == grid.marked()) {
      gc.setBackground(grid.getForeground());
      gc.setAlpha(24);
      gc.fillRectangle(place);
      gc.setAlpha(OPAQUE);
    }
    gc.setForeground(grid.getForeground());
    heading(gc, column, place);
    int height = grid.lineHeight();
    for (int line = grid.top(); line < grid.rows().rows() && grid.y(line) < place.height; line++) {
      boolean chosen = line == grid.selected();
      gc.setForeground(chosen ? grid.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT)
          : grid.getForeground());
      String text = grid.rows().text(line, column);
      if (text.isEmpty()) {
        missing(gc, column, new Rectangle(place.x, grid.y(line), place.width, height));
      } else {
        text(gc, text, column.numbers(), place.x, grid.y(line), place.width);
      }
    }
    gc.setClipping((Rectangle) null);
  }

  private void heading(GC gc, GridColumn column, Rectangle place) {
    SortKey key = grid.rows().key();
    boolean sorted = key.kind() == column.kind() && key.column() == column.number();
    int arrow = sorted ? RowsGrid.ARROW : 0;
    int unit = column.unit().isEmpty() ? 0 : gc.textExtent(" " + column.unit()).x;
    String name = shortened(gc, column.heading(), place.width - 2 * PAD - arrow - unit);
    int x = column.numbers() ? place.x + place.width - PAD - arrow - unit - gc.textExtent(name).x : place.x + PAD;
    gc.drawText(name, x, 2, true);
    gc.setAlpha(DIM);
    if (unit > 0) {
      gc.drawText(" " + column.unit(), x + gc.textExtent(name).x, 2, true);
    }
    if (sorted) {
      int left = x + gc.textExtent(name).x + unit + 4;
      int middle = grid.lineHeight() / 2;
      int tip = key.descending() ? 3 : -3;
      gc.setBackground(grid.getForeground());
      gc.fillPolygon(new int[] {left, middle - tip, left + 8, middle - tip, left + 4, middle + tip});
    }
    gc.setAlpha(OPAQUE);
  }

  private void text(GC gc, String whole, boolean right, int x, int y, int width) {
    int room = width - 2 * PAD;
    int extent = gc.textExtent(whole).x;
    if (extent > room) {
      gc.drawText(shortened(gc, whole, room), x + PAD, y + 2, true);
    } else {
      gc.drawText(whole, right ? x + width - PAD - extent : x + PAD, y + 2, true);
    }
  }

  /** A struck-out box: neither a dash, which a cell may hold, nor a zero. */
  private void missing(GC gc, GridColumn column, Rectangle cell) {
    int side = Math.max(6, cell.height / 2 - 2);
    int x = column.numbers() ? cell.x + cell.width - PAD - side : cell.x + PAD;
    int y = cell.y + (cell.height - side) / 2;
    gc.setAlpha(DIM);
    gc.drawRectangle(x, y, side - 1, side - 1);
    gc.drawLine(x, y + side - 1, x + side - 1, y);
    gc.setAlpha(OPAQUE);
  }

  private static String shortened(GC gc, String text, int width) {
    if (gc.textExtent(text).x <= width) {
      return text;
    }
    int fits = 0;
    int tooMany = Math.min(text.length(), Math.max(1, width));
    while (fits + 1 < tooMany) {
      int middle = (fits + tooMany) / 2;
      if (gc.textExtent(text.substring(0, middle) + MORE).x <= width) {
        fits = middle;
      } else {
        tooMany = middle;
      }
    }
    // a letter and the signs above and below it belong together
    BreakIterator letters = BreakIterator.getCharacterInstance();
    letters.setText(text);
    return text.substring(0, fits == 0 || letters.isBoundary(fits) ? fits : letters.preceding(fits)) + MORE;
  }
}
