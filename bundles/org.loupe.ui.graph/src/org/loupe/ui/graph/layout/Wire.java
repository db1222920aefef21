/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.layout;

import org.loupe.ui.graph.model.Item;

/**
 * One line of the drawing: from a box to another, or to or from the border of the open group around both.
 *
 * @param source the drawn item whose value it carries
 * @param target the drawn item that it leads to; null where it ends at a border
 * @param points x and y of each bend, in pixels at 100 %
 * @param label the shape of the value where the box that it comes from does not tell it, as a closed group; else empty
 */
public record Wire(Item source, Item target, double[] points, String label) {
  public double startX() {
    return points[0];
  }

  public double startY() {
    return points[1];
  }

  public double endX() {
    return points[points.length - 2];
  }

  public double endY() {
    return points[points.length - 1];
  }
}
