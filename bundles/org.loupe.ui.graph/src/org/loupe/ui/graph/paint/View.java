/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.paint;

import org.loupe.ui.graph.layout.Box;

/**
 * Which part of a drawing is seen, and how large. Immutable.
 *
 * @param scale pixels of the screen for one of the drawing
 * @param x of the drawing at the left edge of the canvas
 * @param y of the drawing at the upper edge
 */
public record View(double scale, double x, double y) {
  public static final double SMALLEST = 0.0002;
  public static final double LARGEST = 4;
  private static final double MARGIN = 24;

  public View {
    scale = Math.max(SMALLEST, Math.min(LARGEST, scale));
  }

  /** All of a drawing in the middle of a canvas, at most as large as it is. */
  public static View fit(double width, double height, int canvasWidth, int canvasHeight) {
    double scale = Math.min(1, Math.min((canvasWidth - 2 * MARGIN) / width, (canvasHeight - 2 * MARGIN) / height));
    return centered(scale, width / 2, height / 2, canvasWidth, canvasHeight);
  }

  /** A point of the drawing in the middle of a canvas. */
  public static View centered(double scale, double x, double y, int canvasWidth, int canvasHeight) {
    View v = new View(scale, 0, 0);
    return new View(v.scale, x - canvasWidth / 2.0 / v.scale, y - canvasHeight / 2.0 / v.scale);
  }

  /** The same scale and place, moved by pixels of the screen. */
  public View moved(double dx, double dy) {
    return new View(scale, x - dx / scale, y - dy / scale);
  }

  /** Larger by a factor; the point under a pixel of the screen stays there. */
  public View zoomed(double factor, double px, double py) {
    View v = new View(scale * factor, 0, 0);
    return new View(v.scale, worldX(px) - px / v.scale, worldY(py) - py / v.scale);
  }

  /** Moved as little as needed to have a box in sight; in the middle where it is far away. */
  public View showing(Box box, int canvasWidth, int canvasHeight) {
    double dx = shift(screenX(box.x()), screenX(box.right()), canvasWidth);
    double dy = shift(screenY(box.y()), screenY(box.bottom()), canvasHeight);
    if (Math.abs(dx) > canvasWidth || Math.abs(dy) > canvasHeight) {
      return centered(scale, box.centerX(), box.centerY(), canvasWidth, canvasHeight);
    }
    return moved(dx, dy);
  }

  private static double shift(double from, double to, double length) {
    double margin = Math.min(2 * MARGIN, Math.max(0, (length - (to - from)) / 2));
    if (from < margin) {
      return margin - from;
    }
    return to > length - margin ? Math.max(length - margin - to, margin - from) : 0;
  }

  public double screenX(double wx) {
    return (wx - x) * scale;
  }

  public double screenY(double wy) {
    return (wy - y) * scale;
  }

  public double worldX(double px) {
    return x + px / scale;
  }

  public double worldY(double py) {
    return y + py / scale;
  }
}
