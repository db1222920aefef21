/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables.rows;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.subject.TableColumn;

/** Attributions of some rows of a table. Immutable. */
public final class Explained {
  private final AttributionTable table;
  private final int[] rows;
  private final int[] places;

  /** @param rows the rows of the table that were explained, in the order of the result @param all how many there are */
  public Explained(AttributionTable table, int[] rows, int all) {
    if (rows.length != table.rows().size()) {
      throw new IllegalArgumentException(table.rows().size() + " rows of attributions for " + rows.length);
    }
    this.table = table;
    this.rows = rows.clone();
    this.places = new int[all];
    Arrays.fill(places, -1);
    for (int i = 0; i < rows.length; i++) {
      places[rows[i]] = i;
    }
  }

  /** What is explained, with its unit. */
  public String what() {
    return table.score();
  }

  /** The row of the table that stands at a place of the result, if it is the one that is called so. */
  public OptionalInt row(int place, String name) {
    boolean there = place >= 0 && place < rows.length && table.rows().get(place).equals(name);
    return there ? OptionalInt.of(rows[place]) : OptionalInt.empty();
  }

  /** Features that have attributions; those of a group are one. */
  public List<String> features() {
    return table.features().stream().map(TableColumn::name).toList();
  }

  /** The score of a row; NaN if it was not explained. */
  public double score(int row) {
    return places[row] < 0 ? Double.NaN : table.scores().get(places[row]);
  }

  /** The attribution of a feature in a row; NaN if the row was not explained. */
  public double attribution(int row, int feature) {
    return places[row] < 0 ? Double.NaN
        : table.values().get((long) places[row] * table.features().size() + feature);
  }

  /** The feature with the highest mean size of its attributions. */
  public int strongest() {
    int features = table.features().size();
    double[] sums = new double[features];
    for (long i = 0; i < table.values().size(); i++) {
      sums[(int) (i % features)] += Math.abs(table.values().get(i));
    }
    int best = 0;
    for (int f = 1; f < features; f++) {
      best = sums[f] > sums[best] ? f : best;
    }
    return best;
  }
}
