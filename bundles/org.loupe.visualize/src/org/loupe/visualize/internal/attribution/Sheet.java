/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.subject.TableColumn;
import org.loupe.math.tensor.Tensor;
import org.loupe.scene.Selection;
import org.loupe.visualize.internal.Notes;

/**
 * Rows of an attribution table in memory, all of them or a sample. Attributions that are no finite numbers, or too
 * large to be added, count as 0 and are mentioned in the notes.
 */
public final class Sheet {
  /** Numbers beyond this are not drawn: sums of them must stay finite. */
  static final double FAR = 1e290;
  private static final int MOST_CELLS = 1 << 24;
  private final AttributionTable table;
  private final int[] rows;
  private final int features;
  private final double[] values;
  private final double[] inputs;
  private final double[] base;
  private final double[] scores;
  private final List<String> notes = new ArrayList<>();
  /** The row that was looked for last: every line of a picture asks for the same one. */
  private volatile Found found;

  private record Found(String name, OptionalInt row) {
  }

  private Sheet(AttributionTable table, int... rows) {
    this.table = table;
    this.rows = rows;
    features = table.features().size();
    values = new double[Math.multiplyExact(rows.length, features)];
    inputs = new double[values.length];
    base = new double[rows.length];
    scores = new double[rows.length];
    boolean all = rows.length == table.rows().size();
    read(table.values(), all, features, values);
    read(table.inputs(), all, features, inputs);
    read(table.base(), all, 1, base);
    read(table.scores(), all, 1, scores);
    long odd = IntStream.range(0, values.length).filter(i -> odd(values, i)).count()
        + IntStream.range(0, base.length).filter(i -> odd(base, i) | odd(scores, i)).count();
    if (odd > 0) {
      notes.add(Notes.count(odd, "number") + " not finite or beyond 1e290 drawn as 0");
    }
  }

  private void read(Tensor from, boolean all, int width, double[] into) {
    if (all) {
      from.copyTo(0, into);
      return;
    }
    double[] row = new double[width];
    for (int i = 0; i < rows.length; i++) {
      from.copyTo((long) rows[i] * width, row);
      System.arraycopy(row, 0, into, i * width, width);
    }
  }

  private static boolean odd(double[] numbers, int i) {
    boolean odd = !(Math.abs(numbers[i]) <= FAR);
    numbers[i] = odd ? 0 : numbers[i];
    return odd;
  }

  /** One row. */
  public static Sheet one(AttributionTable table, int row) {
    return new Sheet(table, row);
  }

  /** All rows, or so many of them evenly spaced; a note says so. */
  public static Sheet of(AttributionTable table, int most) {
    int all = table.rows().size();
    int count = Math.min(all, Math.min(most, MOST_CELLS / Math.max(1, table.features().size())));
    Sheet sheet = new Sheet(table, IntStream.range(0, count).map(i -> (int) ((long) i * all / count)).toArray());
    if (count < all) {
      sheet.notes.add(count + " of " + all + " rows, evenly spaced in the table, are drawn");
    }
    return sheet;
  }

  /** As many rows as there may be in memory. */
  public static Sheet of(AttributionTable table) {
    return of(table, Integer.MAX_VALUE);
  }

  public AttributionTable table() {
    return table;
  }

  public int rows() {
    return rows.length;
  }

  public int features() {
    return features;
  }

  public TableColumn column(int feature) {
    return table.features().get(feature);
  }

  public double value(int row, int feature) {
    return values[row * features + feature];
  }

  /** The model's number; NaN where there is none. */
  public double input(int row, int feature) {
    return inputs[row * features + feature];
  }

  public double base(int row) {
    return base[row];
  }

  public double score(int row) {
    return scores[row];
  }

  /** Attributions of a row, a copy. */
  public double[] row(int row) {
    return java.util.Arrays.copyOfRange(values, row * features, (row + 1) * features);
  }

  /** Attributions of a feature, a copy. */
  public double[] values(int feature) {
    return IntStream.range(0, rows()).mapToDouble(r -> value(r, feature)).toArray();
  }

  /** The model's numbers of a feature, a copy. */
  public double[] inputs(int feature) {
    return IntStream.range(0, rows()).mapToDouble(r -> input(r, feature)).toArray();
  }

  public String name(int row) {
    return table.rows().get(rows[row]);
  }

  /** Position of a row in the table. */
  public int tableRow(int row) {
    return rows[row];
  }

  /** Mean size of the attributions of each feature; of one row, their sizes. */
  public double[] strengths() {
    double[] out = new double[features];
    for (int i = 0; i < values.length; i++) {
      out[i % features] += Math.abs(values[i]) / rows.length;
    }
    return out;
  }

  /** Mean base value; 0 if there is no row. */
  public double meanBase() {
    return java.util.Arrays.stream(base).map(b -> b / base.length).sum();
  }

  /** Name of a feature with its value in a row, as {@code age = 63 yr}. */
  public String named(int row, int feature) {
    return column(feature).name() + " = " + column(feature).text(input(row, feature));
  }

  /** What a place that stands for a feature in a row says. */
  public String tooltip(int row, int feature) {
    return "row " + name(row) + "\n" + named(row, feature) + "\nattribution " + Texts.signed(value(row, feature), 6);
  }

  /** What it selects. */
  public Selection selection(int row, int feature) {
    return Selection.of(Selection.ROW, name(row), rows[row], feature);
  }

  public Selection rowSelection(int row) {
    return Selection.of(Selection.ROW, name(row), rows[row]);
  }

  public Selection featureSelection(int feature) {
    return Selection.of(Selection.FEATURE, column(feature).name(), feature);
  }

  /** Position of the row that a selection names; empty if it names none, or one that is not in memory. */
  public OptionalInt row(Selection thing) {
    if (!thing.kind().equals(Selection.ROW)) {
      return OptionalInt.empty();
    }
    Found last = found;
    if (last == null || !last.name().equals(thing.id())) {
      last = new Found(thing.id(), IntStream.range(0, rows.length).filter(r -> name(r).equals(thing.id())).findFirst());
      found = last;
    }
    return last.row();
  }

  /** What a reader must know of these numbers. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
