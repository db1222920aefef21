/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.paint;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.GC;
import org.loupe.ui.graph.layout.Box;
import org.loupe.ui.graph.layout.Wire;

/** Paints wires; those of the selected box after all others, and larger. */
final class Wires {
  private static final double ARROW = 7;
  private static final double ARROW_HALF = 3.5;
  /** Shorter than this on the screen is not seen. */
  private static final double SHORTEST = 2;

  private final GC gc;
  private final View view;
  private final GraphTheme theme;
  private final List<Wire> wires;
  private final Detail detail;
  private final Box selected;
  private final List<Wire> last = new ArrayList<>();

  Wires(GC gc, View view, GraphTheme theme, List<Wire> wires, Detail detail, Box selected) {
    this.gc = gc;
    this.view = view;
    this.theme = theme;
    this.wires = wires;
    this.detail = detail;
    this.selected = selected;
    gc.setBackground(theme.wire());
    gc.setForeground(theme.wire());
  }

  void draw(int number) {
    Wire wire = wires.get(number);
    if (selected != null && (wire.source() == selected.item() || wire.target() == selected.item())) {
      last.add(wire);
    } else {
      line(wire, 1);
    }
  }

  void finish() {
    gc.setBackground(theme.selection());
    last.forEach(w -> line(w, 2));
  }

  /** Every part of a line is a rectangle: that is many times faster than a stroke. */
  private void line(Wire wire, int width) {
    double[] p = wire.points();
    double length = Math.abs(wire.endX() - wire.startX()) + Math.abs(wire.endY() - wire.startY());
    if (detail == Detail.FAR && length * view.scale() < SHORTEST) {
      return;
    }
    int x = GraphPainter.pixel(view.screenX(p[0]));
    int y = GraphPainter.pixel(view.screenY(p[1]));
    for (int i = 2; i < p.length; i += 2) {
      int nx = GraphPainter.pixel(view.screenX(p[i]));
      int ny = GraphPainter.pixel(view.screenY(p[i + 1]));
      if (nx == x || ny == y) {
        gc.fillRectangle(Math.min(x, nx), Math.min(y, ny), Math.abs(nx - x) + width, Math.abs(ny - y) + width);
      } else {
        // the algorithm bends at right angles, but for what it cannot route
        gc.drawLine(x, y, nx, ny);
      }
      x = nx;
      y = ny;
    }
    if (wire.target() != null && detail != Detail.FAR) {
      int size = (int) Math.round(ARROW * Math.max(0.6, view.scale()));
      int half = (int) Math.round(ARROW_HALF * Math.max(0.6, view.scale()));
      gc.fillPolygon(new int[] {x - half, y - size, x + half + 1, y - size, x, y});
    }
  }
}
