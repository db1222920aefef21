/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.build;

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
import org.loupe.scene.text.TextMeasure;

/**
 * The frame of a plot: two axes with grid lines, numbers or names, and labels, laid out in an area; what is left is the
 * inner rectangle. Names too long for their room are cut, with all of them in tooltips.
 */
public final class PlotFrame {
  private static final int MOST_ACROSS = 10;
  private static final double PAD = 5;
  private static final double PAD_BELOW = 7;
  private static final double MAX_NAME_SHARE = 0.4;
  private static final double UPRIGHT_NAME_SHARE = 0.3;

  private final TextMeasure measure;
  private final Axis across;
  private final Axis up;
  private final Rect area;
  private final Rect inner;

  private PlotFrame(Rect area, Axis across, Axis up, TextMeasure measure) {
    this.measure = measure;
    this.across = across;
    this.up = up;
    this.area = area;
    double line = measure.height(Styles.SMALL);
    // what stands at an end of the horizontal axis reaches beyond it by half
    double beyond = across instanceof Axis.Categories ? line / 2 : widestNumber(across) / 2;
    double left = Math.max(beyond, upRoom(area) + (up.label().isEmpty() ? 0 : line + Styles.GAP));
    double right = beyond;
    double bottom = acrossRoom(area.inset(left, 0, right, 0)) + (across.label().isEmpty() ? 0 : line + PAD);
    this.inner = area.inset(left, line / 2, right, bottom);
  }

  /** Lays out a plot. */
  public static PlotFrame of(Rect area, Axis across, Axis up, TextMeasure measure) {
    return new PlotFrame(area, across, up, measure);
  }

  /** Where the data goes. */
  public Rect inner() {
    return inner;
  }

  /** Position of a number on the horizontal axis, or the middle of the band of a category by index. */
  public double x(double value) {
    return inner.x() + inner.width() * share(across, value);
  }

  /** Position of a number on the vertical axis, or the middle of the band of a category by index. */
  public double y(double value) {
    double share = share(up, value);
    return up instanceof Axis.Categories ? inner.y() + inner.height() * share : inner.bottom() - inner.height() * share;
  }

  private static double share(Axis axis, double value) {
    return switch (axis) {
      case Axis.Numeric n -> (value - n.min()) / (n.max() - n.min());
      case Axis.Logarithmic l -> Math.log(value / l.min()) / Math.log(l.max() / l.min());
      case Axis.Categories c -> (value + 0.5) / c.names().size();
    };
  }

  /** Grid lines, numbers, names and labels; to be drawn before the data. */
  public List<Item> items() {
    List<Item> items = new ArrayList<>();
    switch (across) {
      case Axis.Categories c -> acrossNames(c, items);
      case Axis.Numeric n -> acrossNumbers(items);
      case Axis.Logarithmic l -> acrossNumbers(items);
    }
    switch (up) {
      case Axis.Categories c -> upNames(c, items);
      case Axis.Numeric n -> upNumbers(items);
      case Axis.Logarithmic l -> upNumbers(items);
    }
    if (!across.label().isEmpty()) {
      items.addAll(SceneBuilder.label(TextItem.of(across.label(), inner.centerX(), area.bottom(), Styles.SMALL)
          .align(Anchor.MIDDLE, Baseline.BOTTOM).limit(inner.width()), measure));
    }
    if (!up.label().isEmpty()) {
      items.addAll(SceneBuilder.label(TextItem.of(up.label(), area.x(), inner.centerY(), Styles.SMALL).rotate(-90)
          .align(Anchor.MIDDLE, Baseline.TOP).limit(inner.height()), measure));
    }
    return items;
  }

