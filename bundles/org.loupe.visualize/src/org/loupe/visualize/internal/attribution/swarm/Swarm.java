/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.swarm;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loupe.scene.Selection;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.Texts;
import org.loupe.visualize.internal.attribution.ValueScale;

/**
 * One line of a beeswarm.
 *
 * @param name of the feature
 * @param values attribution of each row
 * @param positions of the feature's value between low and high in each row; NaN where there is none
 * @param feature its number; empty for the sum of others
 */
record Swarm(Sheet sheet, String name, double[] values, double[] positions, Optional<Integer> feature) {
  static Swarm of(Sheet sheet, int feature) {
    double[] inputs = sheet.inputs(feature);
    ValueScale scale = ValueScale.of(inputs);
    boolean turned = sheet.column(feature).scale() < 0;
    double[] positions = new double[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      double at = scale.position(inputs[i]);
      positions[i] = turned ? 1 - at : at;
    }
    return new Swarm(sheet, sheet.column(feature).name(), sheet.values(feature), positions, Optional.of(feature));
  }

  static Swarm together(Sheet sheet, List<Integer> others) {
    double[] values = new double[sheet.rows()];
    for (int r = 0; r < values.length; r++) {
      for (int f : others) {
        values[r] += sheet.value(r, f);
      }
    }
    double[] none = new double[values.length];
    java.util.Arrays.fill(none, Double.NaN);
    return new Swarm(sheet, Texts.others(others.size()), values, none, Optional.empty());
  }

  double least() {
    return java.util.Arrays.stream(values).min().orElse(0);
  }

  double most() {
    return java.util.Arrays.stream(values).max().orElse(0);
  }

  /** Whether a value of a feature is missing. */
  boolean missing() {
    return feature.isPresent() && IntStream.range(0, positions.length).anyMatch(i -> Double.isNaN(positions[i]));
  }

  String tooltip(int row) {
    return feature.map(f -> sheet.tooltip(row, f)).orElseGet(() -> "row " + sheet.name(row) + "\n" + name
        + "\nattribution " + Texts.signed(values[row], 6));
  }

  Selection selection(int row) {
    return feature.map(f -> sheet.selection(row, f)).orElseGet(() -> sheet.rowSelection(row));
  }
}
