/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/**
 * The mouse on the grid: a click on a heading sorts, one on a cell selects its row and marks its column; the border of
 * a heading is dragged, or double-clicked to fit the column; hovering tells the whole text.
 */
final class GridPointer {
  private static final int NEAR = 4;

  private final RowsGrid grid;
  private int dragged = -1;

  GridPointer(RowsGrid grid) {
    this.grid = grid;
    grid.addListener(SWT.MouseDown, this::down);
    grid.addListener(SWT.MouseMove, this::move);
    grid.addListener(SWT.MouseUp, e -> up());
    grid.addListener(SWT.MouseDoubleClick, this::doubleClick);
    grid.addListener(SWT.MouseExit, e -> grid.setCursor(null));
  }

  /** The column at whose right border a place is; -1 if it is at none. */
  private int border(Event e) {
    if (grid.rows() == null || e.y < 0 || e.y >= grid.lineHeight()) {
      return -1;
    }
    int left = grid.column(e.x - NEAR);
    return left >= 0 && e.x >= grid.x(left) + grid.width(left) - NEAR ? left : -1;
  }

  private void down(Event e) {
    grid.setFocus();
    int column = grid.column(e.x);
    if (grid.rows() == null || e.button != 1) {
      return;
    }
    dragged = border(e);
    if (dragged >= 0) {
      grid.setCapture(true);
    } else if (e.y < grid.lineHeight()) {
      if (column >= 0) {
        grid.sort(column);
      }
    } else {
      if (column >= 0) {
        grid.mark(column);
      }
      if (grid.line(e.y) < grid.rows().rows()) {
        grid.choose(grid.line(e.y));
      }
    }
  }

  private void move(Event e) {
    if (dragged >= 0) {
      grid.widen(dragged, e.x - grid.x(dragged));
      return;
    }
    grid.setCursor(border(e) >= 0 ? grid.getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE) : null);
    String tip = tip(e);
    if (!Objects.equals(tip, grid.getToolTipText())) {
      grid.setToolTipText(tip);
    }
  }

  private void up() {
    if (dragged >= 0) {
      dragged = -1;
      grid.setCapture(false);
    }
  }

  private void doubleClick(Event e) {
    int column = border(e);
    if (column >= 0) {
      up();
      grid.fit(column);
    }
  }

  private String tip(Event e) {
    int at = grid.column(e.x);
    if (at < 0) {
      return null;
    }
    GridColumn column = grid.rows().columns().get(at);
    if (e.y < grid.lineHeight()) {
      return column.whole().replace("&", "&&");
    }
    int line = grid.line(e.y);
    if (line >= grid.rows().rows()) {
      return null;
    }
    String text = grid.rows().text(line, column);
    return text.isEmpty() ? Messages.RowsGrid_missing : text.replace("&", "&&");
  }
}
