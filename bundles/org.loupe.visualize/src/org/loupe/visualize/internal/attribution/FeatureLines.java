/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Item;
import org.loupe.scene.Rect;
import org.loupe.scene.Selection;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.TextMeasure;

/**
 * Features one below the other, their names at the left, over a common axis of numbers. Names that are too long for a
 * line take two where there is room, and are cut otherwise; the whole name is in the tooltip.
 */
public final class FeatureLines {
  /** Least height of a line. */
  public static final double LEAST = 18;
  private static final double MOST = 40;
  private static final double NAMES_SHARE = 0.4;
  private final List<Line> lines;
  private final TextMeasure measure;
  private final Rect area;
  private final Rect inner;
  private final double names;
  private final NumberAxis axis;
  private final String label;

  /**
   * One line.
   *
   * @param name at the left
   * @param value behind the name, as {@code " = 63 yr"}, kept whole where the name is cut; may be empty
   * @param selection what a click on the name selects
   */
  public record Line(String name, String value, Optional<Selection> selection) {
    /** A feature with its value in a row. */
    public static Line valued(Sheet sheet, int row, int feature) {
      return new Line(sheet.column(feature).name(), sheet.named(row, feature)
          .substring(sheet.column(feature).name().length()), Optional.of(sheet.featureSelection(feature)));
    }

    public static Line named(Sheet sheet, int feature) {
      return new Line(sheet.column(feature).name(), "", Optional.of(sheet.featureSelection(feature)));
    }

    /** Features as one. */
    public static Line others(int count) {
      return new Line(Texts.others(count), "", Optional.empty());
    }

    String whole() {
      return name + value;
    }
  }

  /**
   * @param area all that there is, the axis included
   * @param span numbers at the left and right end
   * @param left room between names and plot
   * @param right room beside the plot
   * @param label of the axis
   */
  public FeatureLines(Rect area, List<Line> lines, double[] span, double left, double right, String label,
      TextMeasure measure) {
    this.area = area;
    this.lines = lines;
    this.measure = measure;
    this.label = label;
    double beyond = NumberAxis.beyond(span[0], span[1], measure);
    names = Math.min(area.width() * NAMES_SHARE,
        lines.stream().mapToDouble(l -> measure.width(l.whole(), Styles.BODY)).max().orElse(0) + 1);
    double before = Math.max(names + Styles.GAP * 1.5 + left, beyond);
    double after = Math.max(right, beyond);
    double height = Math.min(MOST, (area.height() - NumberAxis.height(measure)) / lines.size());
    inner = new Rect(area.x() + before, area.y(), Math.max(1, area.width() - before - after),
        Math.max(1, height) * lines.size());
    axis = new NumberAxis(inner, span[0], span[1], measure);
  }

  /** How many lines have room in an area. */
  public static int room(Rect area, TextMeasure measure) {
    return Math.max(1, (int) ((area.height() - NumberAxis.height(measure)) / LEAST + 1e-9));
  }

  public Rect inner() {
    return inner;
  }

  /** Where everything ends. */
  public double bottom() {
    return inner.bottom() + NumberAxis.height(measure);
  }

  public double x(double value) {
    return axis.x(value);
  }

  /** A line's part of the plot. */
  public Rect line(int index) {
    double height = inner.height() / lines.size();
    return new Rect(inner.x(), inner.y() + index * height, inner.width(), height);
  }

  /** Axis and names; to be drawn before the data. */
  public List<Item> items() {
    List<Item> items = new ArrayList<>(axis.below(label, area));
    double right = area.x() + names;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Rect place = line(i);
      List<String> parts = Wrap.fit(line.name, line.value, Styles.BODY, names,
          place.height() >= 2 * measure.height(Styles.BODY), measure);
      double high = measure.height(Styles.BODY);
      double y = place.centerY() - high * (parts.size() - 1) / 2;
      for (String part : parts) {
        items.add(TextItem.of(part, right, y, Styles.BODY).align(Anchor.END, Baseline.MIDDLE).limit(names + 0.01)
            .color(line.selection.isPresent() ? Styles.FOREGROUND : Styles.MUTED));
        y += high;
      }
      items.add(new HitRegion(new Rect(area.x(), place.y(), names, place.height()), line.whole(), line.selection));
    }
    return items;
  }
}
