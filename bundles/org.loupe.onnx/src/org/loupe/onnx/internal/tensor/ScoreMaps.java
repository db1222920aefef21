/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.tensor;

import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.loupe.api.LoupeException;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/** Class scores that a model returns as maps from label to score (operator ZipMap of ai.onnx.ml), one for each item. */
final class ScoreMaps {
  private ScoreMaps() {
  }

  /**
   * Rows of scores [n, classes], or a single row [classes].
   *
   * @param order the labels in the model's order; where it names others or none, labels are sorted
   */
  static OutputReader.Read read(String name, List<OnnxMap> maps, List<String> order, boolean single)
      throws LoupeException, OrtException {
    List<Map<?, ?>> rows = new ArrayList<>();
    TreeSet<Object> keys = new TreeSet<>();
    for (OnnxMap map : maps) {
      Map<?, ?> row = map.getValue();
      rows.add(row);
      keys.addAll(row.keySet());
    }
    Map<String, Object> byLabel = new HashMap<>();
    keys.forEach(k -> byLabel.put(k.toString(), k));
    boolean same = order.size() == byLabel.size() && byLabel.keySet().containsAll(order);
    List<String> labels = same ? order
        : keys.stream().map(Object::toString).toList();
    List<Object> values = new ArrayList<>();
    for (Map<?, ?> row : rows) {
      for (String label : labels) {
        Object value = row.get(byLabel.get(label));
        if (value == null) {
          throw LoupeException.notApplicable("value '" + name + "' has no entry '" + label
              + "' for one of the items, so it is no table of scores");
        }
        values.add(value);
      }
    }
    Shape shape = single ? Shape.of(labels.size()) : Shape.of(rows.size(), labels.size());
    return new OutputReader.Read(tensor(shape, values), labels);
  }

  private static Tensor tensor(Shape shape, List<Object> values) {
    if (!values.isEmpty() && values.get(0) instanceof String) {
      return new TextTensor(shape, values.stream().map(String.class::cast).toList());
    }
    ElementType type = values.isEmpty() ? ElementType.FLOAT32 : switch (values.get(0)) {
      case Double d -> ElementType.FLOAT64;
      case Long l -> ElementType.INT64;
      default -> ElementType.FLOAT32;
    };
    if (type == ElementType.INT64) {
      return ArrayTensor.of(shape, values.stream().mapToLong(v -> (Long) v).toArray());
    }
    return ArrayTensor.convert(type, shape, values.stream().mapToDouble(v -> ((Number) v).doubleValue()).toArray());
  }
}
