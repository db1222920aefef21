/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.paint;

import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.loupe.ui.graph.layout.Box;
import org.loupe.ui.graph.layout.Metrics;
import org.loupe.ui.graph.layout.Wire;

/** Paints a drawing. What is far away becomes rectangles without text, and the shortest lines are left out. */
public final class GraphPainter {
  private static final int FARTHEST = 12_000;
  /** What a line must run straight down to have a label beside it. */
  private static final double LABEL_ROOM = 20;

  private final DrawingIndex index;
  private final Styles styles;
  private final GraphTheme theme;
  private final GraphFonts fonts;
  private final Labels labels;

  public GraphPainter(DrawingIndex index, Styles styles, GraphTheme theme, GraphFonts fonts, Labels labels) {
    this.index = index;
    this.styles = styles;
    this.theme = theme;
    this.fonts = fonts;
    this.labels = labels;
  }

  public Styles styles() {
    return styles;
  }

  /** Paints what of the drawing is in a rectangle of the canvas, ground included. */
  public void paint(GC gc, Rectangle area, View view, Marks marks) {
    gc.setBackground(theme.ground());
    gc.fillRectangle(area);
    double left = view.worldX(area.x) - 2 / view.scale();
    double top = view.worldY(area.y) - 2 / view.scale();
    double right = view.worldX(area.x + area.width) + 2 / view.scale();
    double bottom = view.worldY(area.y + area.height) + 2 / view.scale();
    Detail detail = Detail.of(view.scale());
    int[] seen = new int[index.drawing().boxes().size()];
    int[] count = new int[1];
    index.boxes().query(left, top, right, bottom, i -> seen[count[0]++] = i);
    gc.setAntialias(SWT.OFF);
    groups(gc, view, seen, count[0]);
    Wires wires = new Wires(gc, view, theme, index.drawing().wires(), detail, marks.selected());
    index.wires().query(left, top, right, bottom, wires::draw);
    wires.finish();
    if (detail == Detail.FAR) {
      far(gc, view, seen, count[0]);
    } else {
      near(gc, view, detail, seen, count[0]);
      if (detail.labels()) {
        gc.setForeground(theme.faint());
        index.wires().query(left, top, right, bottom, i -> label(gc, view, index.drawing().wires().get(i)));
      }
    }
    marks(gc, view, marks);
  }

  /** Paints all of the drawing without any text, as small as it is to be. @param left where it begins, from the edge */
  public void overview(GC gc, Rectangle area, double scale, double left) {
    View view = new View(scale, -left, 0);
    gc.setBackground(theme.ground());
    gc.fillRectangle(area);
    gc.setAntialias(SWT.OFF);
    int[] all = IntStream.range(0, index.drawing().boxes().size()).toArray();
    groups(gc, view, all, all.length);
    Wires wires = new Wires(gc, view, theme, index.drawing().wires(), Detail.FAR, null);
    IntStream.range(0, index.drawing().wires().size()).forEach(wires::draw);
    far(gc, view, all, all.length);
  }

  private void groups(GC gc, View view, int[] seen, int count) {
    for (int k = 0; k < count; k++) {
      Box b = index.drawing().boxes().get(seen[k]);
      if (!b.open()) {
        continue;
      }
      Rectangle r = pixels(view, b);
      gc.setBackground(b.depth() % 2 == 0 ? theme.group() : theme.groupAlternate());
      gc.fillRectangle(r);
      if (r.width > 6) {
        gc.setForeground(theme.wire());
        gc.drawRectangle(r.x, r.y, r.width - 1, r.height - 1);
      }
    }
  }

  /** All boxes of one colour together: changing the colour costs more than a rectangle. */
  private void far(GC gc, View view, int[] seen, int count) {
    int colors = styles.palette().length;
    int[] starts = new int[colors + 1];
    for (int k = 0; k < count; k++) {
      if (!index.drawing().boxes().get(seen[k]).open()) {
        starts[styles.paletteNumber(seen[k]) + 1]++;
      }
    }
    for (int c = 0; c < colors; c++) {
      starts[c + 1] += starts[c];
    }
    int[] sorted = new int[starts[colors]];
    int[] at = starts.clone();
    for (int k = 0; k < count; k++) {
      if (!index.drawing().boxes().get(seen[k]).open()) {
        sorted[at[styles.paletteNumber(seen[k])]++] = seen[k];
      }
    }
    for (int c = 0; c < colors; c++) {
      gc.setBackground(styles.palette()[c]);
      for (int k = starts[c]; k < starts[c + 1]; k++) {
        Box b = index.drawing().boxes().get(sorted[k]);
        int x = (int) Math.round(view.screenX(b.x()));
        int y = (int) Math.round(view.screenY(b.y()));
        gc.fillRectangle(x, y, Math.max(1, (int) Math.round(view.screenX(b.right())) - x),
            Math.max(1, (int) Math.round(view.screenY(b.bottom())) - y));
      }
    }
  }

