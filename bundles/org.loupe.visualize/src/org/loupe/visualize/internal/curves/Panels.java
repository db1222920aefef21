/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.curves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.loupe.api.result.Curves;
import org.loupe.math.stats.Summary;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.build.Axis;
import org.loupe.scene.build.PlotFrame;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.TextMeasure;
import org.loupe.visualize.internal.Notes;
import org.loupe.visualize.internal.Polyline;

/** The panels of curves, aligned along their common axis; the names of places stand below the last. */
final class Panels {
  private static final double APART = 10;
  private static final double UPRIGHT_BELOW = 60;
  private static final double UPRIGHT_SHARE = 0.28;
  private static final double NUMBERS = 64;
  private static final double FAR = Double.MAX_VALUE / 8;
  private final Curves curves;
  private final CurvesOptions options;
  private final List<double[]> xs = new ArrayList<>();
  private final List<double[]> ys = new ArrayList<>();
  private int leftOut;
  private int gaps;

  Panels(Curves curves, CurvesOptions options) {
    this.curves = curves;
    this.options = options;
    for (Curves.Series series : curves.series()) {
      xs.add(series.xs());
      ys.add(Arrays.stream(series.ys()).map(this::shown).toArray());
    }
  }

  private double shown(double y) {
    if (!Double.isFinite(y)) {
      gaps++;
      return Double.NaN;
    }
    if (options.logarithm() && y <= 0) {
      leftOut++;
      return Double.NaN;
    }
    return Math.clamp(y, -FAR, FAR);
  }

  /** Whether there is a point to show. */
  boolean any() {
    return ys.stream().anyMatch(y -> Arrays.stream(y).anyMatch(Double::isFinite));
  }

  /** What a reader must know; empty if nothing. */
  String note() {
    List<String> out = new ArrayList<>();
    if (!any()) {
      out.add("there is no value to show");
    }
    if (leftOut > 0) {
      out.add(Notes.count(leftOut, "value") + " not more than 0, without a logarithm, left out");
    }
    if (gaps > 0) {
      out.add(Notes.count(gaps, "value") + " missing or not finite");
    }
    return String.join("; ", out);
  }

  /** @param panels series by panel, from the top */
  void draw(SceneBuilder scene, List<List<Integer>> panels, List<Rect> areas) {
    double left = 0;
    double right = Double.POSITIVE_INFINITY;
    for (int p = 0; p < areas.size(); p++) {
      Rect inner = frame(scene, panels.get(p), areas.get(p), p == areas.size() - 1).inner();
      left = Math.max(left, inner.x());
      right = Math.min(right, inner.right());
    }
    for (int p = 0; p < areas.size(); p++) {
      boolean last = p == areas.size() - 1;
      Rect area = areas.get(p);
      Rect inner = frame(scene, panels.get(p), area, last).inner();
      Rect aligned = area.inset(left - inner.x(), 0, inner.right() - right, 0);
      PlotFrame frame = frame(scene, panels.get(p), aligned, last);
      scene.addAll(frame.items());
      for (int series : panels.get(p)) {
        scene.addAll(line(series, frame));
      }
      scene.addAll(new CurveHits(curves, panels.get(p)).over(frame));
    }
  }

  private PlotFrame frame(SceneBuilder scene, List<Integer> series, Rect area, boolean last) {
    Curves.Axis y = curves.series().get(series.getFirst()).y();
    return PlotFrame.of(area, across(last, area, scene.measure()), up(series, label(y)), scene.measure());
  }

  private static String label(Curves.Axis axis) {
    return axis.unit().isEmpty() ? axis.name() : axis.name() + " (" + axis.unit() + ")";
  }

  private Axis across(boolean last, Rect area, TextMeasure measure) {
    String label = last ? label(curves.x()) : "";
    if (!curves.labels().isEmpty()) {
      double band = (area.width() - NUMBERS) / curves.labels().size();
      double room = band >= UPRIGHT_BELOW ? band - 2 * Styles.GAP : area.height() * UPRIGHT_SHARE;
      return Axis.categories(last ? Names.fitting(curves.labels(), room, measure)
          : Collections.nCopies(curves.labels().size(), ""), label);
    }
    Summary all = Summary.of(xs.stream().flatMapToDouble(DoubleStream::of).toArray());
    double low = Math.max(all.min(), -FAR);
    double high = Math.min(all.max(), FAR);
    return high > low ? Axis.numeric(low, high, label) : Axis.numeric(low - 0.5, low + 0.5, label);
  }

  private Axis up(List<Integer> series, String label) {
    Summary all = Summary.of(series.stream().flatMapToDouble(s -> DoubleStream.of(ys.get(s))).toArray());
    if (all.finite() == 0) {
      return Axis.numeric(0, 1, label);
    }
    if (options.logarithm()) {
      double room = Math.max(1.1, Math.pow(all.max() / all.min(), 0.04));
      return Axis.logarithmic(Math.max(all.min() / room, Double.MIN_NORMAL), all.max() * room, label);
    }
    double low = options.zero() ? Math.min(0, all.min()) : all.min();
    double high = options.zero() ? Math.max(0, all.max()) : all.max();
    double room = high > low ? (high - low) * 0.04 : Math.max(0.5, Math.abs(low) * 0.1);
    return Axis.numeric(low == 0 ? 0 : low - room, high == 0 && low < 0 ? 0 : high + room, label);
  }

  private List<Item> line(int series, PlotFrame frame) {
    List<Item> items = new ArrayList<>();
    double[] x = xs.get(series);
    double[] y = ys.get(series);
    Polyline.of(x, y, frame).ifPresent(p -> items.add(PathItem.stroked(p, SeriesLook.line(series))));
    boolean all = options.points() == CurvesOptions.Points.SHOW
        || options.points() == CurvesOptions.Points.AUTO && x.length * APART <= frame.inner().width();
    for (int i = 0; i < x.length; i++) {
      boolean alone = (i == 0 || Double.isNaN(y[i - 1])) && (i == x.length - 1 || Double.isNaN(y[i + 1]));
      if (!Double.isNaN(y[i]) && (all || alone)) {
        items.add(PathItem.filled(PathData.circle(frame.x(x[i]), frame.y(y[i]), 3), SeriesLook.color(series)));
      }
    }
    return items;
  }
}
