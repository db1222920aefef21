/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.math.scale.Numbers;
import org.loupe.math.scale.Ticks;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.scene.Stroke;
import org.loupe.scene.TextItem;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.TextMeasure;

/** Lays bars out: names left, bars to both sides of zero with their numbers at the end, an axis below. */
final class BarChart {
  private static final double NAMES_SHARE = 0.4;
  private static final double TICK = 4;
  private static final double APART = 64;
  private final FeatureAttribution result;
  private final List<Bar> bars;
  private final TextMeasure measure;
  private final Rect inner;
  private final double least;
  private final double most;
  private final double scale;

  BarChart(FeatureAttribution result, List<Bar> bars, Rect area, double rowHeight, TextMeasure measure) {
    this.result = result;
    this.bars = bars;
    this.measure = measure;
    double names = Math.min(area.width() * NAMES_SHARE,
        bars.stream().mapToDouble(b -> measure.width(b.name(), Styles.BODY)).max().orElse(0) + 1);
    double left = bars.stream().filter(b -> b.value() < 0).mapToDouble(this::numberWidth).max().orElse(0);
    double right = bars.stream().filter(b -> b.value() >= 0).mapToDouble(this::numberWidth).max().orElse(0);
    this.inner = new Rect(area.x() + names + Styles.MARGIN + left, area.y(),
        Math.max(1, area.width() - names - Styles.MARGIN - left - right), rowHeight * bars.size());
    // The sum of many others must not make the named bars vanish: beyond the strongest of them it is cut.
    double strongest = bars.stream().filter(BarChart::named).mapToDouble(x -> Math.abs(x.value())).max().orElse(0);
    double min = bars.stream().mapToDouble(x -> named(x) ? x.value() : Math.max(x.value(), -strongest)).min().orElse(0);
    double max = bars.stream().mapToDouble(x -> named(x) ? x.value() : Math.min(x.value(), strongest)).max().orElse(0);
    this.least = Math.min(0, min);
    this.most = least == 0 && max <= 0 ? 1 : Math.max(0, max);
    // Halved first, so that a span beyond the range of doubles does not overflow.
    this.scale = inner.width() / 2 / (most / 2 - least / 2);
  }

  /** Room that the axis takes below the bars. */
  static double axisHeight(TextMeasure measure) {
    return TICK + 2 * measure.height(Styles.SMALL) + Styles.GAP;
  }

  /** Where the chart ends. */
  double bottom() {
    return inner.bottom() + axisHeight(measure);
  }

  List<Item> items() {
    List<Item> items = new ArrayList<>(axis());
    double row = inner.height() / bars.size();
    for (int i = 0; i < bars.size(); i++) {
      items.addAll(bar(bars.get(i), new Rect(inner.x(), inner.y() + i * row, inner.width(), row)));
    }
    double zero = x(0);
    items.add(PathItem.stroked(PathData.line(zero, inner.y(), zero, inner.bottom()), Styles.FRAME));
    return items;
  }

  private List<Item> bar(Bar bar, Rect row) {
    double zero = x(0);
    double end = x(Math.clamp(bar.value(), least, most));
    Rect shape = new Rect(Math.min(zero, end), row.y() + row.height() * 0.15, Math.abs(end - zero), row.height() * 0.7);
    ThemeRole role = bar.value() < 0 ? ThemeRole.NEGATIVE : ThemeRole.POSITIVE;
    List<Item> items = new ArrayList<>();
    items.add(PathItem.filled(PathData.rect(shape), SceneColor.of(role, named(bar) ? 1 : 0.55)));
    if (bar.value() < least || bar.value() > most) {
      items.addAll(cut(shape));
    }
    boolean against = bar.value() < 0;
    items.add(TextItem.of(number(bar), end + (against ? -Styles.GAP : Styles.GAP), row.centerY(), Styles.SMALL)
        .align(against ? Anchor.END : Anchor.START, Baseline.MIDDLE));
    double names = inner.x() - Styles.MARGIN - leftNumbers();
    items.add(TextItem.of(bar.name(), names, row.centerY(), Styles.BODY)
        .color(named(bar) ? Styles.FOREGROUND : Styles.MUTED).align(Anchor.END, Baseline.MIDDLE)
        .limit(nameRoom(names)));
    items.add(hit(bar, new Rect(0, row.y(), row.right(), row.height())));
    return items;
  }

  /** Two slanted gaps in a bar that is longer than it is drawn. */
  private static List<Item> cut(Rect shape) {
    List<Item> items = new ArrayList<>();
    for (double shift : new double[] {-4, 4}) {
      double x = shape.centerX() + shift;
      items.add(PathItem.stroked(PathData.line(x - 3, shape.bottom() + 2, x + 3, shape.y() - 2),
          Stroke.solid(SceneColor.of(ThemeRole.BACKGROUND), 3)));
    }
    return items;
  }

  private static boolean named(Bar bar) {
    return bar.feature().isPresent();
  }

  private HitRegion hit(Bar bar, Rect row) {
    String tooltip = bar.name() + "\nattribution " + Numbers.format(bar.value(), 6);
    return bar.feature().map(i -> HitRegion.of(row, tooltip,
        Selection.of(Selection.FEATURE, result.features().get(i), i))).orElse(HitRegion.of(row, tooltip));
  }

  private List<Item> axis() {
    List<Item> items = new ArrayList<>();
    Ticks ticks = Ticks.between(least, most, (int) Math.clamp(inner.width() / APART, 2, 9));
    IntStream.range(0, ticks.values().size()).forEach(i -> {
      double x = x(ticks.values().get(i));
      items.add(PathItem.stroked(PathData.line(x, inner.y(), x, inner.bottom() + TICK), Styles.GRID_LINE));
      items.add(TextItem.of(ticks.labels().get(i), x, inner.bottom() + TICK, Styles.SMALL).color(Styles.MUTED)
          .align(Anchor.MIDDLE, Baseline.TOP));
    });
    items.add(TextItem.of("attribution, in units of the score", inner.centerX(),
        inner.bottom() + axisHeight(measure), Styles.SMALL).align(Anchor.MIDDLE, Baseline.BOTTOM)
        .limit(inner.width() + 2 * leftNumbers()));
    return items;
  }

  private double x(double value) {
    return inner.x() + (value - least) * scale;
  }

  private double leftNumbers() {
    return bars.stream().filter(b -> b.value() < 0).mapToDouble(this::numberWidth).max().orElse(0);
  }

  private double nameRoom(double right) {
    return Math.max(0, right - Styles.MARGIN);
  }

  private double numberWidth(Bar bar) {
    return measure.width(number(bar), Styles.SMALL) + Styles.GAP;
  }

  private static String number(Bar bar) {
    return (bar.value() > 0 ? "+" : "") + Numbers.format(bar.value());
  }
}
