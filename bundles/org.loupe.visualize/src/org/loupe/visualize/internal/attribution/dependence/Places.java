/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.dependence;

import java.util.ArrayList;
import java.util.List;
import org.loupe.api.subject.TableColumn;
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

/** Where rows are in a plot of values and attributions: numbers or words across, a strip for what has no value. */
final class Places {
  private static final double TURN = 0.6180339887498949;
  private static final double SPREAD = 0.7;
  private static final double FAR = 1e290;
  private static final String NO_VALUE = "no value";
  private final PlotFrame frame;
  private final boolean words;
  private final Rect strip;
  private final TextMeasure measure;

  private Places(PlotFrame frame, boolean words, double strip, TextMeasure measure) {
    this.frame = frame;
    this.words = words;
    this.measure = measure;
    Rect inner = frame.inner();
    double right = inner.right() + (strip > 0 ? Styles.GAP * 2 : 0);
    this.strip = new Rect(right, inner.y(), Math.max(0, strip - Styles.GAP * 2), inner.height());
  }

  static Places of(Sheet sheet, int feature, Rect area, TextMeasure measure) {
    TableColumn column = sheet.column(feature);
    double[] seen = sheet.inputs(feature);
    boolean missing = false;
    boolean words = !column.words().isEmpty();
    for (int i = 0; i < seen.length; i++) {
      seen[i] = column.seen(seen[i]);
      boolean there = Math.abs(seen[i]) <= FAR;
      missing |= !there;
      seen[i] = there ? seen[i] : Double.NaN;
      words &= !there || seen[i] == Math.rint(seen[i]) && seen[i] >= 0 && seen[i] < column.words().size();
    }
    double strip = missing ? measure.width(NO_VALUE, Styles.SMALL) + Styles.GAP * 3 : 0;
    Summary all = Summary.of(seen);
    double[] across = all.finite() == 0 ? new double[] {0, 1} : all.min() == all.max()
        ? new double[] {all.min() - Math.max(0.5, Math.abs(all.min()) * 0.1),
            all.max() + Math.max(0.5, Math.abs(all.max()) * 0.1)} : NumberAxis.span(all.min(), all.max());
    Summary up = Summary.of(sheet.values(feature));
    double[] span = NumberAxis.span(up.min(), up.max());
    String label = column.name() + (column.unit().isEmpty() ? "" : " (" + column.unit() + ")");
    PlotFrame frame = PlotFrame.of(area.inset(0, 0, strip, 0), words ? Axis.categories(column.words(), label)
        : Axis.numeric(across[0], across[1], label),
        Axis.numeric(span[0], span[1], up(sheet, area, measure)), measure);
    return new Places(frame, words, strip, measure);
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

  /** @param row spreads words and missing values over their band, evenly */
  double x(double seen, int row) {
    double spread = ((row + 1) * TURN % 1 - 0.5) * SPREAD;
    if (!(Math.abs(seen) <= FAR)) {
      return strip.centerX() + spread * strip.width();
    }
    return words ? frame.x(seen) + spread * (frame.x(1) - frame.x(0)) : frame.x(seen);
  }

  double y(double attribution) {
    return frame.y(attribution);
  }
}
