/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.ValueSpec;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Inputs of zeros, for models of which nothing but extents is to be learnt. */
final class MadeUpInputs {
  /** Many networks halve the sides of a picture five times. */
  private static final long SIDE = 224;
  private static final long LENGTH = 16;
  private static final long MOST = 1 << 26;

  private MadeUpInputs() {
  }

  /** An input for each that the model needs; empty if one is no tensor of numbers of known rank. */
  static Optional<Map<String, Tensor>> of(ModelDescription model) {
    Map<String, Tensor> out = new LinkedHashMap<>();
    for (ValueSpec input : model.inputs()) {
      if (input.kind() == ValueKind.OPTIONAL) {
        continue;
      }
      boolean numbers = input.kind() == ValueKind.TENSOR && input.dims().isPresent()
          && input.type().filter(t -> t != ElementType.STRING).isPresent();
      Optional<Shape> shape = numbers ? shape(input.dims().get()) : Optional.empty();
      if (shape.isEmpty()) {
        return Optional.empty();
      }
      ElementType type = input.type().get();
      out.put(input.name(), ArrayTensor.wrap(type, shape.get(), ArrayTensor.allocate(type, shape.get())));
    }
    return Optional.of(out);
  }

  private static Optional<Shape> shape(List<Dimension> dims) {
    long[] extents = new long[dims.size()];
    long size = 1;
    for (int axis = 0; axis < extents.length; axis++) {
      Dimension d = dims.get(axis);
      extents[axis] = d.known() ? d.size() : axis == 0 ? 1 : extents.length == 4 ? SIDE : LENGTH;
      if (extents[axis] > MOST / size) {
        return Optional.empty();
      }
      size *= Math.max(1, extents[axis]);
    }
    return Optional.of(Shape.of(extents));
  }
}
