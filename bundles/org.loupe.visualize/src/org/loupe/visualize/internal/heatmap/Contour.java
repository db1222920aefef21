/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.heatmap;

import java.util.Optional;
import org.loupe.scene.PathData;
import org.loupe.scene.Rect;

/** The line between positions that reach a level and those that do not, along the edges of positions. */
final class Contour {
  private Contour() {
  }

  /**
   * The outline within a rectangle.
   *
   * @param level smallest size of a value inside
   * @return empty if no position or all positions reach it
   */
  static Optional<PathData> of(Plane plane, double level, Rect area) {
    PathData.Builder path = PathData.builder();
    double w = area.width() / plane.columns();
    double h = area.height() / plane.rows();
    boolean any = false;
    for (int r = 0; r < plane.rows(); r++) {
      for (int c = 0; c < plane.columns(); c++) {
        double x = area.x() + c * w;
        double y = area.y() + r * h;
        if (c > 0 && inside(plane, level, r, c) != inside(plane, level, r, c - 1)) {
          path.moveTo(x, y).lineTo(x, y + h);
          any = true;
        }
        if (r > 0 && inside(plane, level, r, c) != inside(plane, level, r - 1, c)) {
          path.moveTo(x, y).lineTo(x + w, y);
          any = true;
        }
      }
    }
    return any ? Optional.of(path.build()) : Optional.empty();
  }

  private static boolean inside(Plane plane, double level, int row, int column) {
    return Math.abs(plane.at(row, column)) >= level;
  }
}
