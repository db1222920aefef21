/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.paint;

import java.util.List;
import java.util.Optional;
import org.loupe.ui.graph.layout.Box;
import org.loupe.ui.graph.layout.Drawing;
import org.loupe.ui.graph.layout.Wire;

/** A drawing whose boxes and wires are found by place. */
public final class DrawingIndex {
  private final Drawing drawing;
  private final SpatialIndex boxes;
  private final SpatialIndex wires;

  public DrawingIndex(Drawing drawing) {
    this.drawing = drawing;
    double[] bounds = new double[4 * drawing.boxes().size()];
    int at = 0;
    for (Box b : drawing.boxes()) {
      bounds[at++] = b.x();
      bounds[at++] = b.y();
      bounds[at++] = b.right();
      bounds[at++] = b.bottom();
    }
    boxes = new SpatialIndex(bounds);
    wires = new SpatialIndex(wireBounds(drawing.wires()));
  }

  private static double[] wireBounds(List<Wire> wires) {
    double[] bounds = new double[4 * wires.size()];
    for (int i = 0; i < wires.size(); i++) {
      double[] p = wires.get(i).points();
      double left = p[0];
      double right = p[0];
      double top = p[1];
      double bottom = p[1];
      for (int k = 2; k < p.length; k += 2) {
        left = Math.min(left, p[k]);
        right = Math.max(right, p[k]);
        top = Math.min(top, p[k + 1]);
        bottom = Math.max(bottom, p[k + 1]);
      }
      bounds[4 * i] = left;
      bounds[4 * i + 1] = top;
      bounds[4 * i + 2] = right;
      bounds[4 * i + 3] = bottom;
    }
    return bounds;
  }

  public Drawing drawing() {
    return drawing;
  }

  SpatialIndex boxes() {
    return boxes;
  }

  SpatialIndex wires() {
    return wires;
  }

  /** The innermost box at a point of the drawing. */
  public Optional<Box> at(double x, double y) {
    Box[] found = new Box[1];
    // what is inside comes after what is around it
    boxes.query(x, y, x, y, i -> {
      if (drawing.boxes().get(i).contains(x, y)) {
        found[0] = drawing.boxes().get(i);
      }
    });
    return Optional.ofNullable(found[0]);
  }
}
