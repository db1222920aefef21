/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.heat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.scene.TextItem;
import org.loupe.scene.TextStyle;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.TextMeasure;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.Shown;
import org.loupe.visualize.internal.attribution.Texts;

/**
 * Lines of a heat map of attributions.
 *
 * @param order positions of rows from left to right
 * @param map where the colours are
 */
record HeatLines(Sheet sheet, List<Integer> order, Shown shown, Rect map) {

  static List<String> names(Sheet sheet, Shown shown) {
    List<String> out = new ArrayList<>(shown.own().stream().map(f -> sheet.column(f).name()).toList());
    if (!shown.others().isEmpty()) {
      out.add(Texts.others(shown.others().size()));
    }
    return out;
  }

  double value(int line, int column) {
    int row = order.get(column);
    if (line < shown.own().size()) {
      return sheet.value(row, shown.own().get(line));
    }
    return shown.others().stream().mapToDouble(f -> sheet.value(row, f)).sum();
  }

  /** Names, and what each place says. */
  List<Item> items(double x, double room, TextMeasure measure) {
    List<Item> items = new ArrayList<>();
    List<String> names = names(sheet, shown);
    double line = map.height() / names.size();
    TextStyle style = line >= measure.height(Styles.BODY) ? Styles.BODY : Styles.SMALL;
    for (int i = 0; i < names.size(); i++) {
      double y = map.y() + (i + 0.5) * line;
      items.add(TextItem.of(names.get(i), x + room, y, style).align(Anchor.END, Baseline.MIDDLE).limit(room)
          .color(own(i).isPresent() ? Styles.FOREGROUND : Styles.MUTED));
      items.add(new HitRegion(new Rect(x, y - line / 2, room, line), names.get(i),
          own(i).map(sheet::featureSelection)));
    }
    items.add(new HitGrid(map, names.size(), order.size(), new HitGrid.Cells() {
      @Override
      public String tooltip(int row, int column) {
        int at = order.get(column);
        return own(row).map(f -> sheet.tooltip(at, f)).orElseGet(() -> "row " + sheet.name(at) + "\n" + names.get(row)
            + "\nattribution " + Texts.signed(value(row, column), 6)) + "\nscore "
            + Numbers.format(sheet.score(at), 6);
      }

      @Override
      public Optional<Selection> selection(int row, int column) {
        int at = order.get(column);
        return Optional.of(own(row).map(f -> sheet.selection(at, f)).orElseGet(() -> sheet.rowSelection(at)));
      }

      @Override
      public List<PathData> outlines(Selection thing) {
        int at = sheet.row(thing).isPresent() ? order.indexOf(sheet.row(thing).getAsInt()) : -1;
        double wide = map.width() / order.size();
        return at < 0 ? List.of()
            : List.of(PathData.rect(new Rect(map.x() + at * wide, map.y() - 2, wide, map.height() + 4)));
      }
    }));
    return items;
  }

  private Optional<Integer> own(int line) {
    return line < shown.own().size() ? Optional.of(shown.own().get(line)) : Optional.empty();
  }

  /** Mean sizes beside the lines of single features. */
  List<Item> bars(double[] strengths, Rect area) {
    List<Item> items = new ArrayList<>();
    double most = shown.own().stream().mapToDouble(f -> strengths[f]).max().orElse(0);
    double line = area.height() / shown.lines();
    for (int i = 0; i < shown.own().size() && most > 0; i++) {
      int f = shown.own().get(i);
      Rect bar = new Rect(area.x(), area.y() + (i + 0.2) * line, area.width() * (strengths[f] / most), line * 0.6);
      items.add(PathItem.filled(PathData.rect(bar), SceneColor.of(ThemeRole.MUTED, 0.7)));
      items.add(HitRegion.of(new Rect(area.x(), area.y() + i * line, area.width(), line), sheet.column(f).name()
          + "\nmean size of attribution " + Numbers.format(strengths[f], 6), sheet.featureSelection(f)));
    }
    return items;
  }
}