  private void acrossNumbers(List<Item> items) {
    Ticks ticks = fitting();
    double taken = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < ticks.values().size(); i++) {
      double x = x(ticks.values().get(i));
      double half = measure.width(ticks.labels().get(i), Styles.SMALL) / 2;
      items.add(PathItem.stroked(PathData.line(x, inner.y(), x, inner.bottom()), Styles.GRID_LINE));
      if (x - half > taken) {
        items.add(TextItem.of(ticks.labels().get(i), x, inner.bottom() + PAD_BELOW, Styles.SMALL).color(Styles.MUTED)
            .align(Anchor.MIDDLE, Baseline.TOP));
        taken = x + half + Styles.GAP;
      }
    }
  }

  private void acrossNames(Axis.Categories c, List<Item> items) {
    double band = inner.width() / c.names().size();
    boolean upright = upright(c, band);
    int every = (int) Math.max(1, Math.ceil(measure.height(Styles.SMALL) / band));
    double room = upright ? acrossRoom(inner) - PAD_BELOW : band - Styles.GAP;
    for (int i = 0; i < c.names().size(); i += upright ? every : 1) {
      TextItem name = TextItem.of(c.names().get(i), x(i), inner.bottom() + PAD_BELOW, Styles.SMALL).color(Styles.MUTED);
      items.addAll(SceneBuilder.label(upright
          ? name.rotate(-90).align(Anchor.END, Baseline.MIDDLE).limit(room)
          : name.align(Anchor.MIDDLE, Baseline.TOP).limit(room), measure));
    }
  }

  private void upNumbers(List<Item> items) {
    Ticks ticks = numbers(up, rows());
    for (int i = 0; i < ticks.values().size(); i++) {
      double y = y(ticks.values().get(i));
      items.add(PathItem.stroked(PathData.line(inner.x(), y, inner.right(), y), Styles.GRID_LINE));
      items.add(TextItem.of(ticks.labels().get(i), inner.x() - PAD, y, Styles.SMALL).color(Styles.MUTED)
          .align(Anchor.END, Baseline.MIDDLE));
    }
  }

  private void upNames(Axis.Categories c, List<Item> items) {
    double band = inner.height() / c.names().size();
    int every = (int) Math.max(1, Math.ceil(measure.height(Styles.SMALL) / band));
    for (int i = 0; i < c.names().size(); i += every) {
      items.addAll(SceneBuilder.label(TextItem.of(c.names().get(i), inner.x() - PAD, y(i), Styles.SMALL)
          .align(Anchor.END, Baseline.MIDDLE).limit(upRoom(area) - PAD + 0.01), measure));
    }
  }

  private double upRoom(Rect within) {
    return PAD + switch (up) {
      case Axis.Categories c -> Math.min(widest(c.names()), within.width() * MAX_NAME_SHARE);
      case Axis.Numeric n -> widest(numbers(n, rows()).labels());
      case Axis.Logarithmic l -> widest(numbers(l, rows()).labels());
    };
  }

  private double acrossRoom(Rect within) {
    if (across instanceof Axis.Categories c && upright(c, within.width() / c.names().size())) {
      return PAD_BELOW + Math.min(widest(c.names()), area.height() * UPRIGHT_NAME_SHARE);
    }
    return PAD_BELOW + measure.height(Styles.SMALL);
  }

  /** Whether names stand upright because they have no room side by side. */
  private boolean upright(Axis.Categories c, double band) {
    return widest(c.names()) > band - Styles.GAP && band < 60;
  }

  private int rows() {
    return (int) Math.clamp(area.height() / (measure.height(Styles.SMALL) * 2.5), 2, 9);
  }

  /** As many numbers as fit side by side. */
  private Ticks fitting() {
    for (int most = MOST_ACROSS; most > 2; most--) {
      Ticks ticks = numbers(across, most);
      if (widest(ticks.labels()) + 2 * Styles.GAP <= leastApart(ticks.values())) {
        return ticks;
      }
    }
    return numbers(across, 2);
  }

  private double leastApart(List<Double> values) {
    double apart = Double.POSITIVE_INFINITY;
    for (int i = 1; i < values.size(); i++) {
      apart = Math.min(apart, x(values.get(i)) - x(values.get(i - 1)));
    }
    return apart;
  }

  private double widestNumber(Axis axis) {
    double widest = 0;
    for (int most = 2; most <= MOST_ACROSS; most++) {
      widest = Math.max(widest, widest(numbers(axis, most).labels()));
    }
    return widest;
  }

  private static Ticks numbers(Axis axis, int atMost) {
    return switch (axis) {
      case Axis.Numeric n -> Ticks.between(n.min(), n.max(), atMost);
      case Axis.Logarithmic l -> Ticks.logarithmic(l.min(), l.max(), atMost);
      case Axis.Categories c -> throw new IllegalArgumentException("names have no numbers");
    };
  }

  private double widest(List<String> texts) {
    double widest = 0;
    for (String s : texts) {
      widest = Math.max(widest, measure.width(s, Styles.SMALL));
    }
    return widest;
  }
}