  private void near(GC gc, View view, Detail detail, int[] seen, int count) {
    for (int k = 0; k < count; k++) {
      Box b = index.drawing().boxes().get(seen[k]);
      Rectangle r = pixels(view, b);
      if (b.open()) {
        if (detail.lines() > 0) {
          title(gc, view, b, r);
        }
        continue;
      }
      gc.setBackground(styles.fill(seen[k]));
      gc.setForeground(theme.border());
      if (b.nodes().size() > 1) {
        // a closed group looks like a pile
        gc.fillRectangle(r.x + 3, r.y + 3, r.width, r.height);
        gc.drawRectangle(r.x + 3, r.y + 3, r.width - 1, r.height - 1);
      }
      gc.fillRectangle(r);
      gc.drawRectangle(r.x, r.y, r.width - 1, r.height - 1);
      text(gc, view, detail, b, seen[k], r);
    }
  }

  private void title(GC gc, View view, Box b, Rectangle r) {
    var ground = b.depth() % 2 == 0 ? theme.group() : theme.groupAlternate();
    for (double larger : Detail.MIDDLE.larger()) {
      double scale = Math.max(view.scale(), Math.min(1, view.scale() * larger));
      int middle = r.y + 2 + (int) Math.round(Metrics.LINE * scale / 2);
      if (labels.draw(gc, fonts.font(scale, true), b.lines().get(0), theme.text(), ground, r.x + 4, middle, false,
          r.width / 2 - 6)) {
        return;
      }
    }
  }

  private void text(GC gc, View view, Detail detail, Box b, int number, Rectangle r) {
    int lines = Math.min(detail.lines(), b.lines().size());
    for (int i = 0; i < lines; i++) {
      boolean last = i == b.lines().size() - 1;
      String value = last && i > 0 ? styles.value(number) : null;
      // fewer lines stand in the middle
      double y = b.centerY() + (i - (lines - 1) / 2.0) * Metrics.LINE;
      boolean drawn = false;
      for (double larger : detail.larger()) {
        drawn = drawn || labels.draw(gc, fonts.font(view.scale() * larger, i == 0),
            value == null ? b.lines().get(i) : value, styles.text(number), styles.fill(number), r.x + r.width / 2,
            (int) Math.round(view.screenY(y)), true, r.width - 2);
      }
    }
  }

  private void label(GC gc, View view, Wire wire) {
    if (!wire.label().isEmpty() && wire.points()[3] - wire.startY() > LABEL_ROOM) {
      labels.draw(gc, fonts.font(view.scale() * 0.85, false), wire.label(), theme.faint(), null,
          (int) Math.round(view.screenX(wire.startX())) + 4, (int) Math.round(view.screenY(wire.startY() + 8)), false,
          Integer.MAX_VALUE);
    }
  }

  private void marks(GC gc, View view, Marks marks) {
    gc.setForeground(theme.match());
    gc.setLineWidth(2);
    for (Box b : marks.matches()) {
      Rectangle r = pixels(view, b);
      gc.drawRectangle(r.x - 3, r.y - 3, r.width + 5, r.height + 5);
    }
    if (marks.selected() != null) {
      Rectangle r = pixels(view, marks.selected());
      gc.setForeground(theme.selection());
      gc.setLineWidth(3);
      gc.drawRectangle(r.x - 2, r.y - 2, r.width + 3, r.height + 3);
    }
    gc.setLineWidth(1);
  }

  private static Rectangle pixels(View view, Box b) {
    int x = pixel(view.screenX(b.x()));
    int y = pixel(view.screenY(b.y()));
    return new Rectangle(x, y, Math.max(1, pixel(view.screenX(b.right())) - x),
        Math.max(1, pixel(view.screenY(b.bottom())) - y));
  }

  /** The nearest pixel; far outside of what can be seen it does not matter which, and graphics libraries fail there. */
  static int pixel(double position) {
    return (int) Math.round(Math.max(-FARTHEST, Math.min(FARTHEST, position)));
  }
}
