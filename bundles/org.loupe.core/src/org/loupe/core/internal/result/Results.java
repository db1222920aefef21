/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.result.Composite;
import org.loupe.api.result.Curves;
import org.loupe.api.result.CustomResult;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.result.Result;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.result.Table;
import org.loupe.core.internal.contain.Containment;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** What all kinds of results have in common. */
public final class Results {
  static final String SALIENCY = "SaliencyMap";
  static final String FEATURES = "FeatureAttribution";
  static final String ROWS = "AttributionTable";
  static final String MAPS = "FeatureMaps";
  static final String GENERATED = "GeneratedInput";
  static final String TABLE = "Table";
  static final String CURVES = "Curves";
  static final String COMPOSITE = "Composite";

  private Results() {
  }

  /** Kind as visualizers name it; of a contributed result, what it says. @param bundle of the method that made it */
  public static String kind(Result result, String bundle) throws LoupeException {
    return switch (result) {
      case SaliencyMap m -> SALIENCY;
      case FeatureAttribution f -> FEATURES;
      case AttributionTable t -> ROWS;
      case FeatureMaps m -> MAPS;
      case GeneratedInput g -> GENERATED;
      case Table t -> TABLE;
      case Curves c -> CURVES;
      case Composite c -> COMPOSITE;
      case CustomResult c -> Containment.call(bundle, "naming the kind of the result", c::kind);
    };
  }

  /**
   * Its numbers as one tensor, if it has such: of a table, those of its columns of numbers [rows, columns]; of curves,
   * [points, 3] with the series, the place and the value; of a composite, those of the first part that has any.
   */
  public static Optional<Tensor> values(Result result) {
    return switch (result) {
      case SaliencyMap m -> Optional.of(m.values());
      case FeatureAttribution f -> Optional.of(f.values());
      case AttributionTable t -> Optional.of(t.values());
      case FeatureMaps m -> Optional.of(m.values());
      case GeneratedInput g -> Optional.of(g.values());
      case Table t -> columns(t);
      case Curves c -> Optional.of(points(c));
      case Composite c -> c.parts().values().stream().map(Results::values).flatMap(Optional::stream).findFirst();
      case CustomResult c -> Optional.empty();
    };
  }

  private static Optional<Tensor> columns(Table table) {
    List<double[]> numbers = table.columns().stream().filter(Table.Numbers.class::isInstance)
        .map(c -> ((Table.Numbers) c).values()).toList();
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    double[] all = new double[Math.multiplyExact(table.rows(), numbers.size())];
    Arrays.setAll(all, i -> numbers.get(i % numbers.size())[i / numbers.size()]);
    return Optional.of(ArrayTensor.of(Shape.of(table.rows(), numbers.size()), all));
  }

  private static Tensor points(Curves curves) {
    int total = curves.series().stream().mapToInt(s -> s.xs().length).reduce(0, Math::addExact);
    double[] all = new double[Math.multiplyExact(total, 3)];
    int at = 0;
    for (int s = 0; s < curves.series().size(); s++) {
      double[] xs = curves.series().get(s).xs();
      double[] ys = curves.series().get(s).ys();
      for (int i = 0; i < xs.length; i++) {
        all[at++] = s;
        all[at++] = xs[i];
        all[at++] = ys[i];
      }
    }
    return ArrayTensor.of(Shape.of(total, 3), all);
  }
}
