/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loupe.scene.Group;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Item;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;

/**
 * Walks over the places of a scene by keyboard: from region to region, and from cell to cell within a grid, where
 * leaving the grid at an end goes on to the next place.
 */
final class SceneCursor {
  /** A step. */
  enum Step {
    LEFT, RIGHT, UP, DOWN, ROW_START, ROW_END, FIRST, LAST
  }

  /** A grid or a region, and where its group has moved it. */
  private record Stop(HitGrid grid, HitRegion region, double dx, double dy) {
    HitRegion at(int row, int column) {
      HitRegion r = grid == null ? region : grid.region(row, column);
      return new HitRegion(r.bounds().translate(dx, dy), r.tooltip(), r.selection());
    }

    int rows() {
      return grid == null ? 1 : grid.rows();
    }

    int columns() {
      return grid == null ? 1 : grid.columns();
    }

    Rect bounds() {
      return (grid == null ? region.bounds() : grid.bounds()).translate(dx, dy);
    }
  }

  private final List<Stop> stops = new ArrayList<>();
  private int stop = -1;
  private int row;
  private int column;

  SceneCursor(Scene scene) {
    collect(scene.items(), 0, 0);
  }

  private void collect(List<Item> items, double dx, double dy) {
    for (Item item : items) {
      if (item instanceof Group g) {
        collect(g.items(), dx + g.dx(), dy + g.dy());
      } else if (item instanceof HitGrid grid) {
        stops.add(new Stop(grid, null, dx, dy));
      } else if (item instanceof HitRegion region) {
        stops.add(new Stop(null, region, dx, dy));
      }
    }
  }

  /** The place that has the focus. */
  Optional<HitRegion> current() {
    return stop < 0 ? Optional.empty() : Optional.of(stops.get(stop).at(row, column));
  }

  /** The first step goes to the middle of the first grid, or to the first region. */
  void step(Step step) {
    if (stops.isEmpty()) {
      return;
    }
    if (stop < 0) {
      int first = first();
      enter(first, stops.get(first).rows() / 2, stops.get(first).columns() / 2);
      return;
    }
    Stop s = stops.get(stop);
    switch (step) {
      case LEFT -> horizontal(-1, s);
      case RIGHT -> horizontal(1, s);
      case UP -> vertical(-1, s);
      case DOWN -> vertical(1, s);
      case ROW_START -> column = 0;
      case ROW_END -> column = s.columns() - 1;
      case FIRST -> enter(0, 0, 0);
      case LAST -> {
        Stop last = stops.get(stops.size() - 1);
        enter(stops.size() - 1, last.rows() - 1, last.columns() - 1);
      }
    }
  }

  /** Texts that were cut have regions too, before the grid that the picture is about. */
  private int first() {
    for (int i = 0; i < stops.size(); i++) {
      if (stops.get(i).grid() != null) {
        return i;
      }
    }
    return 0;
  }

  /** Puts the focus where the pointer is. */
  void moveTo(double x, double y) {
    for (int i = stops.size() - 1; i >= 0; i--) {
      Rect b = stops.get(i).bounds();
      if (b.contains(x, y)) {
        Stop s = stops.get(i);
        enter(i, (int) ((y - b.y()) / b.height() * s.rows()), (int) ((x - b.x()) / b.width() * s.columns()));
        return;
      }
    }
  }

  void clear() {
    stop = -1;
  }

  private void horizontal(int by, Stop s) {
    int to = column + by;
    if (to >= 0 && to < s.columns()) {
      column = to;
    } else {
      leave(by);
    }
  }

  private void vertical(int by, Stop s) {
    int to = row + by;
    if (to >= 0 && to < s.rows()) {
      row = to;
    } else {
      leave(by);
    }
  }

  private void leave(int by) {
    int to = stop + by;
    if (to >= 0 && to < stops.size()) {
      Stop next = stops.get(to);
      enter(to, by > 0 ? 0 : next.rows() - 1, by > 0 ? 0 : next.columns() - 1);
    }
  }

  private void enter(int index, int atRow, int atColumn) {
    stop = index;
    row = Math.clamp(atRow, 0, stops.get(index).rows() - 1);
    column = Math.clamp(atColumn, 0, stops.get(index).columns() - 1);
  }
}
