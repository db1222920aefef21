/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.build;

import java.util.ArrayList;
import java.util.List;
import org.loupe.math.color.ColorScale;
import org.loupe.math.scale.Numbers;
import org.loupe.math.scale.Ticks;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.Group;
import org.loupe.scene.HitRegion;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.SceneColor;
import org.loupe.scene.TextItem;
import org.loupe.scene.text.TextMeasure;

/**
 * The legend of a colour scale: a bar with ticks, numbers and a label. Where the scale clips data, the end of the bar
 * is drawn as a point.
 *
 * @param scale the scale
 * @param label what the numbers are, with their unit
 */
public record ColorBar(ColorScale scale, String label) {
  private static final double THICKNESS = 14;
  private static final double TICK = 4;
  private static final int STEPS = 256;

  /** Height that {@link #horizontal} needs. */
  public double height(TextMeasure measure) {
    double text = measure.height(Styles.SMALL);
    return THICKNESS + TICK + text + (label.isEmpty() ? 0 : text + Styles.GAP / 2);
  }

  /** Width that {@link #vertical} needs in an area of some height. */
  public double width(double areaHeight, TextMeasure measure) {
    double numbers = 0;
    for (String s : verticalTicks(bar(areaHeight), measure).labels()) {
      numbers = Math.max(numbers, measure.width(s, Styles.SMALL));
    }
    double text = label.isEmpty() ? 0 : Styles.GAP + measure.height(Styles.SMALL);
    return THICKNESS + TICK + 3 + numbers + text;
  }

