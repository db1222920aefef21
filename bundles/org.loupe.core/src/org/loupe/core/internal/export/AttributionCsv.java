/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.loupe.api.result.AttributionTable;
import org.loupe.math.tensor.Tensor;

/**
 * Attributions of rows as one rectangular table: the row's name, its score, its base value and the attribution of each
 * feature. Where there are interactions, a column for each feature alone ({@code age alone}) and each pair of features
 * ({@code age x sex}) follows, the latter with both halves of the symmetric matrix, so that they add up to the score
 * too. One row is in memory at a time.
 */
public final class AttributionCsv {
  private AttributionCsv() {
  }

  static void write(AttributionTable table, Writer out) throws IOException {
    heading(table, out);
    rows(table, out);
  }

  /** The names of the columns. */
  public static void heading(AttributionTable table, Writer out) throws IOException {
    CsvExport.row(out, headings(table));
  }

  /** The rows, without a heading. */
  public static void rows(AttributionTable table, Writer out) throws IOException {
    int features = table.features().size();
    double[] line = new double[features];
    for (int row = 0; row < table.rows().size(); row++) {
      // Numbers need no quotes, so they are put together here: there may be a thousand million of them.
      StringBuilder cells = new StringBuilder(CsvExport.cell(table.rows().get(row)));
      cells.append(',').append(CsvExport.number(table.scores(), row));
      cells.append(',').append(CsvExport.number(table.base(), row));
      for (int i = 0; i < features; i++) {
        cells.append(',').append(CsvExport.number(table.values(), (long) row * features + i));
      }
      if (table.interactions().isPresent()) {
        interactions(table.interactions().get(), row, line, cells);
      }
      out.append(cells).write("\r\n");
    }
  }

  private static void interactions(Tensor all, long row, double[] line, StringBuilder cells) {
    for (int i = 0; i < line.length; i++) {
      all.copyTo((row * line.length + i) * line.length, line);
      for (int j = i; j < line.length; j++) {
        cells.append(',').append(Double.toString(i == j ? line[j] : 2 * line[j]));
      }
    }
  }

  private static List<String> headings(AttributionTable table) {
    List<String> out = new ArrayList<>(List.of("row", "score", "base"));
    List<String> names = table.features().stream().map(f -> f.name()).toList();
    out.addAll(names);
    if (table.interactions().isPresent()) {
      for (int i = 0; i < names.size(); i++) {
        for (int j = i; j < names.size(); j++) {
          out.add(i == j ? names.get(i) + " alone" : names.get(i) + " x " + names.get(j));
        }
      }
    }
    return out;
  }
}
