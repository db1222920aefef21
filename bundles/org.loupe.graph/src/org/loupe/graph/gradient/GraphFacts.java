/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.Initializer;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.onnx.ConstantReader;
import org.loupe.math.tensor.Tensor;

/** What is known about the values of a graph that is differentiated. */
final class GraphFacts {
  /** More elements than any attribute-like constant has; weights are never read. */
  private static final long MAX_READ = 1 << 16;

  private final OnnxModel model;
  private final GraphIndex index;
  private final ShapeFacts shapes;
  private final Map<String, DataType> types;

  GraphFacts(OnnxModel model, ShapeFacts shapes) {
    this.model = model;
    this.index = GraphIndex.of(model.graph());
    this.shapes = shapes;
    this.types = ElementTypes.of(model, index, shapes);
  }

  OnnxModel model() {
    return model;
  }

  GraphIndex index() {
    return index;
  }

  /** Version of the standard operators. */
  long opset() {
    return model.opset("").orElse(model.opset("ai.onnx").orElse(0));
  }

  /** The element type; single precision for values of operators that nobody knows. */
  DataType type(String value) {
    return types.getOrDefault(value, DataType.FLOAT);
  }

  /** Whether a value can carry a gradient. */
  boolean isFloating(String value) {
    return type(value).isFloating();
  }

  Optional<List<Dim>> dims(String value) {
    Optional<List<Dim>> constant = index.constant(value)
        .map(c -> Arrays.stream(c.shape().dims()).mapToObj(Dim::of).toList());
    return constant.or(() -> shapes.dims(value));
  }

  /** A small constant, empty if the value is none or is as large as a weight. */
  Optional<Tensor> constant(String value) {
    Optional<Initializer> constant = index.constant(value).filter(c -> c.size() <= MAX_READ);
    try {
      return constant.isPresent() ? Optional.of(ConstantReader.tensor(constant.get())) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
