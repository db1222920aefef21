/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.subject.TableColumn;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** Attribution tables whose effects are known. */
public final class Tables {
  /** Mean of the score of {@link #known}. */
  public static final double BASE = -0.5;

  private Tables() {
  }

  /** A table with the given rows of attributions; values are the attributions times ten, scores what they must be. */
  public static AttributionTable of(double base, double[]... rows) {
    int features = rows.length == 0 ? 0 : rows[0].length;
    return of(IntStream.range(0, features).mapToObj(i -> TableColumn.plain("f" + i)).toList(), base,
        java.util.Arrays.stream(rows).map(r -> java.util.Arrays.stream(r).map(v -> v * 10).toArray())
            .toArray(double[][]::new), rows);
  }

  public static AttributionTable of(List<TableColumn> features, double base, double[][] inputs, double[][] values) {
    int n = values.length;
    double[] scores = new double[n];
    double[] bases = new double[n];
    for (int i = 0; i < n; i++) {
      bases[i] = base;
      scores[i] = base + java.util.Arrays.stream(values[i]).sum();
    }
    return new AttributionTable("margin (log-odds)", features,
        IntStream.rangeClosed(1, n).mapToObj(Integer::toString).toList(), tensor(values, features.size()),
        tensor(inputs, features.size()), ArrayTensor.of(Shape.of(n), bases), ArrayTensor.of(Shape.of(n), scores),
        Optional.empty(), Map.of());
  }

  private static ArrayTensor tensor(double[][] rows, int width) {
    double[] all = java.util.Arrays.stream(rows).flatMapToDouble(java.util.Arrays::stream).toArray();
    return ArrayTensor.of(Shape.of(rows.length, width), all);
  }

  /**
   * Twelve features of people: age raises linearly, blood pressure in a step at 140, sex only for those who smoke,
   * cholesterol lowers, the weight is missing for some, the rest is noise of falling size and one constant.
   */
  public static AttributionTable known(int rows) {
    Random random = new Random(7);
    List<TableColumn> features = new ArrayList<>(List.of(
        new TableColumn("age", "yr", List.of(), "", 0.1, -50), new TableColumn("blood pressure", "mm Hg", List.of(), "",
            1, 0), new TableColumn("sex", "", List.of("female", "male"), "", 1, 0),
        new TableColumn("smoking", "", List.of("never", "former", "current"), "", 1, 0),
        new TableColumn("cholesterol", "mg/dl", List.of(), "", 1, 0),
        new TableColumn("weight", "kg", List.of(), "", 1, 0), TableColumn.plain("constant")));
    for (int i = 1; i <= 5; i++) {
      features.add(TableColumn.plain("noise " + i));
    }
    double[][] inputs = new double[rows][features.size()];
    double[][] values = new double[rows][features.size()];
    for (int r = 0; r < rows; r++) {
      double[] x = inputs[r];
      double[] v = values[r];
      x[0] = 1.2 * random.nextGaussian();
      v[0] = 0.6 * x[0];
      x[1] = Math.round(130 + 18 * random.nextGaussian());
      v[1] = x[1] >= 140 ? 0.9 : -0.4;
      x[2] = random.nextInt(2);
      x[3] = random.nextInt(3);
      v[2] = x[3] == 2 ? x[2] * 1.4 - 0.7 : 0.05 * random.nextGaussian();
      v[3] = 0.4 * (x[3] - 1);
      x[4] = Math.round(220 + 40 * random.nextGaussian());
      v[4] = -0.006 * (x[4] - 220) + 0.1 * random.nextGaussian();
      boolean missing = random.nextInt(10) == 0;
      x[5] = missing ? Double.NaN : 75 + 12 * random.nextGaussian();
      v[5] = missing ? -0.35 : 0.02 * (x[5] - 75) * (x[2] == 1 ? 1 : -1);
      x[6] = 3;
      for (int i = 7; i < x.length; i++) {
        x[i] = random.nextGaussian();
        v[i] = random.nextGaussian() * 0.12 / (i - 6);
      }
    }
    return of(features, BASE, inputs, values);
  }

  /** Features of falling strength. */
  public static AttributionTable wide(int rows, int features) {
    Random random = new Random(11);
    double[][] values = new double[rows][features];
    for (double[] row : values) {
      for (int f = 0; f < features; f++) {
        row[f] = random.nextGaussian() / (1 + f * 0.2);
      }
    }
    return of(3, values);
  }

  /** The same attributions under other names. */
  public static AttributionTable named(AttributionTable table, String... names) {
    List<TableColumn> features = IntStream.range(0, table.features().size()).mapToObj(i -> {
      TableColumn c = table.features().get(i);
      return new TableColumn(i < names.length ? names[i] : c.name(), c.unit(), c.words(), c.group(), c.scale(),
          c.offset());
    }).toList();
    return new AttributionTable(table.score(), features, table.rows(), table.values(), table.inputs(), table.base(),
        table.scores(), table.interactions(), table.figures());
  }

  /** Names that are long, or in scripts of which not every font has letters. */
  public static AttributionTable international(int rows) {
    return named(known(rows), "\u0e2d\u0e32\u0e22\u0e38\u0e02\u0e2d\u0e07\u0e1c\u0e39\u0e49\u0e1b\u0e48\u0e27\u0e22",
        "\u6536\u7f29\u538b\uff08\u9759\u606f\u65f6\u6d4b\u91cf\uff09",
        "\u0e40\u0e1e\u0e28",
        "smoking status as reported by the patient at the first visit to the clinic, corrected by the nurse",
        "Serumcholesterinkonzentrationsmesswertdurchschnitt", "\u4f53\u91cd", "=HYPERLINK(\"x\")",
        "\u0627\u0644\u0639\u0645\u0631", "\u0397\u03bb\u03b9\u03ba\u03af\u03b1", "a\nb\tc",
        "\ud83d\ude00 smile", "");
  }
}
