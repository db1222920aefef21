/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations.draw;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.loupe.math.scale.Numbers;
import org.loupe.math.stats.Histogram;
import org.loupe.math.stats.Summary;
import org.loupe.scene.HitGrid;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.SceneColor;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.build.Axis;
import org.loupe.scene.build.PlotFrame;
import org.loupe.scene.text.TextMeasure;

/** How often values are how large; counts by their logarithm, since most activations are near zero. */
final class HistogramPlot {
  private static final int BINS = 64;
  private static final double LEAST = 0.7;

  private HistogramPlot() {
  }

  static List<Item> of(double[] values, Rect area, TextMeasure measure) {
    Summary s = Summary.of(values);
    if (s.finite() == 0) {
      return List.of();
    }
    boolean flat = !(s.max() > s.min()) || Double.isInfinite(s.max() - s.min());
    double half = Math.max(0.5, Math.ulp(s.mean()) * BINS);
    Histogram h = flat ? Histogram.of(values, BINS, s.mean() - half, s.mean() + half)
        : Histogram.of(values, BINS, s.min(), s.max());
    return of(h, area, measure);
  }

  static List<Item> of(Histogram h, Rect area, TextMeasure measure) {
    long most = 1;
    for (long n : h.counts()) {
      most = Math.max(most, n);
    }
    PlotFrame frame = PlotFrame.of(area, Axis.numeric(h.min(), h.max(), Messages.HistogramPlot_value),
        Axis.logarithmic(LEAST, Math.max(2, most * 1.2), Messages.HistogramPlot_count), measure);
    List<Item> items = new ArrayList<>(frame.items());
    int bins = h.counts().length;
    PathData.Builder bars = PathData.builder();
    boolean any = false;
    for (int i = 0; i < bins; i++) {
      if (h.counts()[i] > 0) {
        double left = frame.x(h.edge(i));
        double right = frame.x(h.edge(i + 1));
        double top = frame.y(h.counts()[i]);
        bars.moveTo(left, frame.inner().bottom()).lineTo(left, top).lineTo(right, top)
            .lineTo(right, frame.inner().bottom()).close();
        any = true;
      }
    }
    if (any) {
      items.add(PathItem.filled(bars.build(), SceneColor.of(ThemeRole.ACCENT)));
    }
    items.add(new HitGrid(frame.inner(), 1, bins, (row, bin) -> NLS.bind(Messages.HistogramPlot_bin,
        new Object[] {h.counts()[bin], Numbers.format(h.edge(bin)), Numbers.format(h.edge(bin + 1))})));
    return items;
  }
}
