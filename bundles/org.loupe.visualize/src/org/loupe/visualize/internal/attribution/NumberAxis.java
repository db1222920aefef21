/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import java.util.ArrayList;
import java.util.List;
import org.loupe.math.scale.Ticks;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.Ellipsis;
import org.loupe.scene.text.TextMeasure;

/**
 * A horizontal axis of numbers below or above a plot.
 *
 * @param inner the plot
 * @param min number at the left
 * @param max number at the right, larger than {@code min}
 */
public record NumberAxis(Rect inner, double min, double max, TextMeasure measure) {
  private static final double TICK = 4;
  private static final int MOST = 9;

  /** A little more than from the least to the greatest number, and never nothing. */
  public static double[] span(double least, double most) {
    double room = most > least ? (most / 2 - least / 2) * 0.08 : Math.max(Math.abs(most) * 0.1, 1e-6);
    double low = least - room;
    double high = most + room;
    return low < high ? new double[] {low, high} : new double[] {low - 1, high + 1};
  }

  /** Height of numbers and a label below. */
  public static double height(TextMeasure measure) {
    return TICK + 2 * measure.height(Styles.SMALL) + Styles.GAP;
  }

  /** How far the number at an end may reach beyond it. */
  public static double beyond(double min, double max, TextMeasure measure) {
    return Ticks.between(min, max, MOST).labels().stream().mapToDouble(s -> measure.width(s, Styles.SMALL)).max()
        .orElse(0) / 2;
  }

  public double x(double value) {
    return inner.x() + inner.width() * (value / 2 - min / 2) / (max / 2 - min / 2);
  }

  /** Lines through the plot, numbers and a label below it. */
  public List<Item> below(String label, Rect within) {
    List<Item> items = new ArrayList<>();
    Ticks ticks = fitting();
    double taken = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < ticks.values().size(); i++) {
      double x = x(ticks.values().get(i));
      double half = measure.width(ticks.labels().get(i), Styles.SMALL) / 2;
      items.add(PathItem.stroked(PathData.line(x, inner.y(), x, inner.bottom() + TICK), Styles.GRID_LINE));
      if (x - half > taken) {
        items.add(TextItem.of(ticks.labels().get(i), x, inner.bottom() + TICK, Styles.SMALL).color(Styles.MUTED)
            .align(Anchor.MIDDLE, Baseline.TOP));
        taken = x + half + Styles.GAP;
      }
    }
    double width = measure.width(Ellipsis.fit(label, Styles.SMALL, within.width(), measure), Styles.SMALL);
    double left = Math.clamp(inner.centerX() - width / 2, within.x(), Math.max(within.x(), within.right() - width));
    items.add(TextItem.of(label, left, inner.bottom() + height(measure), Styles.SMALL)
        .align(Anchor.START, Baseline.BOTTOM).limit(within.width()));
    return items;
  }

  /** Height of numbers above a plot. */
  public static double heightAbove(TextMeasure measure) {
    return TICK + measure.height(Styles.SMALL);
  }

  /** Ticks and numbers above the plot. @param marks places across that no number may lie over */
  public List<Item> above(double... marks) {
    List<Item> items = new ArrayList<>();
    Ticks ticks = fitting();
    for (int i = 0; i < ticks.values().size(); i++) {
      double x = x(ticks.values().get(i));
      double half = measure.width(ticks.labels().get(i), Styles.SMALL) / 2 + 2;
      items.add(PathItem.stroked(PathData.line(x, inner.y() - TICK, x, inner.y()), Styles.FRAME));
      if (java.util.Arrays.stream(marks).allMatch(m -> Math.abs(m - x) > half)) {
        items.add(TextItem.of(ticks.labels().get(i), x, inner.y() - TICK, Styles.SMALL).color(Styles.MUTED)
            .align(Anchor.MIDDLE, Baseline.BOTTOM));
      }
    }
    return items;
  }

  private Ticks fitting() {
    for (int most = MOST; most > 2; most--) {
      Ticks ticks = Ticks.between(min, max, most);
      double widest = ticks.labels().stream().mapToDouble(s -> measure.width(s, Styles.SMALL)).max().orElse(0);
      if (ticks.values().size() < 2
          || widest + 2 * Styles.GAP <= x(ticks.values().get(1)) - x(ticks.values().get(0))) {
        return ticks;
      }
    }
    return Ticks.between(min, max, 2);
  }
}
