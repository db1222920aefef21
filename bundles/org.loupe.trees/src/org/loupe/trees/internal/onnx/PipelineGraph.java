/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.loupe.graph.Dim;
import org.loupe.graph.Initializer;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.onnx.ConstantReader;
import org.loupe.graph.shape.ShapeInference;
import org.loupe.math.tensor.ElementType;

/** The graph around an ensemble: how many elements a row of each value has, and constants. */
final class PipelineGraph {
  /** Longer constants are not read: no step of a pipeline has one for each column of so many. */
  private static final long MOST_CONSTANT = ColumnTrace.MOST;

  private final GraphIndex index;
  private final Map<String, List<Dim>> shapes;
  private final Map<String, Optional<double[]>> constants = new HashMap<>();
  private final Sources sources = new Sources(this);

  PipelineGraph(OnnxModel model) throws IOException {
    index = GraphIndex.of(model.graph());
    shapes = ShapeInference.infer(model, index);
  }

  GraphIndex index() {
    return index;
  }

  Sources sources() {
    return sources;
  }

  Optional<List<Dim>> shape(String value) {
    return Optional.ofNullable(shapes.get(value));
  }

  /** Number of elements of a row: of what stands behind the first axis. Empty if it cannot be told. */
  OptionalLong width(String value) {
    List<Dim> dims = shapes.get(value);
    if (dims == null || dims.isEmpty()) {
      return OptionalLong.empty();
    }
    long product = 1;
    for (Dim dim : dims.subList(1, dims.size())) {
      if (!(dim instanceof Dim.Fixed fixed) || product > ColumnTrace.MOST * ColumnTrace.MOST / (fixed.size() + 1)) {
        return OptionalLong.empty();
      }
      product *= fixed.size();
    }
    return OptionalLong.of(product);
  }

  /** The numbers of a constant; empty for a value that is none, texts, and very many. */
  Optional<double[]> constant(String value) throws IOException {
    Optional<double[]> known = constants.get(value);
    if (known == null) {
      Initializer c = index.constant(value).orElse(null);
      known = c == null || c.size() > MOST_CONSTANT || c.type().elementType().isEmpty()
          || c.type().elementType().get() == ElementType.STRING ? Optional.empty()
          : Optional.of(ConstantReader.tensor(c).toDoubles());
      constants.put(value, known);
    }
    return known;
  }
}
