/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.table;

import java.util.ArrayList;
import java.util.List;
import org.loupe.api.result.CustomResult;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.TextItem;
import org.loupe.scene.TextStyle;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.TextMeasure;
import org.loupe.visualize.internal.Notes;

/** Draws the rows and the text that a result of an unknown kind gives of itself. */
public final class TableView implements Visualizer<CustomResult, TableOptions> {
  private static final double LEAST_WIDTH = 240;
  private static final double LEAST_HEIGHT = 160;
  private static final TextStyle HEADING = TextStyle.bold(Styles.BODY.size());

  @Override
  public Class<CustomResult> resultType() {
    return CustomResult.class;
  }

  @Override
  public Class<TableOptions> optionsType() {
    return TableOptions.class;
  }

  @Override
  public Scene prepare(CustomResult result, ViewRequest<TableOptions> request) {
    SceneBuilder scene = new SceneBuilder(Math.max(LEAST_WIDTH, request.width()),
        Math.max(LEAST_HEIGHT, request.height()));
    scene.header(request.title(), Notes.figures(result.figures()));
    scene.description(result.text());
    TextMeasure measure = scene.measure();
    Rect text = scene.free();
    double y = text.y();
    for (String line : Paragraph.lines(result.text(), text.width(), Styles.BODY, measure)) {
      scene.label(TextItem.of(line, text.x(), y, Styles.BODY).align(Anchor.START, Baseline.TOP).limit(text.width()));
      y += measure.height(Styles.BODY) + 2;
    }
    double row = measure.height(Styles.BODY) + Styles.GAP;
    double top = y + (y > text.y() ? Styles.MARGIN : 0);
    int fit = Math.max(1, (int) ((text.bottom() - top - row) / row));
    int shown = Math.min(request.options().rows(), result.rows().size() <= fit ? fit : Math.max(1, fit - 1));
    List<List<String>> rows = result.rows().subList(0, Math.min(shown, result.rows().size()));
    if (!result.columns().isEmpty()) {
      table(scene, result.columns(), rows, new Rect(text.x(), top, text.width(), row));
      if (rows.size() < result.rows().size()) {
        scene.add(TextItem.of("and " + (result.rows().size() - rows.size()) + " more rows", text.x(),
            top + row * (rows.size() + 1), Styles.SMALL).color(Styles.MUTED).align(Anchor.START, Baseline.TOP));
      }
    }
    return scene.build();
  }

  private static void table(SceneBuilder scene, List<String> columns, List<List<String>> rows, Rect first) {
    List<Double> widths = widths(columns, rows, first.width(), scene.measure());
    for (int r = -1; r < rows.size(); r++) {
      List<String> cells = r < 0 ? columns : rows.get(r);
      double x = first.x();
      double y = first.y() + (r + 1) * first.height();
      for (int c = 0; c < columns.size(); c++) {
        String cell = c < cells.size() ? cells.get(c) : "";
        boolean number = r >= 0 && cell.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?%?");
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

  /** As wide as the widest cell; if that is too wide together, the widest columns are cut to one width. */
  private static List<Double> widths(List<String> columns, List<List<String>> rows, double room, TextMeasure measure) {
    List<Double> out = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      double width = measure.width(columns.get(c), HEADING);
      for (List<String> row : rows) {
        width = Math.max(width, c < row.size() ? measure.width(row.get(c), Styles.BODY) : 0);
      }
      out.add(width + 1);
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
