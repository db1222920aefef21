/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.loupe.api.subject.TableColumn;
import org.loupe.math.scale.Numbers;
import org.loupe.ui.tables.rows.Explained;
import org.loupe.ui.tables.rows.LoadedTable;
import org.loupe.ui.tables.rows.SortKey;

/**
 * What the grid shows: rows of a table in an order, their features and, once they were explained, score and
 * attribution.
 *
 * @param table the cells
 * @param order numbers of the rows, as they are shown
 * @param explained what was explained; empty if nothing was
 * @param attributed feature of the result whose attributions are a column
 * @param key what the rows are sorted by
 * @param columns of the grid
 */
record GridRows(LoadedTable table, int[] order, Optional<Explained> explained, int attributed, SortKey key,
    List<GridColumn> columns) {
  private static final int DIGITS = 5;

  GridRows(LoadedTable table, int[] order, Optional<Explained> explained, int attributed, SortKey key) {
    this(table, order, explained, attributed, key, columns(table, explained, attributed));
  }

  private static List<GridColumn> columns(LoadedTable table, Optional<Explained> explained, int attributed) {
    List<GridColumn> out = new ArrayList<>();
    out.add(GridColumn.of(SortKey.Kind.ROW, 0, Messages.GridRows_row, Messages.GridRows_rowTip));
    if (table.labelled()) {
      out.add(GridColumn.of(SortKey.Kind.LABEL, 0, Messages.GridRows_label, Messages.GridRows_labelTip));
    }
    explained.ifPresent(e -> {
      String feature = e.features().get(attributed);
      out.add(GridColumn.of(SortKey.Kind.SCORE, 0, Messages.GridRows_score, e.what()));
      out.add(GridColumn.of(SortKey.Kind.ATTRIBUTION, attributed, NLS.bind(Messages.GridRows_attribution, feature),
          NLS.bind(Messages.GridRows_attributionTip, feature, e.what())));
    });
    for (int c = 0; c < table.columns(); c++) {
      TableColumn column = table.column(c);
      boolean words = table.texts(c) || !column.words().isEmpty();
      String tip = column.group().isEmpty() ? "" : NLS.bind(Messages.GridRows_groupTip, column.group());
      out.add(new GridColumn(SortKey.Kind.FEATURE, c, column.name(), column.unit(), column.group(), tip, !words));
    }
    return List.copyOf(out);
  }

  int rows() {
    return order.length;
  }

  /** A cell as a person reads it; empty if it is missing. */
  String text(int line, GridColumn column) {
    int row = order[line];
    return switch (column.kind()) {
      case ROW -> table.name(row);
      case LABEL -> number(table.label(row));
      case SCORE -> number(explained.orElseThrow().score(row));
      case ATTRIBUTION -> number(explained.orElseThrow().attribution(row, column.number()));
      case FEATURE -> table.text(row, column.number());
    };
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : Numbers.format(value, DIGITS);
  }

  /** Where a row is shown; -1 if the filter leaves it out. */
  int line(int row) {
    for (int i = 0; i < order.length; i++) {
      if (order[i] == row) {
        return i;
      }
    }
    return -1;
  }
}
