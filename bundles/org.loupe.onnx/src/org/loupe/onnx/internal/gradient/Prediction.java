/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.graph.Dim;
import org.loupe.graph.gradient.ShapeFacts;
import org.loupe.math.tensor.Tensor;

/**
 * Tells what a second run would show where the file tells all extents and a first run has borne it out: most
 * convolutional networks need no second run.
 */
final class Prediction {
  private final ShapeFacts inferred;
  private final Map<Dim, long[]> open = new HashMap<>();

  /** @param inferred extents as the file tells them */
  Prediction(ShapeFacts inferred, Map<String, Tensor> firstInputs, Map<String, Tensor> secondInputs) {
    this.inferred = inferred;
    firstInputs.forEach((input, first) -> {
      List<Dim> dims = inferred.dims(input).orElse(List.of());
      for (int axis = 0; axis < dims.size() && axis < first.shape().rank(); axis++) {
        if (dims.get(axis) instanceof Dim.Symbol) {
          // Of one name and two extents nothing can be told.
          open.merge(dims.get(axis), new long[] {first.shape().dim(axis),
              secondInputs.get(input).shape().dim(axis)}, (a, b) -> Arrays.equals(a, b) ? a : new long[] {-1, -1});
        }
      }
    });
  }

  /** The extents in the second run; empty if they are not all known, or the first run was another. */
  Optional<Map<String, long[]>> second(Map<String, long[]> first) {
    Map<String, long[]> out = new HashMap<>();
    for (Map.Entry<String, long[]> value : first.entrySet()) {
      List<Dim> dims = inferred.dims(value.getKey()).orElse(null);
      long[] seen = value.getValue();
      if (dims == null || dims.size() != seen.length) {
        return Optional.empty();
      }
      long[] predicted = new long[seen.length];
      for (int axis = 0; axis < seen.length; axis++) {
        long[] pair = dims.get(axis) instanceof Dim.Fixed f ? new long[] {f.size(), f.size()}
            : open.get(dims.get(axis));
        if (pair == null || pair[0] != seen[axis]) {
          return Optional.empty();
        }
        predicted[axis] = pair[1];
      }
      out.put(value.getKey(), predicted);
    }
    return Optional.of(out);
  }
}
