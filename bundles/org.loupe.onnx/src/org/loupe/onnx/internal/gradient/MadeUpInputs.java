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
public final class MadeUpInputs {
  /** Many networks halve the sides of a picture five times. */
  private static final long SIDE = 224;
  private static final long LENGTH = 16;
  private static final long MOST = 1 << 26;

  private MadeUpInputs() {
  }

  /** An input for each that the model needs; empty if one is no tensor of numbers of known rank, or too large. */
  public static Optional<Map<String, Tensor>> of(ModelDescription model) {
    Map<String, Shape> shapes = shapes(model);
    Map<String, Tensor> out = new LinkedHashMap<>();
    for (ValueSpec input : model.inputs()) {
      if (input.kind() == ValueKind.OPTIONAL) {
        continue;
      }
      Shape shape = shapes.get(input.name());
      ElementType type = input.type().orElse(ElementType.STRING);
      if (shape == null || type == ElementType.STRING || shape.size() > MOST) {
        return Optional.empty();
      }
      out.put(input.name(), ArrayTensor.wrap(type, shape, ArrayTensor.allocate(type, shape)));
    }
    return Optional.of(out);
  }

  /** Extents of those inputs whose rank is declared: one item, and for what is open besides a usual number. */
  public static Map<String, Shape> shapes(ModelDescription model) {
    Map<String, Shape> out = new LinkedHashMap<>();
    for (ValueSpec input : model.inputs()) {
      if (input.kind() == ValueKind.TENSOR && input.dims().isPresent()) {
        shape(input.dims().get()).ifPresent(s -> out.put(input.name(), s));
      }
    }
    return out;
  }

  private static Optional<Shape> shape(List<Dimension> dims) {
    long[] extents = new long[dims.size()];
    for (int axis = 0; axis < extents.length; axis++) {
      Dimension d = dims.get(axis);
      extents[axis] = d.known() ? d.size() : axis == 0 ? 1 : extents.length == 4 ? SIDE : LENGTH;
    }
    try {
      return Optional.of(Shape.of(extents));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
