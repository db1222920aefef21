/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.TextItem;
import org.loupe.scene.TextStyle;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.TextMeasure;

/** Headings and rows of a table; cells that are numbers are aligned at the right, and so is a heading over them. */
final class TableSheet {
  private static final TextStyle HEADING = TextStyle.bold(Styles.BODY.size());

  /** What there is in place of a number that is missing. */
  static final String NONE = "\u2013";
  private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9.]+([eE][-+]?[0-9]+)?%?|inf)|" + NONE);

  private TableSheet() {
  }

  /** @param first where the headings go; rows follow below, each as high */
  static void draw(SceneBuilder scene, List<String> columns, List<List<String>> rows, Rect first) {
    List<Double> widths = widths(columns, rows, first.width(), scene.measure());
    boolean[] numbers = new boolean[columns.size()];
    for (int c = 0; c < numbers.length; c++) {
      int column = c;
      numbers[c] = !rows.isEmpty() && rows.stream().allMatch(row -> column < row.size() && number(row.get(column)));
    }
    for (int r = -1; r < rows.size(); r++) {
      List<String> cells = r < 0 ? columns : rows.get(r);
      double x = first.x();
      double y = first.y() + (r + 1) * first.height();
      for (int c = 0; c < columns.size(); c++) {
        String cell = c < cells.size() ? cells.get(c) : "";
        boolean number = r < 0 || cell.equals(NONE) ? numbers[c] : number(cell);
        scene.label(TextItem.of(cell, number ? x + widths.get(c) : x, y + first.height() / 2,
            r < 0 ? HEADING : Styles.BODY).align(number ? Anchor.END : Anchor.START, Baseline.MIDDLE)
            .limit(widths.get(c)));
        x += widths.get(c) + Styles.MARGIN;
      }
      double line = y + first.height();
      scene.add(PathItem.stroked(PathData.line(first.x(), line, Math.max(first.x() + 1, x - Styles.MARGIN), line),
          r < 0 ? Styles.FRAME : Styles.GRID_LINE));
    }
  }

  private static boolean number(String cell) {
    return NUMBER.matcher(cell).matches();
  }

  /** Width of a column whose cells are all whole. */
  static double width(String heading, List<String> cells, TextMeasure measure) {
    double width = measure.width(heading, HEADING);
    for (String cell : cells) {
      width = Math.max(width, measure.width(cell, Styles.BODY));
    }
    return width + 1;
  }

  /** As wide as the widest cell; if that is too wide together, the widest columns are cut to one width. */
  private static List<Double> widths(List<String> columns, List<List<String>> rows, double room, TextMeasure measure) {
    List<Double> out = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      List<String> cells = new ArrayList<>();
      for (List<String> row : rows) {
        cells.add(c < row.size() ? row.get(c) : "");
      }
      out.add(width(columns.get(c), cells, measure));
    }
    double gaps = Styles.MARGIN * (columns.size() - 1);
    List<Double> rising = out.stream().sorted().toList();
    double left = Math.max(0, room - gaps);
    double most = rising.getLast();
    for (int i = 0; i < rising.size(); i++) {
      double share = left / (rising.size() - i);
      if (rising.get(i) > share) {
        most = share;
        break;
      }
      left -= rising.get(i);
    }
    double limit = most;
    return out.stream().map(w -> Math.min(w, limit)).toList();
  }
}
