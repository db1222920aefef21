/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import java.nio.IntBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.loupe.api.subject.Picture;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** All that a method found, taken apart so that two results can be compared: numbers, and what is no number. */
final class Contents {
  /** By the place in the result. */
  final Map<String, Tensor> numbers = new LinkedHashMap<>();
  /** By the place in the result; values know when they are equal. */
  final Map<String, Object> others = new LinkedHashMap<>();

  private Contents() {
  }

  /** @param bundle of the method that made it */
  static Contents of(Result result, String bundle) throws LoupeException {
    Contents out = new Contents();
    out.add("", result, bundle);
    return out;
  }

  private void add(String at, Result result, String bundle) throws LoupeException {
    switch (result) {
      case SaliencyMap m -> {
        numbers.put(at + "values", m.values());
        others.put(at + "axes", List.of(m.input(), m.axes()));
      }
      case FeatureAttribution f -> {
        numbers.put(at + "values", f.values());
        others.put(at + "features", f.features());
      }
      case AttributionTable t -> {
        numbers.put(at + "values", t.values());
        numbers.put(at + "inputs", t.inputs());
        numbers.put(at + "base", t.base());
        numbers.put(at + "scores", t.scores());
        t.interactions().ifPresent(i -> numbers.put(at + "interactions", i));
        others.put(at + "score", t.score());
        others.put(at + "features", t.features());
        others.put(at + "rows", t.rows());
      }
      case FeatureMaps m -> {
        numbers.put(at + "values", m.values());
        others.put(at + "layer", List.of(m.layer(), m.layout()));
        table(at + "channels ", m.channels());
      }
      case GeneratedInput g -> generated(at, g);
      case Table t -> table(at, t);
      case Curves c -> curves(at, c);
      case Composite c -> {
        others.put(at + "parts", List.copyOf(c.parts().keySet()));
        for (Map.Entry<String, Result> part : c.parts().entrySet()) {
          add(at + part.getKey() + ": ", part.getValue(), bundle);
        }
      }
      case CustomResult c -> others.put(at + "table", StoredTable.of(c, bundle));
    }
    if (!(result instanceof CustomResult)) {
      others.put(at + "kind", Results.kind(result, bundle));
    }
  }

  private void generated(String at, GeneratedInput g) {
    numbers.put(at + "values", g.values());
    numbers.put(at + "scores", vector(g.scores().stream().mapToDouble(Double::doubleValue).toArray()));
    others.put(at + "made", List.of(g.input(), g.objective(), g.axes()));
    picture(at + "picture", g.picture());
    for (GeneratedInput.Frame frame : g.frames()) {
      picture(at + "picture of step " + frame.step(), frame.picture());
    }
  }

  private void picture(String at, Picture picture) {
    others.put(at, List.of(picture.width(), picture.height(), IntBuffer.wrap(picture.argb())));
  }

  private void table(String at, Table table) {
    for (Table.Column column : table.columns()) {
      switch (column) {
        case Table.Texts t -> others.put(at + "column " + t.name(), t.values());
        case Table.Numbers n -> {
          numbers.put(at + "column " + n.name(), vector(n.values()));
          others.put(at + "unit of " + n.name(), n.unit());
        }
      }
    }
  }

  private void curves(String at, Curves curves) {
    others.put(at + "axis", List.of(curves.x(), curves.labels()));
    for (int i = 0; i < curves.series().size(); i++) {
      Curves.Series series = curves.series().get(i);
      others.put(at + "curve " + i, List.of(series.name(), series.y()));
      numbers.put(at + "places of curve " + i, vector(series.xs()));
      numbers.put(at + "values of curve " + i, vector(series.ys()));
    }
  }

  private static Tensor vector(double[] values) {
    return ArrayTensor.of(Shape.of(values.length), values);
  }
}
