/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/**
 * The keyboard on the grid: arrows select a row and mark a column, with Ctrl they make the marked column narrower and
 * wider, Enter sorts by it. Tab leaves the grid.
 */
final class GridKeys {
  static final int STEP = 16;

  private final RowsGrid grid;

  GridKeys(RowsGrid grid) {
    this.grid = grid;
    grid.addListener(SWT.KeyDown, this::key);
    grid.addListener(SWT.Traverse,
        e -> e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
  }

  private void key(Event e) {
    if (grid.rows() == null) {
      return;
    }
    switch (e.keyCode) {
      case SWT.ARROW_UP -> grid.choose(grid.selected() - 1);
      case SWT.ARROW_DOWN -> grid.choose(grid.selected() + 1);
      case SWT.PAGE_UP -> grid.choose(grid.selected() - grid.linesInSight());
      case SWT.PAGE_DOWN -> grid.choose(grid.selected() + grid.linesInSight());
      case SWT.HOME -> grid.choose(0);
      case SWT.END -> grid.choose(grid.rows().rows() - 1);
      case SWT.ARROW_LEFT -> sideways(-1, e);
      case SWT.ARROW_RIGHT -> sideways(1, e);
      case SWT.CR, SWT.KEYPAD_CR -> {
        if (grid.marked() >= 0) {
          grid.sort(grid.marked());
        }
      }
      default -> {
      }
    }
  }

  private void sideways(int by, Event e) {
    if ((e.stateMask & SWT.MOD1) == 0) {
      grid.mark(Math.clamp(grid.marked() + by, 0, grid.rows().columns().size() - 1));
    } else if (grid.marked() >= 0) {
      grid.widen(grid.marked(), grid.width(grid.marked()) + by * STEP);
    }
  }
}
