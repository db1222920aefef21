/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.loupe.scene.Theme;
import org.loupe.scene.ThemeRole;

/** Paints tiles. */
final class TilePainter {
  /** Width of the frame about the selected tile. */
  static final int RING = 2;
  private static final int PADDING = 3;

  private final TileGrid grid;
  private final TilePictures pictures;

  TilePainter(TileGrid grid, TilePictures pictures) {
    this.grid = grid;
    this.pictures = pictures;
  }

  /** Height of the line below a picture. */
  int captionHeight() {
    GC gc = new GC(grid);
    try {
      return gc.getFontMetrics().getHeight() + 2;
    } finally {
      gc.dispose();
    }
  }

  void paint(GC gc, int first, int end) {
    Theme theme = SceneThemes.of(grid);
    gc.setBackground(grid.getBackground());
    gc.fillRectangle(grid.getClientArea());
    Rectangle clip = gc.getClipping();
    for (int tile = first; tile < end; tile++) {
      Rectangle cell = grid.bounds(tile);
      if (clip.intersects(cell.x - RING, cell.y - RING, cell.width + 2 * RING, cell.height + 2 * RING)) {
        tile(gc, theme, tile, cell);
      }
    }
  }

  private void tile(GC gc, Theme theme, int tile, Rectangle cell) {
    int side = grid.layoutOfTiles().side();
    Image image = pictures.image(tile);
    gc.setBackground(color(theme, ThemeRole.SURFACE));
    gc.fillRectangle(cell.x, cell.y, side, side);
    if (image != null) {
      picture(gc, image, new Rectangle(cell.x, cell.y, side, side));
    } else if (!pictures.problem(tile).isEmpty()) {
      cross(gc, theme, cell, side);
    }
    grid.tiles().badge(tile).ifPresent(b -> badge(gc, theme, b, cell, side));
    caption(gc, theme, tile, cell, side);
    if (tile == grid.selection()) {
      ring(gc, theme, cell, side);
    }
  }

  /** As large as the square allows, its shape kept. A small picture shows its pixels, a large one is smoothed. */
  private static void picture(GC gc, Image image, Rectangle square) {
    Rectangle size = image.getBounds();
    double scale = Math.min((double) square.width / size.width, (double) square.height / size.height);
    int width = Math.max(1, (int) Math.round(size.width * scale));
    int height = Math.max(1, (int) Math.round(size.height * scale));
    gc.setInterpolation(scale >= 1 ? SWT.NONE : SWT.HIGH);
    gc.drawImage(image, 0, 0, size.width, size.height, square.x + (square.width - width) / 2,
        square.y + (square.height - height) / 2, width, height);
  }

  private void cross(GC gc, Theme theme, Rectangle cell, int side) {
    gc.setForeground(color(theme, ThemeRole.WARNING));
    gc.drawLine(cell.x, cell.y, cell.x + side - 1, cell.y + side - 1);
    gc.drawLine(cell.x, cell.y + side - 1, cell.x + side - 1, cell.y);
  }

  private void badge(GC gc, Theme theme, TileBadge badge, Rectangle cell, int side) {
    Point size = gc.textExtent(badge.text());
    int width = Math.min(side, size.x + 2 * PADDING);
    Rectangle clip = gc.getClipping();
    gc.setClipping(clip.intersection(new Rectangle(cell.x, cell.y, side, side)));
    gc.setBackground(color(theme, badge.color()));
    gc.fillRectangle(cell.x + side - width, cell.y, width, size.y);
    gc.setForeground(color(theme, ThemeRole.BACKGROUND));
    gc.drawText(badge.text(), cell.x + side - width + PADDING, cell.y, true);
    gc.setClipping(clip);
  }

  private void caption(GC gc, Theme theme, int tile, Rectangle cell, int side) {
    String text = fitting(gc, grid.tiles().label(tile), side);
    gc.setForeground(color(theme, tile == grid.selection() ? ThemeRole.FOREGROUND : ThemeRole.MUTED));
    gc.drawText(text, cell.x + (side - gc.textExtent(text).x) / 2, cell.y + side + 1, true);
  }

  /** The beginning of a text that is no wider than allowed. */
  private static String fitting(GC gc, String text, int width) {
    if (gc.textExtent(text).x <= width) {
      return text;
    }
    int length = text.length() - 1;
    while (length > 0 && gc.textExtent(text.substring(0, length) + '\u2026').x > width) {
      length--;
    }
    return length == 0 ? "" : text.substring(0, length) + '\u2026';
  }

  /** A frame of two colours, so that it is seen on any picture; thicker where the keyboard is. */
  private void ring(GC gc, Theme theme, Rectangle cell, int side) {
    gc.setLineWidth(RING);
    gc.setForeground(color(theme, ThemeRole.ACCENT));
    gc.drawRectangle(cell.x - 1, cell.y - 1, side + 2, side + 2);
    gc.setLineWidth(1);
    if (grid.isFocusControl()) {
      gc.setForeground(color(theme, ThemeRole.FOREGROUND));
      gc.drawRectangle(cell.x - 1 - RING, cell.y - 1 - RING, side + 1 + 2 * RING, side + 1 + 2 * RING);
    }
  }

  private static Color color(Theme theme, ThemeRole role) {
    int argb = theme.argb(role);
    return new Color(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
  }
}
