/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.dependence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.loupe.api.subject.TableColumn;
import org.loupe.math.scale.Numbers;
import org.loupe.math.stats.Summary;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.Axis;
import org.loupe.scene.build.PlotFrame;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.TextMeasure;
import org.loupe.visualize.internal.attribution.NumberAxis;
import org.loupe.visualize.internal.attribution.Sheet;

/**
 * Where rows are in a plot of values and attributions: numbers or words across, a strip for what has no value. A few
 * whole numbers are places beside each other as words are, since rows would hide each other on the lines between.
 */
final class Places {
  private static final double TURN = 0.6180339887498949;
  private static final double SPREAD = 0.7;
  private static final double FAR = 1e290;
  private static final int FEW = 12;
  private static final String NO_VALUE = "no value";
  private final PlotFrame frame;
  private final boolean bands;
  private final double first;
  private final Rect strip;
  private final TextMeasure measure;

  /** @param first the value of the first band, if there are bands */
  private Places(PlotFrame frame, boolean bands, double first, double strip, TextMeasure measure) {
    this.frame = frame;
    this.bands = bands;
    this.first = first;
    this.measure = measure;
    Rect inner = frame.inner();
    double right = inner.right() + (strip > 0 ? Styles.GAP * 2 : 0);
    this.strip = new Rect(right, inner.y(), Math.max(0, strip - Styles.GAP * 2), inner.height());
  }

  static Places of(Sheet sheet, int feature, Rect area, TextMeasure measure) {
    TableColumn column = sheet.column(feature);
    double[] seen = sheet.inputs(feature);
    boolean missing = false;
    boolean whole = true;
    boolean words = !column.words().isEmpty();
    for (int i = 0; i < seen.length; i++) {
      seen[i] = column.seen(seen[i]);
      boolean there = Math.abs(seen[i]) <= FAR;
      missing |= !there;
      seen[i] = there ? seen[i] : Double.NaN;
      whole &= !there || seen[i] == Math.rint(seen[i]);
      words &= !there || seen[i] >= 0 && seen[i] < column.words().size();
    }
    double strip = missing ? measure.width(NO_VALUE, Styles.SMALL) + Styles.GAP * 3 : 0;
    Summary all = Summary.of(seen);
    words &= whole;
    boolean few = !words && whole && all.finite() > 0 && all.max() - all.min() <= FEW;
    double[] across = all.finite() == 0 ? new double[] {0, 1} : all.min() == all.max()
        ? new double[] {all.min() - Math.max(0.5, Math.abs(all.min()) * 0.1),
            all.max() + Math.max(0.5, Math.abs(all.max()) * 0.1)} : NumberAxis.span(all.min(), all.max());
    Summary up = Summary.of(sheet.values(feature));
    double[] span = NumberAxis.span(up.min(), up.max());
    String label = column.name() + (column.unit().isEmpty() ? "" : " (" + column.unit() + ")");
    Axis axis = words ? Axis.categories(column.words(), label)
        : few ? Axis.categories(numbers(all.min(), all.max()), label) : Axis.numeric(across[0], across[1], label);
    PlotFrame frame = PlotFrame.of(area.inset(0, 0, strip, 0), axis,
        Axis.numeric(span[0], span[1], up(sheet, area, measure)), measure);
    return new Places(frame, words || few, few ? all.min() : 0, strip, measure);
  }

  private static List<String> numbers(double least, double greatest) {
    return DoubleStream.iterate(least, n -> n <= greatest, n -> n + 1).mapToObj(Numbers::format).toList();
  }

  private static String up(Sheet sheet, Rect area, TextMeasure measure) {
    String label = "attribution, " + sheet.table().score();
    return measure.width(label, Styles.SMALL) <= area.height() * SPREAD ? label : "attribution";
  }

  List<Item> axes() {
    List<Item> items = new ArrayList<>(frame.items());
    if (strip.width() > 0) {
      items.add(PathItem.stroked(PathData.rect(strip), Styles.GRID_LINE));
      items.add(TextItem.of(NO_VALUE, strip.centerX(), strip.bottom() + 7, Styles.SMALL).color(Styles.MUTED)
          .align(Anchor.MIDDLE, Baseline.TOP).limit(measure.width(NO_VALUE, Styles.SMALL) + 1));
    }
    return items;
  }

  /** The plot with its strip. */
  Rect inner() {
    Rect inner = frame.inner();
    return new Rect(inner.x(), inner.y(), Math.max(inner.width(), strip.right() - inner.x()), inner.height());
  }

  /** @param row spreads bands and missing values over their band, evenly */
  double x(double seen, int row) {
    double spread = ((row + 1) * TURN % 1 - 0.5) * SPREAD;
    if (!(Math.abs(seen) <= FAR)) {
      return strip.centerX() + spread * strip.width();
    }
    return bands ? frame.x(seen - first) + spread * (frame.x(1) - frame.x(0)) : frame.x(seen);
  }

  double y(double attribution) {
    return frame.y(attribution);
  }
}
