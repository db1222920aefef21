/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** The mouse on a grid: hover tells, a click selects, a double click opens, the wheel zooms with Ctrl. */
final class TilePointer {
  private static final double WHEEL_STEP = 1.15;

  private final TileGrid grid;

  TilePointer(TileGrid grid) {
    this.grid = grid;
    grid.addListener(SWT.MouseMove, this::move);
    grid.addListener(SWT.MouseDown, this::down);
    grid.addListener(SWT.MouseDoubleClick, e -> grid.open(grid.at(e.x, e.y)));
    grid.addListener(SWT.MouseVerticalWheel, this::wheel);
  }

  private void move(Event e) {
    int tile = grid.at(e.x, e.y);
    String tip = tile < 0 ? null : grid.tell(tile).replace("&", "&&");
    if (!Objects.equals(tip, grid.getToolTipText())) {
      grid.setToolTipText(tip);
    }
  }

  private void down(Event e) {
    grid.setFocus();
    grid.choose(grid.at(e.x, e.y));
  }

  private void wheel(Event e) {
    if ((e.stateMask & SWT.MOD1) != 0) {
      grid.zoom(e.count > 0 ? WHEEL_STEP : 1 / WHEEL_STEP);
      e.doit = false;
    }
  }
}
