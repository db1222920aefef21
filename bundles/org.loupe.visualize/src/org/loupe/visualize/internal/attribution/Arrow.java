/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Stroke;

/** A bar whose end is a point, so that its direction is seen without colours. */
public final class Arrow {
  private static final double POINT = 6;

  private Arrow() {
  }

  /** From one place to another at the left or right of it; a line if there is nothing between them. */
  public static PathItem between(double start, double end, double top, double height, SceneColor color) {
    double length = Math.abs(end - start);
    if (length == 0) {
      return PathItem.stroked(PathData.line(start, top, start, top + height), Stroke.solid(color, 1.5));
    }
    double shoulder = end - Math.signum(end - start) * Math.min(POINT, length);
    return PathItem.filled(PathData.builder().moveTo(start, top).lineTo(shoulder, top).lineTo(end, top + height / 2)
        .lineTo(shoulder, top + height).lineTo(start, top + height).close().build(), color);
  }
}
