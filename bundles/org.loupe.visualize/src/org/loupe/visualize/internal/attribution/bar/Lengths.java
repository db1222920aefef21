/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.bar;

import java.util.List;
import java.util.stream.IntStream;
import org.loupe.visualize.internal.attribution.FeatureLines;
import org.loupe.visualize.internal.attribution.Sheet;

/**
 * What the bars stand for.
 *
 * @param label before the score, as {@code mean size of attribution, }
 * @param values by feature
 * @param signed whether they are attributions with a sign
 * @param measure how rows become one number; empty for one row
 */
record Lengths(String label, double[] values, boolean signed, java.util.Optional<BarOptions.Measure> measure) {
  static Lengths ofRow(Sheet sheet) {
    return new Lengths("attribution, ", sheet.row(0), true, java.util.Optional.empty());
  }

  static Lengths of(Sheet sheet, BarOptions.Measure measure) {
    double[] values = IntStream.range(0, sheet.features()).mapToDouble(f -> one(sheet, measure, List.of(f))).toArray();
    String label = switch (measure) {
      case MEAN_SIZE -> "mean size of attribution, ";
      case MEAN -> "mean attribution, ";
      case LARGEST -> "largest size of attribution, ";
    };
    return new Lengths(label, values, measure == BarOptions.Measure.MEAN, java.util.Optional.of(measure));
  }

  /** Of features taken as one: their attributions in a row are added before anything else. */
  private static double one(Sheet sheet, BarOptions.Measure measure, List<Integer> features) {
    double out = 0;
    for (int r = 0; r < sheet.rows(); r++) {
      double v = 0;
      for (int f : features) {
        v += sheet.value(r, f);
      }
      out = switch (measure) {
        case MEAN_SIZE -> out + Math.abs(v) / sheet.rows();
        case MEAN -> out + v / sheet.rows();
        case LARGEST -> Math.max(out, Math.abs(v));
      };
    }
    return out;
  }

  double together(Sheet sheet, List<Integer> others) {
    return measure.filter(BarOptions.Measure.LARGEST::equals).map(m -> one(sheet, m, others))
        .orElseGet(() -> others.stream().mapToDouble(f -> values[f]).sum());
  }

  FeatureLines.Line line(Sheet sheet, int feature) {
    return measure.isPresent() ? FeatureLines.Line.named(sheet, feature)
        : FeatureLines.Line.valued(sheet, 0, feature);
  }

  double[] strengths() {
    return java.util.Arrays.stream(values).map(Math::abs).toArray();
  }
}
