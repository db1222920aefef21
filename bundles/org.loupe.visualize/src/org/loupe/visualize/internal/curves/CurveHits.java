/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.curves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.loupe.api.result.Curves;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Item;
import org.loupe.scene.Rect;
import org.loupe.scene.Selection;
import org.loupe.scene.build.PlotFrame;

/** What curves say under the pointer: the values of all series at a place. */
final class CurveHits {
  private static final int MOST_REGIONS = 2048;
  private final Curves curves;
  private final List<Curves.Series> series;
  private final List<double[]> xs;
  private final List<double[]> ys;

  /** @param panel the series that say something */
  CurveHits(Curves curves, List<Integer> panel) {
    this.curves = curves;
    series = panel.stream().map(curves.series()::get).toList();
    xs = series.stream().map(Curves.Series::xs).toList();
    ys = series.stream().map(Curves.Series::ys).toList();
  }

  List<Item> over(PlotFrame frame) {
    Rect inner = frame.inner();
    int names = curves.labels().size();
    if (names > 0 && names <= MOST_REGIONS) {
      List<Item> out = new ArrayList<>();
      double band = inner.width() / names;
      for (int i = 0; i < names; i++) {
        Rect place = new Rect(inner.x() + i * band, inner.y(), band, inner.height());
        out.add(new HitRegion(place, text(i, 0.5), selection(i)));
      }
      return out;
    }
    int bands = names > 0 ? names : Math.max(1, (int) inner.width());
    return List.of(new HitGrid(inner, 1, bands, new HitGrid.Cells() {
      @Override
      public String tooltip(int row, int column) {
        return names > 0 ? text(column, 0.5) : nearest(frame, inner.x() + (column + 0.5) * inner.width() / bands);
      }

      @Override
      public Optional<Selection> selection(int row, int column) {
        return names > 0 ? CurveHits.this.selection(column) : Optional.empty();
      }
    }));
  }

  /** Places of layers select the layer. */
  private Optional<Selection> selection(int place) {
    return Optional.of(curves.x().name().equals("layer")
        ? Selection.of(Selection.LAYER, curves.labels().get(place))
        : Selection.of(Selection.ROW, curves.labels().get(place), place));
  }

  private String nearest(PlotFrame frame, double at) {
    double best = Double.NaN;
    for (double[] x : xs) {
      for (int i = Math.max(0, after(x, frame, at) - 1); i < Math.min(x.length, after(x, frame, at) + 1); i++) {
        boolean nearer = Double.isNaN(best) || Math.abs(frame.x(x[i]) - at) < Math.abs(frame.x(best) - at);
        best = nearer ? x[i] : best;
      }
    }
    return Double.isNaN(best) ? "" : text(best, 0);
  }

  /** Index of the first place at or beyond a position. */
  private static int after(double[] x, PlotFrame frame, double at) {
    int low = 0;
    int high = x.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (frame.x(x[middle]) < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The place, and what each series has there. */
  private String text(double place, double within) {
    boolean named = !curves.labels().isEmpty();
    StringBuilder out = new StringBuilder(named ? curves.labels().get((int) place)
        : curves.x().name() + " " + Numbers.format(place) + unit(curves.x()));
    for (int s = 0; s < series.size(); s++) {
      double at = place;
      double[] x = xs.get(s);
      int i = Arrays.binarySearch(x, at);
      for (int k = 0; i < 0 && k < x.length && within > 0; k++) {
        i = Math.abs(x[k] - at) <= within ? k : i;
      }
      if (i >= 0) {
        out.append('\n').append(series.get(s).name()).append(' ').append(Numbers.format(ys.get(s)[i]))
            .append(unit(series.get(s).y()));
      }
    }
    return out.toString();
  }

  private static String unit(Curves.Axis axis) {
    return axis.unit().isEmpty() ? "" : " " + axis.unit();
  }
}
