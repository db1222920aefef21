/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.util.List;
import java.util.Optional;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;

/** Encodes declared types. */
final class TypeEncoder {
  private TypeEncoder() {
  }

  static WireOutput encode(ValueInfo value) {
    WireOutput out = new WireOutput();
    out.string(OnnxFields.ValueInfo.NAME, value.name());
    if (!(value.type() instanceof ValueType.UnknownType)) {
      out.message(OnnxFields.ValueInfo.TYPE, encode(value.type()));
    }
    return out;
  }

  static WireOutput encode(ValueType type) {
    WireOutput out = new WireOutput();
    switch (type) {
      case ValueType.TensorType t -> out.message(OnnxFields.Type.TENSOR, tensor(t.elementType(), t.dims()));
      case ValueType.SparseTensorType t ->
        out.message(OnnxFields.Type.SPARSE_TENSOR, tensor(t.elementType(), t.dims()));
      case ValueType.SequenceType s -> out.message(OnnxFields.Type.SEQUENCE, element(s.element()));
      case ValueType.OptionalType o -> out.message(OnnxFields.Type.OPTIONAL, element(o.element()));
      case ValueType.MapType m -> {
        WireOutput map = new WireOutput();
        map.integer(OnnxFields.Type.MAP_KEY, m.key().code());
        map.message(OnnxFields.Type.MAP_VALUE, encode(m.value()));
        out.message(OnnxFields.Type.MAP, map);
      }
      case ValueType.OpaqueType o -> {
        WireOutput opaque = new WireOutput();
        opaque.text(OnnxFields.Type.OPAQUE_DOMAIN, o.domain());
        opaque.text(OnnxFields.Type.OPAQUE_NAME, o.name());
        out.message(OnnxFields.Type.OPAQUE, opaque);
      }
      case ValueType.UnknownType u -> {
        // An empty message says just that.
      }
    }
    return out;
  }

  private static WireOutput element(ValueType type) {
    WireOutput out = new WireOutput();
    out.message(OnnxFields.Type.ELEM_TYPE, encode(type));
    return out;
  }

  private static WireOutput tensor(DataType element, Optional<List<Dim>> dims) {
    WireOutput out = new WireOutput();
    out.integer(OnnxFields.Type.ELEM_TYPE, element.code());
    dims.ifPresent(list -> out.message(OnnxFields.Type.SHAPE, shape(list)));
    return out;
  }

  private static WireOutput shape(List<Dim> dims) {
    WireOutput shape = new WireOutput();
    for (Dim dim : dims) {
      WireOutput out = new WireOutput();
      switch (dim) {
        case Dim.Fixed f -> out.integer(OnnxFields.Type.DIM_VALUE, f.size());
        case Dim.Symbol s -> out.string(OnnxFields.Type.DIM_PARAM, s.name());
        case Dim.Unknown u -> {
          // An empty message says just that.
        }
      }
      shape.message(OnnxFields.Type.DIM, out);
    }
    return shape;
  }
}
