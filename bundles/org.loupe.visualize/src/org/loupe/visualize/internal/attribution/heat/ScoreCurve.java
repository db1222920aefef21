/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.heat;

import java.util.ArrayList;
import java.util.List;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Stroke;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.TextMeasure;
import org.loupe.visualize.internal.attribution.Sheet;

/** The score of each row, in steps, over the columns of the rows; the mean base value is a line. */
final class ScoreCurve {
  private static final String WORD = "score";

  private ScoreCurve() {
  }

  /** Room for numbers at the left. */
  static double room(Sheet sheet, TextMeasure measure) {
    double[] ends = ends(sheet);
    double numbers = Math.max(measure.width(Numbers.format(ends[0], 3), Styles.SMALL),
        measure.width(Numbers.format(ends[1], 3), Styles.SMALL));
    return numbers + measure.height(Styles.SMALL) + 2 * Styles.GAP;
  }

  static List<Item> draw(Sheet sheet, List<Integer> order, Rect area, TextMeasure measure) {
    double[] ends = ends(sheet);
    double half = measure.height(Styles.SMALL) / 2;
    Rect inner = area.inset(0, half, 0, half);
    List<Item> items = new ArrayList<>();
    for (double end : ends) {
      double y = y(end, ends, inner);
      items.add(PathItem.stroked(PathData.line(inner.x(), y, inner.right(), y), Styles.GRID_LINE));
      items.add(TextItem.of(Numbers.format(end, 3), inner.x() - Styles.GAP, y, Styles.SMALL).color(Styles.MUTED)
          .align(Anchor.END, Baseline.MIDDLE));
    }
    double base = y(sheet.meanBase(), ends, inner);
    items.add(PathItem.stroked(PathData.line(inner.x(), base, inner.right(), base),
        new Stroke(Styles.MUTED, 1, List.of(4.0, 3.0))));
    PathData.Builder path = PathData.builder();
    double step = inner.width() / order.size();
    for (int c = 0; c < order.size(); c++) {
      double y = y(sheet.score(order.get(c)), ends, inner);
      if (c == 0) {
        path.moveTo(inner.x(), y);
      } else {
        path.lineTo(inner.x() + c * step, y);
      }
      path.lineTo(inner.x() + (c + 1) * step, y);
    }
    items.add(PathItem.stroked(path.build(), Stroke.solid(Styles.FOREGROUND, 1.25)));
    items.add(TextItem.of(WORD, area.x() - room(sheet, measure), inner.centerY(), Styles.SMALL).rotate(-90)
        .align(Anchor.MIDDLE, Baseline.TOP).limit(area.height()));
    return items;
  }

  private static double y(double score, double[] ends, Rect inner) {
    return inner.bottom() - inner.height() * (score / 2 - ends[0] / 2) / (ends[1] / 2 - ends[0] / 2);
  }

  /** Least and greatest of scores and base value, never the same. */
  private static double[] ends(Sheet sheet) {
    double least = sheet.meanBase();
    double most = least;
    for (int r = 0; r < sheet.rows(); r++) {
      least = Math.min(least, sheet.score(r));
      most = Math.max(most, sheet.score(r));
    }
    double room = least == most ? Math.max(Math.abs(least) * 0.1, 1e-6) : 0;
    return least - room < most + room ? new double[] {least - room, most + room} : new double[] {least - 1, most + 1};
  }
}
