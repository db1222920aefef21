/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import java.util.List;
import java.util.Optional;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.ValueSpec;
import org.loupe.graph.Dim;
import org.loupe.graph.ValueType;

/** Types of the operator graph as the contracts say them. */
final class ValueSpecs {
  private ValueSpecs() {
  }

  /** An optional value, and a sequence of tensors, has the element type and extents of what is inside. */
  static ValueSpec of(String name, ValueType type) {
    return switch (type) {
      case ValueType.TensorType t -> new ValueSpec(name, ValueKind.TENSOR, t.elementType().elementType(),
          dims(t.dims()));
      case ValueType.SparseTensorType t ->
        new ValueSpec(name, ValueKind.SPARSE, t.elementType().elementType(), dims(t.dims()));
      case ValueType.OptionalType t -> inner(name, ValueKind.OPTIONAL, t.element());
      case ValueType.SequenceType t -> new ValueSpec(name, ValueKind.SEQUENCE, of(name, t.element()).type(),
          Optional.empty());
      case ValueType.MapType t -> new ValueSpec(name, ValueKind.MAP, of(name, t.value()).type(), Optional.empty());
      case ValueType.OpaqueType t -> new ValueSpec(name, ValueKind.UNKNOWN, Optional.empty(), Optional.empty());
      case ValueType.UnknownType t -> new ValueSpec(name, ValueKind.UNKNOWN, Optional.empty(), Optional.empty());
    };
  }

  private static ValueSpec inner(String name, ValueKind kind, ValueType element) {
    ValueSpec spec = of(name, element);
    return new ValueSpec(name, kind, spec.type(), spec.dims());
  }

  private static Optional<List<Dimension>> dims(Optional<List<Dim>> dims) {
    return dims.map(list -> list.stream().map(ValueSpecs::dimension).toList());
  }

  private static Dimension dimension(Dim dim) {
    return switch (dim) {
      case Dim.Fixed f -> Dimension.of(f.size());
      case Dim.Symbol s -> Dimension.open(s.name());
      case Dim.Unknown u -> Dimension.open("");
    };
  }
}
