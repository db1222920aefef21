/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.result.Table;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.visualize.internal.Notes;

/** Draws the first rows and columns of a table that have room, and says how many there are. */
public final class DataTable {
  private static final double LEAST_WIDTH = 240;
  private static final double LEAST_HEIGHT = 120;
  private static final double LEAST_COLUMN = 72;
  private static final int FIRST_FEW = 3;

  private DataTable() {
  }

  /** What a click on a row selects. */
  public interface Rows {
    Optional<Selection> selection(int row);
  }

  public static Scene scene(Table table, String subtitle, Map<String, Double> figures, Rows selections,
      ViewRequest<TableOptions> request) {
    SceneBuilder probe = headed(table, subtitle, figures, request, Math.max(LEAST_HEIGHT, request.height()));
    double row = probe.measure().height(Styles.BODY) + Styles.GAP;
    Rect free = probe.free();
    int fit = (int) Math.max(1, (free.height() - row) / row);
    int wished = Math.min(request.options().rows(), table.rows());
    int columns = columns(table, Math.min(fit, wished), free.width(), probe);
    boolean cut = wished > fit || wished < table.rows() || columns < table.columns().size();
    int shown = Math.min(wished, cut ? Math.max(1, fit - 1) : fit);
    double used = row * (shown + 1 + (cut ? 1.2 : 0));
    SceneBuilder scene = headed(table, subtitle, figures, request,
        Math.max(LEAST_HEIGHT, free.y() + used + Styles.MARGIN));
    if (columns == 0) {
      return scene.build();
    }
    List<Table.Column> wide = table.columns().subList(0, columns);
    TableSheet.draw(scene, wide.stream().map(DataTable::heading).toList(), rows(wide, shown),
        new Rect(free.x(), free.y(), free.width(), row));
    for (int r = 0; r < shown; r++) {
      scene.add(new HitRegion(new Rect(free.x(), free.y() + (r + 1) * row, free.width(), row), text(table, r),
          selections.selection(r)));
    }
    if (cut) {
      scene.label(TextItem.of(says(shown, columns, table), free.x(), free.y() + row * (shown + 1) + Styles.GAP,
          Styles.SMALL).color(Styles.MUTED).align(Anchor.START, Baseline.TOP).limit(free.width()));
    }
    return scene.build();
  }

  /** As many as have room whole; the first few in any case, cut if they must be. */
  private static int columns(Table table, int rows, double room, SceneBuilder probe) {
    List<List<String>> cells = rows(table.columns(), rows);
    double used = 0;
    int fitting = 0;
    for (int c = 0; c < table.columns().size(); c++) {
      List<String> column = new ArrayList<>();
      for (List<String> row : cells) {
        column.add(row.get(c));
      }
      used += TableSheet.width(heading(table.columns().get(c)), column, probe.measure());
      fitting += used <= room ? 1 : 0;
      used += Styles.MARGIN;
    }
    int least = (int) Math.clamp(room / LEAST_COLUMN, 1, FIRST_FEW);
    return Math.min(table.columns().size(), Math.max(fitting, least));
  }

  private static SceneBuilder headed(Table table, String subtitle, Map<String, Double> figures,
      ViewRequest<TableOptions> request, double height) {
    String said = Notes.figures(figures);
    String line = subtitle.isEmpty() ? said : said.isEmpty() ? subtitle : subtitle + "  \u00b7  " + said;
    return new SceneBuilder(Math.max(LEAST_WIDTH, request.width()), height).header(request.title(), line)
        .description("A table of " + table.rows() + " rows and " + table.columns().size() + " columns.");
  }

  private static String says(int rows, int columns, Table table) {
    List<String> out = new ArrayList<>();
    if (rows < table.rows()) {
      out.add("the first " + rows + " of " + table.rows() + " rows");
    }
    if (columns < table.columns().size()) {
      out.add("the first " + columns + " of " + table.columns().size() + " columns");
    }
    return String.join(", ", out) + "; all are in the table as .csv";
  }

  private static String heading(Table.Column column) {
    return column instanceof Table.Numbers n && !n.unit().isEmpty() ? n.name() + " (" + n.unit() + ")" : column.name();
  }

  private static List<List<String>> rows(List<Table.Column> columns, int count) {
    List<List<String>> out = new ArrayList<>();
    for (int r = 0; r < count; r++) {
      int row = r;
      out.add(columns.stream().map(c -> cell(c, row)).toList());
    }
    return out;
  }

  private static String cell(Table.Column column, int row) {
    return switch (column) {
      case Table.Texts t -> t.values().get(row);
      case Table.Numbers n -> Double.isNaN(n.value(row)) ? TableSheet.NONE : Numbers.format(n.value(row));
    };
  }

  private static String text(Table table, int row) {
    List<String> out = new ArrayList<>();
    table.columns().stream().limit(16).forEach(c -> out.add(heading(c) + ": " + cell(c, row)));
    return String.join("\n", out);
  }
}
