/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.loupe.scene.Rect;

/** Divides rectangles. */
public final class Layout {
  private Layout() {
  }

  /** Side by side, from the left, of widths in proportion to the weights. */
  public static List<Rect> columns(Rect area, double gap, double... weights) {
    double room = Math.max(0, area.width() - gap * (weights.length - 1));
    double total = sum(weights);
    List<Rect> out = new ArrayList<>();
    double x = area.x();
    for (double weight : weights) {
      double width = room * weight / total;
      out.add(new Rect(x, area.y(), width, area.height()));
      x += width + gap;
    }
    return out;
  }

  /** One above the other, from the top, of heights in proportion to the weights. */
  public static List<Rect> rows(Rect area, double gap, double... weights) {
    double room = Math.max(0, area.height() - gap * (weights.length - 1));
    double total = sum(weights);
    List<Rect> out = new ArrayList<>();
    double y = area.y();
    for (double weight : weights) {
      double height = room * weight / total;
      out.add(new Rect(area.x(), y, area.width(), height));
      y += height + gap;
    }
    return out;
  }

  /** Cells of one size, row by row. */
  public static List<Rect> grid(Rect area, int rows, int columns, double gap) {
    double[] even = new double[columns];
    Arrays.fill(even, 1);
    double[] evenRows = new double[rows];
    Arrays.fill(evenRows, 1);
    List<Rect> out = new ArrayList<>();
    for (Rect row : rows(area, gap, evenRows)) {
      out.addAll(columns(row, gap, even));
    }
    return out;
  }

  /** The largest rectangle of a shape that has room in an area, in its middle; empty if there is no room. */
  public static Rect fit(Rect area, double width, double height) {
    double scale = Math.min(area.width() / width, area.height() / height);
    double w = width * scale;
    double h = height * scale;
    return new Rect(area.x() + (area.width() - w) / 2, area.y() + (area.height() - h) / 2, w, h);
  }

  private static double sum(double... weights) {
    double total = 0;
    for (double weight : weights) {
      if (!(weight > 0)) {
        throw new IllegalArgumentException("a part of a layout has the weight " + weight);
      }
      total += weight;
    }
    return total;
  }
}
