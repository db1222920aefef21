/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph;

import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * A constant tensor of a model: a weight, or the value of a tensor attribute (its name is then often empty).
 * {@link org.loupe.graph.onnx.ConstantReader} reads the elements.
 */
public record Initializer(String name, DataType type, Shape shape, TensorStorage storage) {
  /** A constant held in memory. */
  public static Initializer of(String name, Tensor tensor) {
    return new Initializer(name, DataType.of(tensor.type()), tensor.shape(), new TensorStorage.InMemory(tensor));
  }

  /** Number of elements. */
  public long size() {
    return shape.size();
  }
}
