/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph;

import java.util.List;
import java.util.Optional;

/** The name of a value and what the model declares about its type. */
public record ValueInfo(String name, ValueType type) {
  /** A tensor with declared extents. */
  public static ValueInfo tensor(String name, DataType type, List<Dim> dims) {
    return new ValueInfo(name, new ValueType.TensorType(type, Optional.of(dims)));
  }

  /** Element type if this is a (dense) tensor. */
  public Optional<DataType> elementType() {
    return type instanceof ValueType.TensorType t ? Optional.of(t.elementType()) : Optional.empty();
  }

  /** Extents if this is a tensor whose rank is declared. */
  public Optional<List<Dim>> dims() {
    return type instanceof ValueType.TensorType t ? t.dims() : Optional.empty();
  }
}
