/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph;

import java.util.List;
import java.util.Optional;

/** The declared type of a value: nearly always a tensor; classifiers of {@code ai.onnx.ml} give sequences of maps. */
public sealed interface ValueType {
  /** A tensor; {@code dims} is empty if not even the rank is known. */
  record TensorType(DataType elementType, Optional<List<Dim>> dims) implements ValueType {
    public TensorType {
      dims = dims.map(List::copyOf);
    }

    @Override
    public String toString() {
      return elementType.name().toLowerCase(java.util.Locale.ROOT) + dims.map(Object::toString).orElse("");
    }
  }

  /** A tensor of which few elements are not zero. */
  record SparseTensorType(DataType elementType, Optional<List<Dim>> dims) implements ValueType {
    public SparseTensorType {
      dims = dims.map(List::copyOf);
    }
  }

  record SequenceType(ValueType element) implements ValueType {
  }

  record MapType(DataType key, ValueType value) implements ValueType {
  }

  record OptionalType(ValueType element) implements ValueType {
  }

  /** A type known only to a domain's own operators. */
  record OpaqueType(String domain, String name) implements ValueType {
  }

  /** The model does not say. */
  record UnknownType() implements ValueType {
  }

  ValueType UNKNOWN = new UnknownType();
}
