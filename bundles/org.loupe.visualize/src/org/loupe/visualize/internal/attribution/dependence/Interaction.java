/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.dependence;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.loupe.api.result.AttributionTable;
import org.loupe.math.stats.Summary;
import org.loupe.math.tensor.Tensor;
import org.loupe.visualize.internal.attribution.Sheet;

/**
 * Which feature goes most with the scatter of another's attributions. With interactions in the result, it is the one of
 * the largest mean interaction. Without, it is found roughly: rows are sorted by the feature's value and cut into
 * windows of as many rows, so that within a window that value hardly varies; of what its attributions still vary
 * there, each other feature's share is taken to be the standard deviation times the size of the correlation, added over
 * windows. A share that correlation by chance in windows of that size would give just as well is none.
 */
final class Interaction {
  private static final int MOST_ROWS = 2000;
  private static final int WINDOWS = 16;
  /** Mean and deviation of the size of a correlation by chance, times the square root of the number of rows. */
  private static final double CHANCE = 0.8;
  private static final double DEVIATION = 0.6;
  private static final int LEAST_IN_WINDOW = 30;

  private Interaction() {
  }

  /** -1 if nothing goes with it. */
  static int strongest(AttributionTable table, int feature) {
    Sheet sheet = Sheet.of(table, MOST_ROWS);
    double[] strength = table.interactions().map(t -> known(t, sheet, feature))
        .orElseGet(() -> guessed(sheet, feature));
    int best = -1;
    for (int g = 0; g < strength.length; g++) {
      if (g != feature && strength[g] > (best < 0 ? 0 : strength[best])) {
        best = g;
      }
    }
    return best;
  }

  private static double[] known(Tensor interactions, Sheet sheet, int feature) {
    int n = sheet.features();
    double[] out = new double[n];
    double[] line = new double[n];
    for (int r = 0; r < sheet.rows(); r++) {
      interactions.copyTo(((long) sheet.tableRow(r) * n + feature) * n, line);
      for (int g = 0; g < n; g++) {
        out[g] += Double.isFinite(line[g]) ? Math.abs(line[g]) / sheet.rows() : 0;
      }
    }
    return out;
  }

  private static double[] guessed(Sheet sheet, int feature) {
    double[] out = new double[sheet.features()];
    List<Integer> rows = IntStream.range(0, sheet.rows()).boxed()
        .filter(r -> Double.isFinite(sheet.input(r, feature)))
        .sorted(Comparator.comparingDouble((Integer r) -> sheet.input(r, feature))).toList();
    if (rows.isEmpty()) {
      return out;
    }
    int windows = Math.clamp(rows.size() / LEAST_IN_WINDOW, 1, WINDOWS);
    double scatter = 0;
    double squares = 0;
    for (int w = 0; w < windows; w++) {
      List<Integer> window = rows.subList(w * rows.size() / windows, (w + 1) * rows.size() / windows);
      for (int g = 0; g < out.length; g++) {
        out[g] += g == feature ? 0 : shared(sheet, window, feature, g);
      }
      double deviation = Summary.of(window.stream().mapToDouble(r -> sheet.value(r, feature)).toArray()).std();
      scatter += deviation;
      squares += deviation * deviation;
    }
    // three deviations above what chance gives in so many windows, each counted by its scatter
    double chance = (CHANCE * scatter + 3 * DEVIATION * Math.sqrt(squares)) / Math.sqrt((double) rows.size() / windows);
    for (int g = 0; g < out.length; g++) {
      out[g] = out[g] > chance ? out[g] : 0;
    }
    return out;
  }

  /** Covariance of a value and the attribution over the value's standard deviation; rows without the value left out. */
  private static double shared(Sheet sheet, List<Integer> window, int feature, int other) {
    double x = 0;
    double y = 0;
    int n = 0;
    for (int r : window) {
      if (Math.abs(sheet.input(r, other)) < 1e150) {
        x += sheet.input(r, other);
        y += sheet.value(r, feature);
        n++;
      }
    }
    double xx = 0;
    double xy = 0;
    for (int r : window) {
      if (Math.abs(sheet.input(r, other)) < 1e150) {
        double dx = sheet.input(r, other) - x / n;
        xx += dx * dx;
        xy += dx * (sheet.value(r, feature) - y / n);
      }
    }
    double out = xx > 0 ? Math.abs(xy) / Math.sqrt(xx * n) : 0;
    return Double.isFinite(out) ? out : 0;
  }
}
