/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal;

import java.util.Optional;
import org.loupe.scene.PathData;
import org.loupe.scene.build.PlotFrame;

/** A line through points of a plot, with a gap where there is none. */
public final class Polyline {
  private Polyline() {
  }

  /**
   * The line; of many points within a pixel, the first, the least, the greatest and the last, so that it looks the
   * same and stays small.
   *
   * @param xs rising
   * @param ys NaN or infinite where there is no point
   * @return empty if no two points follow one another
   */
  public static Optional<PathData> of(double[] xs, double[] ys, PlotFrame frame) {
    PathData.Builder path = PathData.builder();
    boolean any = false;
    int from = 0;
    while (from < xs.length) {
      int to = from;
      while (to < xs.length && Double.isFinite(ys[to])) {
        to++;
      }
      if (to - from > 1) {
        run(xs, ys, from, to, frame, path);
        any = true;
      }
      from = to + 1;
    }
    return any ? Optional.of(path.build()) : Optional.empty();
  }

  private static void run(double[] xs, double[] ys, int from, int to, PlotFrame frame, PathData.Builder path) {
    path.moveTo(frame.x(xs[from]), frame.y(ys[from]));
    for (int i = from + 1; i < to;) {
      long pixel = (long) Math.floor(frame.x(xs[i]));
      int least = i;
      int most = i;
      int end = i;
      while (end < to && (long) Math.floor(frame.x(xs[end])) == pixel) {
        least = ys[end] < ys[least] ? end : least;
        most = ys[end] > ys[most] ? end : most;
        end++;
      }
      int first = Math.min(least, most);
      int second = Math.max(least, most);
      for (int at : new int[] {i, first, second, end - 1}) {
        if (at == i || end - i > 1) {
          path.lineTo(frame.x(xs[at]), frame.y(ys[at]));
        }
      }
      i = end;
    }
  }
}
