/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.loupe.ui.api.canvas.SceneThemes;
import org.loupe.ui.graph.colour.NodeValues;
import org.loupe.ui.graph.layout.Box;
import org.loupe.ui.graph.layout.Drawing;
import org.loupe.ui.graph.layout.TextWidths;
import org.loupe.ui.graph.model.Item;
import org.loupe.ui.graph.paint.DrawingIndex;
import org.loupe.ui.graph.paint.GraphFonts;
import org.loupe.ui.graph.paint.GraphPainter;
import org.loupe.ui.graph.paint.GraphTheme;
import org.loupe.ui.graph.paint.Labels;
import org.loupe.ui.graph.paint.Marks;
import org.loupe.ui.graph.paint.Styles;
import org.loupe.ui.graph.paint.View;

/** Shows a drawing: pans, zooms, and tells what is pointed at. What a click means, its owner says. */
final class GraphCanvas {
  private static final double ZOOM_STEP = 1.25;
  /** The smallest scale at which shapes are written. */
  private static final double LEGIBLE = 0.8;
  private static final double MARGIN = 16;

  private final Canvas canvas;
  private final GraphFonts fonts;
  private final Labels labels;
  private final MiniMap map = new MiniMap();
  private GraphTheme theme;
  private DrawingIndex index;
  private NodeValues values;
  private BoxColours colours;
  private GraphPainter painter;
  private View view;
  private Item selected;
  private Search search = Search.NONE;
  private Marks marks = Marks.NONE;
  private boolean fitted;

  GraphCanvas(Composite parent) {
    canvas = new Canvas(parent, SWT.NO_BACKGROUND | SWT.DOUBLE_BUFFERED);
    canvas.setData("org.loupe.ui.graph.id", "canvas");
    fonts = new GraphFonts(canvas.getDisplay(), canvas.getFont());
    labels = new Labels(canvas.getDisplay());
    theme = themeNow();
    canvas.addListener(SWT.Paint, e -> paint(e.gc, new Rectangle(e.x, e.y, e.width, e.height)));
    canvas.addListener(SWT.Resize, e -> {
      if (fitted) {
        fit();
      }
    });
    canvas.addListener(SWT.Dispose, e -> {
      map.dispose();
      labels.dispose();
      fonts.dispose();
    });
  }

  Canvas control() {
    return canvas;
  }

  TextWidths widths() {
    return fonts.widths();
  }

  private GraphTheme themeNow() {
    return GraphTheme.of(SceneThemes.isDark(canvas.getBackground()));
  }

  /** Shows another drawing, at the same place if the view is not given. */
  void show(Drawing drawing, View where) {
    index = new DrawingIndex(drawing);
    if (where != null) {
      view = where;
    }
    restyle();
  }

  /** Colours the boxes. @param now null for none */
  void colour(NodeValues now) {
    values = now;
    restyle();
  }

  private void restyle() {
    if (index != null) {
      colours = new BoxColours(values, theme);
      painter = new GraphPainter(index, colours.styles(index.drawing()), theme, fonts, labels);
      map.draw(canvas.getDisplay(), index.drawing(), painter);
      remark();
    }
  }

  private void remark() {
    if (index != null) {
      Box box = selected == null ? null : index.drawing().shown(selected).orElse(null);
      marks = new Marks(box, search.boxes(index.drawing()));
      canvas.redraw();
    }
  }

  /** What is shown; empty until something is. */
  Optional<Drawing> drawing() {
    return Optional.ofNullable(index).map(DrawingIndex::drawing);
  }

  GraphTheme theme() {
    return theme;
  }

  View view() {
    return view;
  }

  /** In words what the colour of a box means. */
  String colourText(Box box) {
    return colours.text(box);
  }

  /** The selected item; null if there is none. */
  Item selected() {
    return selected;
  }

  /** The box that stands for the selected item. */
  Optional<Box> selectedBox() {
    return Optional.ofNullable(marks.selected());
  }

  void select(Item item) {
    selected = item;
    remark();
  }

  void search(Search found) {
    search = found;
    remark();
  }

  Marks marks() {
    return marks;
  }

  /** The innermost box under a pixel, unless the map is there. */
  Optional<Box> at(int x, int y) {
    return index == null || map.contains(x, y) ? Optional.empty() : index.at(view.worldX(x), view.worldY(y));
  }

  boolean onMap(int x, int y) {
    return map.contains(x, y);
  }

  void moveByMap(int x, int y) {
    move(map.moveTo(x, y, view, canvas.getSize(), index.drawing()));
  }

  /** Brings a box into sight. */
  void reveal(Box box) {
    Point size = canvas.getSize();
    move(view.showing(box, size.x, size.y));
  }

  void drag(double dx, double dy) {
    if (index != null) {
      move(view.moved(dx, dy));
    }
  }

  void zoom(double factor, double x, double y) {
    if (index != null) {
      move(view.zoomed(factor, x, y));
    }
  }

  void zoomIn() {
    zoom(ZOOM_STEP, canvas.getSize().x / 2.0, canvas.getSize().y / 2.0);
  }

  void zoomOut() {
    zoom(1 / ZOOM_STEP, canvas.getSize().x / 2.0, canvas.getSize().y / 2.0);
  }

  /** As large as it is, about the selected box or the middle. */
  void fullSize() {
    if (index != null) {
      Point size = canvas.getSize();
      double x = selectedBox().map(Box::centerX).orElse(view.worldX(size.x / 2.0));
      double y = selectedBox().map(Box::centerY).orElse(view.worldY(size.y / 2.0));
      move(View.centered(1, x, y, size.x, size.y));
    }
  }

  /** All of it. */
  void fit() {
    if (index != null) {
      Point size = canvas.getSize();
      view = View.fit(index.drawing().width(), index.drawing().height(), Math.max(1, size.x), Math.max(1, size.y));
      fitted = true;
      canvas.redraw();
    }
  }

  /** The drawing's width, from its beginning on. */
  void begin(Drawing drawing) {
    Point size = canvas.getSize();
    double scale = Math.max(LEGIBLE, Math.min(1, size.x / (drawing.width() + 2 * MARGIN)));
    double middle = drawing.boxes().stream().filter(b -> b.y() < size.y / scale).mapToDouble(Box::centerX).average()
        .orElse(drawing.width() / 2);
    move(new View(scale, middle - size.x / 2.0 / scale, -MARGIN / scale));
  }

  Styles styles() {
    return painter.styles();
  }

  private void move(View other) {
    fitted = false;
    view = other;
    canvas.redraw();
  }

  private void paint(GC gc, Rectangle area) {
    GraphTheme now = themeNow();
    if (now.dark() != theme.dark()) {
      theme = now;
      restyle();
    }
    if (painter == null || view == null) {
      gc.setBackground(theme.ground());
      gc.fillRectangle(area);
      return;
    }
    painter.paint(gc, area, view, marks);
    map.paint(gc, canvas.getSize(), index.drawing(), view, theme);
    if (canvas.isFocusControl()) {
      gc.setForeground(theme.wire());
      gc.setLineStyle(SWT.LINE_DOT);
      Point size = canvas.getSize();
      gc.drawRectangle(0, 0, size.x - 1, size.y - 1);
      gc.setLineStyle(SWT.LINE_SOLID);
    }
  }
}
