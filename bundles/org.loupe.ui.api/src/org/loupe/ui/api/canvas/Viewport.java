/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import org.loupe.scene.Rect;

/**
 * Which part of a scene is seen, and how large: {@code seen = scene * scale + offset}.
 *
 * @param scale more than 0
 * @param x offset to the right
 * @param y offset down
 */
record Viewport(double scale, double x, double y) {
  static final double SMALLEST = 0.05;
  static final double LARGEST = 40;

  /** All of a scene, centred in an area. */
  static Viewport fit(double sceneWidth, double sceneHeight, double width, double height) {
    double scale = Math.clamp(Math.min(width / sceneWidth, height / sceneHeight), SMALLEST, LARGEST);
    return new Viewport(scale, (width - sceneWidth * scale) / 2, (height - sceneHeight * scale) / 2);
  }

  double sceneX(double seenX) {
    return (seenX - x) / scale;
  }

  double sceneY(double seenY) {
    return (seenY - y) / scale;
  }

  Rect seen(Rect r) {
    return new Rect(r.x() * scale + x, r.y() * scale + y, r.width() * scale, r.height() * scale);
  }

  /** Larger or smaller about a point that stays where it is. */
  Viewport zoomed(double factor, double atX, double atY) {
    double to = Math.clamp(scale * factor, SMALLEST, LARGEST);
    return new Viewport(to, atX - sceneX(atX) * to, atY - sceneY(atY) * to);
  }

  Viewport moved(double dx, double dy) {
    return new Viewport(scale, x + dx, y + dy);
  }

  /** Moved just so far that a rectangle of the scene is seen. */
  Viewport showing(Rect r, double width, double height) {
    Rect s = seen(r);
    double dx = s.x() < 0 ? -s.x() : s.right() > width ? Math.max(width - s.right(), -s.x()) : 0;
    double dy = s.y() < 0 ? -s.y() : s.bottom() > height ? Math.max(height - s.bottom(), -s.y()) : 0;
    return moved(dx, dy);
  }
}
