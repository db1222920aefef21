/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

import java.util.List;
import java.util.Optional;

/**
 * Many equal places in rows and columns, such as the pixels of a map; not seen.
 *
 * @param bounds all of them together
 * @param rows at least 1
 * @param columns at least 1
 * @param cells what each of them says
 */
public record HitGrid(Rect bounds, int rows, int columns, Cells cells) implements Item {

  /** Says what a cell is about, when asked; called by any thread. */
  public interface Cells {
    String tooltip(int row, int column);

    default Optional<Selection> selection(int row, int column) {
      return Optional.empty();
    }

    /** Where a thing that cells stand for is seen, to be marked there; nothing if it is not seen. */
    default List<PathData> outlines(Selection thing) {
      return List.of();
    }
  }

  public HitGrid {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException("no grid of " + rows + " x " + columns + " cells");
    }
  }

  /** Where a cell is. */
  public Rect cell(int row, int column) {
    double w = bounds.width() / columns;
    double h = bounds.height() / rows;
    return new Rect(bounds.x() + column * w, bounds.y() + row * h, w, h);
  }

  /** What a cell says, as a region of its own. */
  public HitRegion region(int row, int column) {
    return new HitRegion(cell(row, column), cells.tooltip(row, column), cells.selection(row, column));
  }
}
