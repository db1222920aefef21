/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.paint;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/** Finds which of many rectangles touch another one: a grid of cells, each with the rectangles in it. */
public final class SpatialIndex {
  private static final double CELL = 400;
  /** A rectangle in more cells than this is looked at always. */
  private static final int MANY = 64;
  private static final int MOST_CELLS = 1 << 18;

  private final double[] bounds;
  private final double cell;
  private final int columns;
  private final int rows;
  private final int[][] cells;
  private int[] large = new int[0];

  /** @param bounds left, upper, right and lower edge of each rectangle; none is left of or above the origin */
  public SpatialIndex(double[] bounds) {
    this.bounds = bounds;
    double width = 1;
    double height = 1;
    for (int i = 0; i < bounds.length; i += 4) {
      width = Math.max(width, bounds[i + 2]);
      height = Math.max(height, bounds[i + 3]);
    }
    cell = Math.max(CELL, Math.sqrt(width * height / MOST_CELLS));
    columns = (int) (width / cell) + 1;
    rows = (int) (height / cell) + 1;
    cells = new int[columns * rows][];
    int[] counts = new int[cells.length];
    for (int i = 0; i < bounds.length / 4; i++) {
      insert(i, counts);
    }
    for (int c = 0; c < cells.length; c++) {
      cells[c] = cells[c] == null ? new int[0] : Arrays.copyOf(cells[c], counts[c]);
    }
  }

  private void insert(int i, int[] counts) {
    int c0 = column(bounds[4 * i]);
    int c1 = column(bounds[4 * i + 2]);
    int r0 = row(bounds[4 * i + 1]);
    int r1 = row(bounds[4 * i + 3]);
    if ((c1 - c0 + 1) * (r1 - r0 + 1) > MANY) {
      large = Arrays.copyOf(large, large.length + 1);
      large[large.length - 1] = i;
      return;
    }
    for (int r = r0; r <= r1; r++) {
      for (int c = c0; c <= c1; c++) {
        int at = r * columns + c;
        if (cells[at] == null) {
          cells[at] = new int[4];
        } else if (counts[at] == cells[at].length) {
          cells[at] = Arrays.copyOf(cells[at], 2 * counts[at]);
        }
        cells[at][counts[at]++] = i;
      }
    }
  }

  private int column(double x) {
    return Math.max(0, Math.min(columns - 1, (int) (x / cell)));
  }

  private int row(double y) {
    return Math.max(0, Math.min(rows - 1, (int) (y / cell)));
  }

  /** Gives every rectangle that touches another one, each once, in order. */
  public void query(double left, double top, double right, double bottom, IntConsumer found) {
    BitSet hits = new BitSet(bounds.length / 4);
    for (int i : large) {
      mark(i, left, top, right, bottom, hits);
    }
    for (int r = row(top); r <= row(bottom); r++) {
      for (int c = column(left); c <= column(right); c++) {
        for (int i : cells[r * columns + c]) {
          mark(i, left, top, right, bottom, hits);
        }
      }
    }
    for (int i = hits.nextSetBit(0); i >= 0; i = hits.nextSetBit(i + 1)) {
      found.accept(i);
    }
  }

  private void mark(int i, double left, double top, double right, double bottom, BitSet hits) {
    int at = 4 * i;
    if (bounds[at] <= right && bounds[at + 2] >= left && bounds[at + 1] <= bottom && bounds[at + 3] >= top) {
      hits.set(i);
    }
  }
}