  /** Along the top of an area, values rising to the right, label above, numbers below; as wide as the area. */
  public Group horizontal(Rect area, TextMeasure measure) {
    List<Item> items = new ArrayList<>();
    double top = area.y();
    if (!label.isEmpty()) {
      items.addAll(SceneBuilder.label(TextItem.of(label, area.x(), top, Styles.SMALL)
          .align(Anchor.START, Baseline.TOP).limit(area.width()), measure));
      top += measure.height(Styles.SMALL) + Styles.GAP / 2;
    }
    double point = point();
    Rect bar = new Rect(area.x() + (scale.clipsBelow() ? point : 0), top, Math.max(1, area.width()
        - (scale.clipsBelow() ? point : 0) - (scale.clipsAbove() ? point : 0)), THICKNESS);
    Raster colors = Raster.of(STEPS, 1, (x, y) -> scale.map().argb(x / (STEPS - 1.0)));
    items.add(new ImageItem(colors, bar, true, 1, ""));
    items.addAll(points(bar, false));
    items.add(PathItem.stroked(outline(bar, false), Styles.FRAME));
    Ticks ticks = horizontalTicks(bar, measure);
    double left = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < ticks.values().size(); i++) {
      double x = bar.x() + bar.width() * scale.position(ticks.values().get(i));
      double width = measure.width(ticks.labels().get(i), Styles.SMALL);
      // numbers at the ends stay within the area
      double from = Math.clamp(x - width / 2, area.x(), Math.max(area.x(), area.right() - width));
      items.add(PathItem.stroked(PathData.line(x, bar.bottom(), x, bar.bottom() + TICK), Styles.FRAME));
      if (from > left) {
        items.add(TextItem.of(ticks.labels().get(i), from, bar.bottom() + TICK, Styles.SMALL).color(Styles.MUTED)
            .align(Anchor.START, Baseline.TOP));
        left = from + width + Styles.GAP;
      }
    }
    items.add(HitRegion.of(bar, describe()));
    return Group.of(describe(), items);
  }

  /** Along the left of an area, values rising upwards, numbers to the right, label turned; as high as the area. */
  public Group vertical(Rect area, TextMeasure measure) {
    List<Item> items = new ArrayList<>();
    Rect inner = bar(area.height());
    Rect bar = new Rect(area.x(), area.y() + inner.y(), THICKNESS, inner.height());
    Raster colors = Raster.of(1, STEPS, (x, y) -> scale.map().argb(1 - y / (STEPS - 1.0)));
    items.add(new ImageItem(colors, bar, true, 1, ""));
    items.addAll(points(bar, true));
    items.add(PathItem.stroked(outline(bar, true), Styles.FRAME));
    Ticks ticks = verticalTicks(inner, measure);
    for (int i = 0; i < ticks.values().size(); i++) {
      double y = bar.bottom() - bar.height() * scale.position(ticks.values().get(i));
      double textY = Math.clamp(y, area.y() + Styles.SMALL.size() / 2, Math.max(area.y() + Styles.SMALL.size() / 2,
          area.bottom() - Styles.SMALL.size() / 2));
      items.add(PathItem.stroked(PathData.line(bar.right(), y, bar.right() + TICK, y), Styles.FRAME));
      items.add(TextItem.of(ticks.labels().get(i), bar.right() + TICK + 3, textY, Styles.SMALL).color(Styles.MUTED)
          .align(Anchor.START, Baseline.MIDDLE));
    }
    if (!label.isEmpty()) {
      double x = area.x() + width(area.height(), measure);
      items.addAll(SceneBuilder.label(TextItem.of(label, x, area.centerY(), Styles.SMALL).rotate(-90)
          .align(Anchor.MIDDLE, Baseline.BOTTOM).limit(area.height()), measure));
    }
    items.add(HitRegion.of(bar, describe()));
    return Group.of(describe(), items);
  }

  /** The label and the range in words. */
  public String describe() {
    return (label.isEmpty() ? "" : label + ": ") + Numbers.format(scale.min()) + " to " + Numbers.format(scale.max())
        + (scale.clipsBelow() || scale.clipsAbove() ? " (some values lie beyond)" : "");
  }

  private static double point() {
    return THICKNESS * 0.6;
  }

  /** Position and height of the upright bar in an area of some height. */
  private Rect bar(double areaHeight) {
    double top = scale.clipsAbove() ? point() : 0;
    double bottom = scale.clipsBelow() ? point() : 0;
    return new Rect(0, top, THICKNESS, Math.max(1, areaHeight - top - bottom));
  }

  private Ticks verticalTicks(Rect bar, TextMeasure measure) {
    return scale.ticks((int) Math.clamp(bar.height() / (measure.height(Styles.SMALL) * 1.8), 2, 9));
  }

  /** As many as fit side by side. */
  private Ticks horizontalTicks(Rect bar, TextMeasure measure) {
    Ticks ticks = scale.ticks(9);
    for (int most = 8; most >= 2; most--) {
      double total = 0;
      for (String s : ticks.labels()) {
        total = Math.max(total, measure.width(s, Styles.SMALL));
      }
      double apart = ticks.values().size() < 2 ? bar.width() : bar.width() * ticks.step() / (scale.max() - scale.min());
      if (total + 2 * Styles.GAP <= apart) {
        return ticks;
      }
      ticks = scale.ticks(most);
    }
    return ticks;
  }

  private List<Item> points(Rect bar, boolean upright) {
    List<Item> items = new ArrayList<>();
    if (scale.clipsAbove()) {
      items.add(PathItem.filled(upright
          ? triangle(bar.x(), bar.y(), bar.right(), bar.y(), bar.centerX(), bar.y() - point())
          : triangle(bar.right(), bar.y(), bar.right(), bar.bottom(), bar.right() + point(), bar.centerY()),
          SceneColor.argb(scale.map().argb(1))));
    }
    if (scale.clipsBelow()) {
      items.add(PathItem.filled(upright
          ? triangle(bar.x(), bar.bottom(), bar.right(), bar.bottom(), bar.centerX(), bar.bottom() + point())
          : triangle(bar.x(), bar.y(), bar.x(), bar.bottom(), bar.x() - point(), bar.centerY()),
          SceneColor.argb(scale.map().argb(0))));
    }
    return items;
  }

  private static PathData triangle(double x1, double y1, double x2, double y2, double x3, double y3) {
    return PathData.builder().moveTo(x1, y1).lineTo(x2, y2).lineTo(x3, y3).close().build();
  }

  private PathData outline(Rect bar, boolean upright) {
    PathData.Builder b = PathData.builder().moveTo(bar.x(), bar.y());
    boolean start = upright ? scale.clipsAbove() : scale.clipsBelow();
    boolean end = upright ? scale.clipsBelow() : scale.clipsAbove();
    if (upright && start) {
      b.lineTo(bar.centerX(), bar.y() - point());
    }
    b.lineTo(bar.right(), bar.y());
    if (!upright && end) {
      b.lineTo(bar.right() + point(), bar.centerY());
    }
    b.lineTo(bar.right(), bar.bottom());
    if (upright && end) {
      b.lineTo(bar.centerX(), bar.bottom() + point());
    }
    b.lineTo(bar.x(), bar.bottom());
    if (!upright && start) {
      b.lineTo(bar.x() - point(), bar.centerY());
    }
    return b.close().build();
  }
}
