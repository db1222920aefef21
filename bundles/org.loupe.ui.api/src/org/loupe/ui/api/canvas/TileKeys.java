/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** The keyboard on a grid. Tab leaves it. */
final class TileKeys {
  private static final double ZOOM_STEP = 1.25;

  private final TileGrid grid;

  TileKeys(TileGrid grid) {
    this.grid = grid;
    grid.addListener(SWT.KeyDown, this::key);
    grid.addListener(SWT.Traverse,
        e -> e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    grid.addListener(SWT.FocusIn, e -> grid.redraw());
    grid.addListener(SWT.FocusOut, e -> grid.redraw());
  }

  private void key(Event e) {
    int row = grid.layoutOfTiles().columns();
    int page = row * grid.layoutOfTiles().page(grid.getClientArea().height);
    switch (e.keyCode) {
      case SWT.ARROW_LEFT -> move(-1);
      case SWT.ARROW_RIGHT -> move(1);
      case SWT.ARROW_UP -> move(-row);
      case SWT.ARROW_DOWN -> move(row);
      case SWT.PAGE_UP -> move(-page);
      case SWT.PAGE_DOWN -> move(page);
      case SWT.HOME -> grid.choose(0);
      case SWT.END -> grid.choose(grid.tiles().count() - 1);
      case SWT.CR, SWT.KEYPAD_CR, ' ' -> grid.open(grid.selection());
      case SWT.KEYPAD_ADD -> grid.zoom(ZOOM_STEP);
      case SWT.KEYPAD_SUBTRACT -> grid.zoom(1 / ZOOM_STEP);
      default -> character(e.character);
    }
  }

  /** A step that would leave the grid sideways stops at its end; one that would leave it up or down does nothing. */
  private void move(int by) {
    int from = grid.selection();
    int last = grid.tiles().count() - 1;
    if (from < 0) {
      grid.choose(0);
      return;
    }
    int to = from + by;
    int row = grid.layoutOfTiles().columns();
    boolean wide = Math.abs(by) > row;
    if (to < 0) {
      to = wide ? from % row : from;
    } else if (to > last) {
      // the last row may be shorter
      to = wide || from / row < last / row ? last : from;
    }
    grid.choose(to);
  }

  private void character(char c) {
    switch (c) {
      case '+', '=' -> grid.zoom(ZOOM_STEP);
      case '-' -> grid.zoom(1 / ZOOM_STEP);
      case '0' -> grid.resetZoom();
      default -> {
      }
    }
  }
}
