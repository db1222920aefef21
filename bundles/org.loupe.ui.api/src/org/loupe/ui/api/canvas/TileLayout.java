/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import org.eclipse.swt.graphics.Rectangle;

/**
 * Where tiles lie: row by row, as many in a row as fit, from the upper left.
 *
 * @param count how many tiles there are
 * @param columns how many in a row, at least 1
 * @param side extent of a picture in pixels
 * @param captionHeight height of the line below a picture; 0 for none
 */
record TileLayout(int count, int columns, int side, int captionHeight) {
  static final int GAP = 6;

  static TileLayout of(int count, int width, int side, int captionHeight) {
    return new TileLayout(count, Math.max(1, (width - GAP) / (side + GAP)), side, captionHeight);
  }

  int rows() {
    return (int) (((long) count + columns - 1) / columns);
  }

  int rowHeight() {
    return side + captionHeight + GAP;
  }

  /** Height of all rows; no more than a scroll bar can tell. */
  int height() {
    return (int) Math.min(Integer.MAX_VALUE / 2, (long) rows() * rowHeight() + GAP);
  }

  /** Place of a picture, without its caption, where nothing is scrolled. */
  Rectangle picture(int tile) {
    return new Rectangle(GAP + tile % columns * (side + GAP), GAP + tile / columns * rowHeight(), side, side);
  }

  /** Place of a picture and its caption. */
  Rectangle cell(int tile) {
    Rectangle r = picture(tile);
    return new Rectangle(r.x, r.y, r.width, r.height + captionHeight);
  }

  /** The tile at a place; -1 if there is none. */
  int at(int x, int y) {
    int column = Math.floorDiv(x - GAP, side + GAP);
    int row = Math.floorDiv(y - GAP, rowHeight());
    long tile = (long) row * columns + column;
    if (column < 0 || column >= columns || row < 0 || tile >= count) {
      return -1;
    }
    return cell((int) tile).contains(x, y) ? (int) tile : -1;
  }

  /** First tile of the rows that reach below a height. */
  int first(int top) {
    return Math.min(count, Math.max(0, (top - GAP) / rowHeight()) * columns);
  }

  /** One past the last tile of the rows that begin above a height. */
  int end(int bottom) {
    long rows = bottom <= GAP ? 0 : (bottom - GAP - 1) / rowHeight() + 1L;
    return (int) Math.min(count, rows * columns);
  }

  /** How many whole rows a height shows, at least one. */
  int page(int height) {
    return Math.max(1, height / rowHeight());
  }
}
