/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.loupe.ui.graph.layout.Drawing;
import org.loupe.ui.graph.paint.GraphPainter;
import org.loupe.ui.graph.paint.GraphTheme;
import org.loupe.ui.graph.paint.View;

/** All of the drawing in a corner, with a frame around what is in sight. The picture is made once. */
final class MiniMap {
  private static final int SIDE = 200;
  private static final int LEAST = 26;
  private static final int MARGIN = 10;

  private Image image;
  private double scale;
  private Rectangle place = new Rectangle(0, 0, 0, 0);

  /** Makes the picture anew. */
  void draw(Display display, Drawing drawing, GraphPainter painter) {
    dispose();
    scale = Math.min(0.5, SIDE / Math.max(drawing.width(), drawing.height()));
    int width = Math.max(LEAST, (int) Math.ceil(drawing.width() * scale));
    int height = Math.max(LEAST, (int) Math.ceil(drawing.height() * scale));
    image = new Image(display, width, height);
    GC gc = new GC(image);
    painter.overview(gc, new Rectangle(0, 0, width, height), scale, (width / scale - drawing.width()) / 2);
    gc.dispose();
  }

  /** Paints it in the lower right corner; nothing where all of the drawing is in sight. */
  void paint(GC gc, Point canvas, Drawing drawing, View view, GraphTheme theme) {
    boolean all = view.x() <= 0 && view.y() <= 0 && view.worldX(canvas.x) >= drawing.width()
        && view.worldY(canvas.y) >= drawing.height();
    if (image == null || all) {
      place = new Rectangle(0, 0, 0, 0);
      return;
    }
    Rectangle size = image.getBounds();
    place = new Rectangle(canvas.x - size.width - MARGIN, canvas.y - size.height - MARGIN, size.width, size.height);
    gc.drawImage(image, place.x, place.y);
    gc.setForeground(theme.wire());
    gc.drawRectangle(place.x - 1, place.y - 1, place.width + 1, place.height + 1);
    double left = (place.width / scale - drawing.width()) / 2;
    Rectangle frame = new Rectangle(place.x + (int) Math.round((view.x() + left) * scale),
        place.y + (int) Math.round(view.y() * scale), Math.max(4, (int) Math.round(canvas.x / view.scale() * scale)),
        Math.max(4, (int) Math.round(canvas.y / view.scale() * scale))).intersection(place);
    gc.setForeground(theme.match());
    gc.setLineWidth(2);
    gc.drawRectangle(frame.x, frame.y, Math.max(3, frame.width - 1), Math.max(3, frame.height - 1));
    gc.setLineWidth(1);
  }

  boolean contains(int x, int y) {
    return place.contains(x, y);
  }

  /** The view with that point of the map in its middle. */
  View moveTo(int x, int y, View view, Point canvas, Drawing drawing) {
    double left = (place.width / scale - drawing.width()) / 2;
    return View.centered(view.scale(), (x - place.x) / scale - left, (y - place.y) / scale, canvas.x, canvas.y);
  }

  void dispose() {
    if (image != null) {
      image.dispose();
      image = null;
    }
  }
}
