/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import java.util.Optional;
import org.loupe.math.color.ColorScale;
import org.loupe.math.scale.Numbers;
import org.loupe.math.stats.Histogram;
import org.loupe.math.stats.Summary;
import org.loupe.scene.HitRegion;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.SceneColor;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.Axis;
import org.loupe.scene.build.PlotFrame;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.visualize.internal.Notes;

/** How a channel's values are distributed; counts by their logarithm, for most values of many layers are zero. */
final class ChannelHistogram {
  private static final int MOST_BINS = 48;

  private ChannelHistogram() {
  }

  static void draw(SceneBuilder scene, Rect area, double[] values, ColorScale scale) {
    Summary all = Summary.of(values);
    if (all.finite() == 0) {
      scene.label(TextItem.of("no value is finite", area.x(), area.y() + Styles.BODY.size(), Styles.BODY)
          .color(Styles.MUTED).limit(area.width()));
      return;
    }
    double low = Math.max(all.min(), -Double.MAX_VALUE / 4);
    double high = Math.min(all.max(), Double.MAX_VALUE / 4);
    boolean flat = !(high > low) || Double.isInfinite(high - low);
    double room = flat ? Math.max(0.5, Math.ulp(low) * 8) : 0;
    Histogram bins = Histogram.of(values, (int) Math.clamp(area.width() / 6, 4, MOST_BINS), low - room, high + room);
    long most = 1;
    for (long count : bins.counts()) {
      most = Math.max(most, count);
    }
    PlotFrame frame = PlotFrame.of(area, Axis.numeric(bins.min(), bins.max(), "activation"),
        Axis.logarithmic(0.5, Math.max(12, most * 1.2), "positions"), scene.measure());
    scene.addAll(frame.items());
    for (int i = 0; i < bins.counts().length; i++) {
      long count = bins.counts()[i];
      double left = frame.x(bins.edge(i));
      double right = Math.max(left + 0.5, frame.x(bins.edge(i + 1)));
      if (count > 0) {
        Rect bar = new Rect(left, frame.y(count), right - left, frame.inner().bottom() - frame.y(count));
        scene.add(new PathItem(PathData.rect(bar),
            Optional.of(SceneColor.argb(scale.argb((bins.edge(i) + bins.edge(i + 1)) / 2))),
            Optional.of(Styles.GRID_LINE)));
      }
      scene.add(HitRegion.of(new Rect(left, frame.inner().y(), right - left, frame.inner().height()),
          Numbers.format(bins.edge(i)) + " to " + Numbers.format(bins.edge(i + 1)) + "\n"
              + Notes.count(count, "position")));
    }
  }
}
