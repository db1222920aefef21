/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.waterfall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Stroke;
import org.loupe.scene.TextItem;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.TextMeasure;
import org.loupe.visualize.internal.attribution.Arrow;
import org.loupe.visualize.internal.attribution.Colours;
import org.loupe.visualize.internal.attribution.FeatureLines;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.Shown;
import org.loupe.visualize.internal.attribution.Texts;

/**
 * One step of a waterfall.
 *
 * @param index of its line, from the top
 * @param from number where it begins
 * @param to number where it ends
 * @param marks places across that no number should lie over
 */
record Step(FeatureLines lines, int index, double from, double to, double[] marks, TextMeasure measure) {
  private static final double THIN = 0.15;

  List<Item> items(Sheet sheet, Shown shown) {
    boolean own = index < shown.own().size();
    double value = shown.value(sheet.row(0), index);
    Rect line = lines.line(index);
    Rect bar = line.inset(0, line.height() * THIN, 0, line.height() * THIN);
    double start = lines.x(from);
    double end = lines.x(to);
    List<Item> items = new ArrayList<>();
    SceneColor color = value == 0 ? Styles.MUTED : Colours.of(value);
    items.add(Arrow.between(start, end, bar.y(), bar.height(), color));
    if (index > 0) {
      items.add(PathItem.stroked(PathData.line(end, bar.y(), end, line.y() - line.height() * THIN),
          Stroke.solid(Styles.MUTED, 1)));
    }
    TextItem number = number(Texts.signed(value), start, end, line);
    Rect text = measure.bounds(number);
    if (number.color() != Colours.INSIDE && crossed(text.x(), text.width())) {
      items.add(PathItem.filled(PathData.rect(text), SceneColor.of(ThemeRole.BACKGROUND)));
    }
    items.add(number);
    items.add(own ? HitRegion.of(line, sheet.tooltip(0, shown.own().get(index)),
        sheet.selection(0, shown.own().get(index)))
        : new HitRegion(line, Texts.others(shown.others().size()) + "\nattribution " + Texts.signed(value, 6),
            Optional.empty()));
    return items;
  }

  /** Before the tip, in the bar or behind it, wherever there is room first and no line is crossed. */
  private TextItem number(String text, double start, double end, Rect line) {
    double width = measure.width(text, Styles.SMALL);
    boolean right = end >= start;
    double ahead = right ? end + Styles.GAP : end - Styles.GAP - width;
    double behind = right ? start - Styles.GAP - width : start + Styles.GAP;
    boolean inside = Math.abs(end - start) >= width + 4 * Styles.GAP;
    for (boolean crossing : new boolean[] {false, true}) {
      if (fits(ahead, width, line, crossing)) {
        return at(text, ahead, line);
      }
      if (inside) {
        return at(text, (start + end - width) / 2, line).color(Colours.INSIDE);
      }
      if (fits(behind, width, line, crossing)) {
        return at(text, behind, line);
      }
    }
    return at(text, ahead, line);
  }

  private boolean fits(double left, double width, Rect line, boolean crossing) {
    return left >= line.x() && left + width <= line.right() && (crossing || !crossed(left, width));
  }

  private boolean crossed(double left, double width) {
    return java.util.Arrays.stream(marks).anyMatch(x -> x > left - 2 && x < left + width + 2);
  }

  private static TextItem at(String text, double left, Rect line) {
    return TextItem.of(text, left, line.centerY(), Styles.SMALL).align(Anchor.START, Baseline.MIDDLE);
  }
}
