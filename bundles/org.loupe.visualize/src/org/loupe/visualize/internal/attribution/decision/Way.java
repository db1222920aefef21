/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.decision;

import java.util.ArrayList;
import java.util.List;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Stroke;
import org.loupe.visualize.internal.attribution.Colours;
import org.loupe.visualize.internal.attribution.FeatureLines;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.Shown;

/**
 * The way of one row.
 *
 * @param row its position in the sheet
 * @param places number above each line, from the top; after the last, the base value
 * @param score where it should end
 */
record Way(int row, double[] places, double score) {
  static Way of(Sheet sheet, int row, Shown shown) {
    double[] places = new double[shown.lines() + 1];
    double[] values = sheet.row(row);
    places[shown.lines()] = sheet.base(row);
    for (int i = shown.lines() - 1; i >= 0; i--) {
      places[i] = places[i + 1] + shown.value(values, i);
    }
    return new Way(row, places, sheet.score(row));
  }

  double least() {
    return java.util.Arrays.stream(places).min().orElse(0);
  }

  double most() {
    return java.util.Arrays.stream(places).max().orElse(0);
  }

  /** @param together how many lines are drawn in all: many are thin and let each other through */
  List<Item> items(FeatureLines lines, double position, int together) {
    int rgb = Colours.LOW_HIGH.argb(position) & 0xffffff;
    int alpha = together <= 30 ? 0xff : together <= 300 ? 0xa0 : 0x60;
    List<Item> items = new ArrayList<>();
    items.add(PathItem.stroked(path(lines),
        Stroke.solid(SceneColor.argb(alpha << 24 | rgb), together <= 30 ? 2 : 1.25)));
    return items;
  }

  PathData path(FeatureLines lines) {
    PathData.Builder path = PathData.builder().moveTo(lines.x(places[0]), lines.inner().y());
    for (int i = 1; i < places.length; i++) {
      path.lineTo(lines.x(places[i]), y(lines, i));
    }
    return path.build();
  }

  /** Height of a place: the edge between two lines. */
  static double y(FeatureLines lines, int place) {
    return place == 0 ? lines.inner().y() : lines.line(place - 1).bottom();
  }
}
