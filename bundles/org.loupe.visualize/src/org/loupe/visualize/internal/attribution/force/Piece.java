/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.force;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Stroke;
import org.loupe.scene.ThemeRole;
import org.loupe.visualize.internal.attribution.Arrow;
import org.loupe.visualize.internal.attribution.Colours;
import org.loupe.visualize.internal.attribution.NumberAxis;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.Shown;
import org.loupe.visualize.internal.attribution.Texts;

/**
 * A part of the bar of forces.
 *
 * @param name of the feature
 * @param shown its value, as {@code " = 63 yr"}; may be empty
 * @param value attribution
 * @param feature its number; empty for the sum of others
 * @param start number that it pushes from; it ends {@code value} further
 */
record Piece(String name, String shown, double value, Optional<Integer> feature, double start) {

  /** Those that raise and those that lower, the strongest of each first; none that is 0. */
  static List<Piece> of(Sheet sheet, ForceOptions options) {
    double[] row = sheet.row(0);
    Shown shown = Shown.of(sheet.strengths(), options.features(), Integer.MAX_VALUE);
    List<Piece> out = new ArrayList<>();
    for (int sign : new int[] {1, -1}) {
      double at = sheet.score(0);
      for (int f : shown.own()) {
        if (row[f] * sign > 0) {
          at -= row[f];
          out.add(one(sheet, f, at, options));
        }
      }
      List<Integer> rest = shown.others().stream().filter(f -> row[f] * sign > 0).toList();
      double sum = rest.stream().mapToDouble(f -> row[f]).sum();
      if (rest.size() == 1) {
        out.add(one(sheet, rest.getFirst(), at - sum, options));
      } else if (sum != 0) {
        out.add(new Piece(Texts.others(rest.size()), "", sum, Optional.empty(), at - sum));
      }
    }
    return out;
  }

  private static Piece one(Sheet sheet, int feature, double start, ForceOptions options) {
    String name = sheet.column(feature).name();
    return new Piece(name, options.values() ? sheet.named(0, feature).substring(name.length()) : "",
        sheet.value(0, feature), Optional.of(feature), start);
  }

  double low() {
    return Math.min(start, start + value);
  }

  double high() {
    return Math.max(start, start + value);
  }

  String text() {
    return name + shown + ": " + Texts.signed(value);
  }

  List<Item> items(NumberAxis axis, Rect bar, Sheet sheet) {
    double from = axis.x(start);
    double to = axis.x(start + value);
    SceneColor color = Colours.of(value);
    PathItem arrow = Arrow.between(from, to, bar.y(), bar.height(), color);
    List<Item> items = new ArrayList<>();
    items.add(new PathItem(arrow.path(), Optional.of(color),
        Optional.of(Stroke.solid(SceneColor.of(ThemeRole.BACKGROUND), 1))));
    Rect place = new Rect(Math.min(from, to), bar.y(), Math.abs(to - from), bar.height());
    items.add(feature.map(f -> HitRegion.of(place, sheet.tooltip(0, f), sheet.selection(0, f)))
        .orElse(HitRegion.of(place, name + "\nattribution " + Texts.signed(value, 6))));
    return items;
  }

  /** From the middle of its piece down to its label. */
  PathItem leader(double x, double top, double bottom) {
    return PathItem.stroked(PathData.line(x, top, x, bottom), Stroke.solid(Colours.of(value), 1));
  }
}
