/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.shape.ShapeInference;

/**
 * What is known about the shapes of a graph's values. The best source is a run of the model at two batch sizes, both
 * at least 2: extents that stay are {@link Dim.Fixed}, those that change are not.
 *
 * <p>The gradient graph holds for all inputs that agree with the fixed extents. An extent that is not fixed is taken
 * never to be one that is broadcast: where two operands meet, either both have it or the other has a fixed 1.
 */
@FunctionalInterface
public interface ShapeFacts {
  /** The extents of a value, empty if not even its rank is known. */
  Optional<List<Dim>> dims(String value);

  /** The element type of a value, empty if only the model's declarations and operators tell. */
  default Optional<DataType> type(String value) {
    return Optional.empty();
  }

  /** These facts, and for values that they say nothing about, others. */
  default ShapeFacts or(ShapeFacts others) {
    ShapeFacts self = this;
    return new ShapeFacts() {
      @Override
      public Optional<List<Dim>> dims(String value) {
        return self.dims(value).or(() -> others.dims(value));
      }

      @Override
      public Optional<DataType> type(String value) {
        return self.type(value).or(() -> others.type(value));
      }
    };
  }

  /** Known extents by value name. */
  static ShapeFacts of(Map<String, List<Dim>> dims) {
    Map<String, List<Dim>> copy = Map.copyOf(dims);
    return value -> Optional.ofNullable(copy.get(value));
  }

  /** What the model's declarations tell without running it. @throws IOException if a constant cannot be read */
  static ShapeFacts inferred(OnnxModel model) throws IOException {
    return of(ShapeInference.infer(model, GraphIndex.of(model.graph())));
  }
}
