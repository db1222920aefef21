/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import org.loupe.scene.Rect;

/**
 * Equal cells in rows, the largest that have room, each with a line for its number if it is large enough.
 *
 * @param shown how many cells there are
 * @param columns cells side by side
 * @param cellWidth of a map, in whole pixels
 * @param cellHeight of a map, in whole pixels
 * @param gap between cells
 * @param line height for a number below each map; 0 for none
 */
record SheetLayout(int shown, int columns, int cellWidth, int cellHeight, int gap, int line) {
  private static final int LEAST_CELL = 6;
  private static final int LABELLED = 30;
  private static final int LARGEST_ELEMENT = 64;
  private static final double LEAST_SHAPE = 0.125;

  /**
   * Lays out.
   *
   * @param area to fill
   * @param count wished number of cells, at least 1
   * @param rows of a map
   * @param across columns of a map
   * @param columns wished cells side by side; 0 to choose
   * @param line height of a number
   */
  static SheetLayout of(Rect area, int count, int rows, int across, int columns, int line) {
    double shape = Math.clamp((double) across / rows, LEAST_SHAPE, 1 / LEAST_SHAPE);
    SheetLayout labelled = fit(area, count, rows, across, shape, columns, line);
    return labelled != null && labelled.cellWidth >= LABELLED ? labelled
        : bare(area, count, rows, across, shape, columns);
  }

  private static SheetLayout bare(Rect area, int count, int rows, int across, double shape, int columns) {
    SheetLayout all = fit(area, count, rows, across, shape, columns, 0);
    if (all != null && Math.min(all.cellWidth, all.cellHeight) >= LEAST_CELL) {
      return all;
    }
    int w = (int) Math.max(LEAST_CELL, Math.ceil(LEAST_CELL * shape));
    int h = (int) Math.max(LEAST_CELL, Math.ceil(LEAST_CELL / shape));
    int fitting = Math.max(1, (int) ((area.width() + 1) / (w + 1)));
    int side = columns > 0 ? Math.min(columns, fitting) : fitting;
    int high = Math.max(1, (int) ((area.height() + 1) / (h + 1)));
    return new SheetLayout((int) Math.min(count, (long) side * high), side, w, h, 1, 0);
  }

  /** The largest cells for all; null if there is none of a pixel. */
  private static SheetLayout fit(Rect area, int count, int rows, int across, double shape, int columns, int line) {
    int best = 0;
    int side = 1;
    int from = columns > 0 ? Math.min(columns, count) : 1;
    int to = columns > 0 ? from : Math.min(count, (int) Math.max(1, area.width()));
    for (int c = from; c <= to; c++) {
      int high = Math.ceilDiv(count, c);
      double gap = gap(area.width() / c);
      double w = (area.width() - gap * (c - 1)) / c;
      double h = (area.height() - gap * (high - 1)) / high - line;
      int width = (int) Math.min(w, h * shape);
      if (width > best) {
        best = width;
        side = c;
      }
    }
    if (best < 1) {
      return null;
    }
    int width = whole(Math.min(best, LARGEST_ELEMENT * Math.max(1, across)), across);
    return new SheetLayout(count, side, width, (int) Math.max(1, width / shape), gap(width), line);
  }

  private static int gap(double width) {
    return width >= 24 ? 4 : width >= 10 ? 2 : 1;
  }

  /** A whole number of pixels for each element where that costs little. */
  private static int whole(int width, int across) {
    int multiple = width / across * across;
    return multiple > width * 0.8 ? multiple : width;
  }

  int lines() {
    return Math.ceilDiv(shown, columns);
  }

  int width() {
    int side = Math.min(columns, shown);
    return side * (cellWidth + gap) - gap;
  }

  int height() {
    return lines() * (cellHeight + line + gap) - gap;
  }

  int x(int cell) {
    return cell % columns * (cellWidth + gap);
  }

  int y(int cell) {
    return cell / columns * (cellHeight + line + gap);
  }
}
