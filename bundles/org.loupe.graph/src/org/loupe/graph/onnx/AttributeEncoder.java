/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.util.List;
import org.loupe.graph.Attribute;
import org.loupe.graph.Initializer;
import org.loupe.graph.TensorStorage;

/** Encodes attributes. */
final class AttributeEncoder {
  private AttributeEncoder() {
  }

  static WireOutput encode(String name, Attribute value) {
    WireOutput out = new WireOutput();
    out.string(OnnxFields.Attribute.NAME, name);
    int type = switch (value) {
      case Attribute.IntValue v -> {
        out.integer(OnnxFields.Attribute.I, v.value());
        yield OnnxFields.AttributeType.INT;
      }
      case Attribute.FloatValue v -> {
        out.float32(OnnxFields.Attribute.F, v.value());
        yield OnnxFields.AttributeType.FLOAT;
      }
      case Attribute.StringValue v -> {
        out.string(OnnxFields.Attribute.S, v.value());
        yield OnnxFields.AttributeType.STRING;
      }
      case Attribute.BytesValue v -> {
        TensorStorage.FileSlice b = v.bytes();
        out.filePart(OnnxFields.Attribute.S, b.file(), b.offset(), b.length());
        yield OnnxFields.AttributeType.STRING;
      }
      case Attribute.IntList v -> {
        out.integers(OnnxFields.Attribute.INTS, v.values(), false);
        yield OnnxFields.AttributeType.INTS;
      }
      case Attribute.FloatList v -> {
        for (float f : v.values()) {
          out.float32(OnnxFields.Attribute.FLOATS, f);
        }
        yield OnnxFields.AttributeType.FLOATS;
      }
      case Attribute.StringList v -> {
        v.values().forEach(s -> out.string(OnnxFields.Attribute.STRINGS, s));
        yield OnnxFields.AttributeType.STRINGS;
      }
      case Attribute.Reference v -> {
        out.string(OnnxFields.Attribute.REF_ATTR_NAME, v.name());
        yield v.typeCode();
      }
      case Attribute.TensorValue v -> tensor(out, v.tensor());
      case Attribute.TensorList v -> tensors(out, v.tensors());
      default -> structure(out, value);
    };
    out.integer(OnnxFields.Attribute.TYPE, type);
    return out;
  }

  private static int structure(WireOutput out, Attribute value) {
    return switch (value) {
      case Attribute.GraphValue v -> {
        out.message(OnnxFields.Attribute.G, GraphEncoder.encode(v.graph()));
        yield OnnxFields.AttributeType.GRAPH;
      }
      case Attribute.GraphList v -> {
        v.graphs().forEach(g -> out.message(OnnxFields.Attribute.GRAPHS, GraphEncoder.encode(g)));
        yield OnnxFields.AttributeType.GRAPHS;
      }
      case Attribute.TypeValue v -> {
        out.message(OnnxFields.Attribute.TP, TypeEncoder.encode(v.type()));
        yield OnnxFields.AttributeType.TYPE_PROTO;
      }
      case Attribute.TypeList v -> {
        v.types().forEach(t -> out.message(OnnxFields.Attribute.TYPE_PROTOS, TypeEncoder.encode(t)));
        yield OnnxFields.AttributeType.TYPE_PROTOS;
      }
      default -> throw new IllegalArgumentException("no encoding for " + value);
    };
  }

  private static int tensor(WireOutput out, Initializer t) {
    if (t.storage() instanceof TensorStorage.Sparse s) {
      out.message(OnnxFields.Attribute.SPARSE_TENSOR, TensorEncoder.encodeSparse(t, s));
      return OnnxFields.AttributeType.SPARSE_TENSOR;
    }
    out.message(OnnxFields.Attribute.T, TensorEncoder.encode(t));
    return OnnxFields.AttributeType.TENSOR;
  }

  private static int tensors(WireOutput out, List<Initializer> list) {
    boolean sparse = !list.isEmpty() && list.stream().allMatch(t -> t.storage() instanceof TensorStorage.Sparse);
    for (Initializer t : list) {
      if (t.storage() instanceof TensorStorage.Sparse s) {
        out.message(OnnxFields.Attribute.SPARSE_TENSORS, TensorEncoder.encodeSparse(t, s));
      } else {
        out.message(OnnxFields.Attribute.TENSORS, TensorEncoder.encode(t));
      }
    }
    return sparse ? OnnxFields.AttributeType.SPARSE_TENSORS : OnnxFields.AttributeType.TENSORS;
  }
}
