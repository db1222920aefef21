/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.result.Table;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.scene.Scene;
import org.loupe.visualize.internal.Notes;
import org.loupe.visualize.internal.attribution.Find;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.Shown;
import org.loupe.visualize.internal.table.DataTable;
import org.loupe.visualize.internal.table.TableOptions;

/** Features by rank: mean size, mean, least and greatest attribution, and whether high values raise the score. */
public final class AttributionSummary implements Visualizer<AttributionTable, SummaryOptions> {
  @Override
  public Class<AttributionTable> resultType() {
    return AttributionTable.class;
  }

  @Override
  public Class<SummaryOptions> optionsType() {
    return SummaryOptions.class;
  }

  @Override
  public Scene prepare(AttributionTable result, ViewRequest<SummaryOptions> request) throws LoupeException {
    Find.some(result);
    Sheet sheet = Sheet.of(result);
    List<Integer> order = Shown.of(sheet.strengths(), sheet.features(), Integer.MAX_VALUE).own();
    List<String> said = new ArrayList<>(List.of(Notes.count(sheet.rows(), "row"), result.score()));
    said.addAll(sheet.notes());
    if (sheet.rows() > Direction.MOST_ROWS) {
      said.add("high values: by " + Direction.MOST_ROWS + " rows");
    }
    return DataTable.scene(table(sheet, order), String.join("  \u00b7  ", said), Map.of(),
        row -> Optional.of(sheet.featureSelection(order.get(row))), new ViewRequest<>(
            new TableOptions(request.options().features()), request.title(), request.width(), request.height()));
  }

  static Table table(Sheet sheet, List<Integer> order) {
    int n = order.size();
    double[] rank = new double[n];
    double[] size = new double[n];
    double[] mean = new double[n];
    double[] least = new double[n];
    double[] most = new double[n];
    List<String> names = new ArrayList<>();
    List<String> directions = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int f = order.get(i);
      rank[i] = i + 1;
      double[] values = sheet.values(f);
      least[i] = Double.POSITIVE_INFINITY;
      most[i] = Double.NEGATIVE_INFINITY;
      for (double v : values) {
        size[i] += Math.abs(v) / values.length;
        mean[i] += v / values.length;
        least[i] = Math.min(least[i], v);
        most[i] = Math.max(most[i], v);
      }
      names.add(sheet.column(f).name());
      directions.add(direction(sheet, f, values));
    }
    return Table.of(new Table.Numbers("rank", "", rank), new Table.Texts("feature", names),
        new Table.Numbers("mean size", "", size), new Table.Numbers("mean", "", mean),
        new Table.Numbers("least", "", least), new Table.Numbers("greatest", "", most),
        new Table.Texts("high values", directions));
  }

  /** Codes of more than two words have no order that means something; of two, the second is the high one. */
  private static String direction(Sheet sheet, int feature, double... values) {
    List<String> words = sheet.column(feature).words();
    if (words.size() > 2) {
      return Direction.NONE;
    }
    String text = Direction.of(seen(sheet, feature), values).text();
    return words.size() == 2 && !text.equals(Direction.NONE) ? words.get(1) + ": " + text : text;
  }

  private static double[] seen(Sheet sheet, int feature) {
    double[] out = sheet.inputs(feature);
    for (int i = 0; i < out.length; i++) {
      out[i] = sheet.column(feature).seen(out[i]);
    }
    return out;
  }
}
