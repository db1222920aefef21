/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

import java.util.List;

/**
 * How a path's line is drawn: butt ends, mitred corners.
 *
 * @param color colour
 * @param width in pixels, more than 0
 * @param dash lengths of dashes and gaps in turn, an even number of them; empty for a solid line
 */
public record Stroke(SceneColor color, double width, List<Double> dash) {
  public Stroke {
    dash = List.copyOf(dash);
    double total = dash.stream().mapToDouble(Double::doubleValue).sum();
    boolean bad = dash.stream().anyMatch(d -> !(d >= 0)) || dash.size() % 2 != 0 || !dash.isEmpty() && !(total > 0);
    if (!(width > 0) || Double.isInfinite(width) || Double.isInfinite(total) || bad) {
      throw new IllegalArgumentException("no line of width " + width + " and dashes " + dash);
    }
  }

  public static Stroke solid(SceneColor color, double width) {
    return new Stroke(color, width, List.of());
  }
}
