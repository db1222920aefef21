/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.gradient.ShapeFacts;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Checks cotangents against their sources, before native code sees them. */
final class CotangentCheck {
  private final Map<String, ValueInfo> declared;
  private final ShapeFacts shapes;
  /** Extents of the inputs that are not fixed, by name: an extent of that name is as large elsewhere. */
  private final Map<Dim, Long> open = new HashMap<>();

  /** @param declared the inputs that take cotangents, by source */
  CotangentCheck(Map<String, ValueInfo> declared, ShapeFacts shapes, Map<String, Tensor> inputs) {
    this.declared = declared;
    this.shapes = shapes;
    inputs.forEach(this::name);
  }

  private void name(String input, Tensor tensor) {
    List<Dim> dims = shapes.dims(input).orElse(List.of());
    for (int axis = 0; axis < dims.size() && axis < tensor.shape().rank(); axis++) {
      if (dims.get(axis) instanceof Dim.Symbol s) {
        open.put(s, tensor.shape().dim(axis));
      }
    }
  }

  /**
   * The cotangents by the input that takes them, in the width of numbers that their sources have.
   *
   * @throws LoupeException BAD_INPUT if one has not the shape of its source, or holds no floating-point numbers
   */
  Map<String, Tensor> fit(Map<String, Tensor> cotangents) throws LoupeException {
    Map<String, Tensor> out = new LinkedHashMap<>();
    for (Map.Entry<String, Tensor> c : cotangents.entrySet()) {
      ValueInfo input = declared.get(c.getKey());
      out.put(input.name(), fit(c.getKey(), c.getValue(), input));
    }
    return out;
  }

  private Tensor fit(String source, Tensor cotangent, ValueInfo input) throws LoupeException {
    Optional<List<Dim>> dims = input.dims();
    if (!cotangent.type().isFloating() || dims.isPresent() && !fits(dims.get(), cotangent.shape())) {
      throw LoupeException.badInput("the cotangent of '" + source + "' is " + cotangent.type() + " "
          + cotangent.shape() + ", and the value is " + input.type());
    }
    ElementType type = input.elementType().flatMap(DataType::elementType).orElse(cotangent.type());
    return type == cotangent.type() ? cotangent
        : ArrayTensor.convert(type, cotangent.shape(), cotangent.toDoubles());
  }

  private boolean fits(List<Dim> dims, Shape shape) {
    boolean fits = dims.size() == shape.rank();
    for (int axis = 0; fits && axis < dims.size(); axis++) {
      Long extent = dims.get(axis) instanceof Dim.Fixed f ? Long.valueOf(f.size()) : open.get(dims.get(axis));
      fits = extent == null || extent == shape.dim(axis);
    }
    return fits;
  }
}
