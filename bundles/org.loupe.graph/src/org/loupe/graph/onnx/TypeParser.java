/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;

/** Reads declared types of values. */
final class TypeParser {
  private final WireInput in;

  TypeParser(WireInput in) {
    this.in = in;
  }

  ValueInfo valueInfo() throws IOException {
    in.limits().charge(in.file(), 120);
    String[] name = {""};
    ValueType[] type = {ValueType.UNKNOWN};
    in.message(field -> {
      switch (field) {
        case OnnxFields.ValueInfo.NAME -> name[0] = in.string();
        case OnnxFields.ValueInfo.TYPE -> type[0] = type();
        default -> in.skip();
      }
    });
    return new ValueInfo(name[0], type[0]);
  }

  ValueType type() throws IOException {
    in.limits().charge(in.file(), 80);
    ValueType[] type = {ValueType.UNKNOWN};
    in.message(field -> {
      switch (field) {
        case OnnxFields.Type.TENSOR, OnnxFields.Type.SPARSE_TENSOR -> type[0] = tensor(field);
        case OnnxFields.Type.SEQUENCE -> type[0] = new ValueType.SequenceType(element());
        case OnnxFields.Type.OPTIONAL -> type[0] = new ValueType.OptionalType(element());
        case OnnxFields.Type.MAP -> type[0] = map();
        case OnnxFields.Type.OPAQUE -> type[0] = opaque();
        default -> in.skip();
      }
    });
    return type[0];
  }

  private ValueType tensor(int kind) throws IOException {
    DataType[] element = {DataType.UNDEFINED};
    List<Dim> dims = new ArrayList<>();
    boolean[] ranked = {false};
    in.message(field -> {
      switch (field) {
        case OnnxFields.Type.ELEM_TYPE -> element[0] = dataType();
        case OnnxFields.Type.SHAPE -> {
          ranked[0] = true;
          shape(dims);
        }
        default -> in.skip();
      }
    });
    Optional<List<Dim>> known = ranked[0] ? Optional.of(dims) : Optional.empty();
    return kind == OnnxFields.Type.TENSOR ? new ValueType.TensorType(element[0], known)
        : new ValueType.SparseTensorType(element[0], known);
  }

  private void shape(List<Dim> dims) throws IOException {
    in.message(field -> {
      if (field == OnnxFields.Type.DIM) {
        dims.add(dim());
      } else {
        in.skip();
      }
    });
  }

  /** Exporters write -1 for an extent they do not know. */
  private Dim dim() throws IOException {
    in.limits().charge(in.file(), 40);
    Dim[] dim = {Dim.UNKNOWN};
    in.message(field -> {
      switch (field) {
        case OnnxFields.Type.DIM_VALUE -> {
          long size = in.integer();
          dim[0] = size < 0 ? Dim.UNKNOWN : Dim.of(size);
        }
        case OnnxFields.Type.DIM_PARAM -> dim[0] = Dim.of(in.string());
        default -> in.skip();
      }
    });
    return dim[0];
  }

  private ValueType element() throws IOException {
    ValueType[] element = {ValueType.UNKNOWN};
    in.message(field -> {
      if (field == OnnxFields.Type.ELEM_TYPE) {
        element[0] = type();
      } else {
        in.skip();
      }
    });
    return element[0];
  }

  private ValueType map() throws IOException {
    DataType[] key = {DataType.UNDEFINED};
    ValueType[] value = {ValueType.UNKNOWN};
    in.message(field -> {
      switch (field) {
        case OnnxFields.Type.MAP_KEY -> key[0] = dataType();
        case OnnxFields.Type.MAP_VALUE -> value[0] = type();
        default -> in.skip();
      }
    });
    return new ValueType.MapType(key[0], value[0]);
  }

  private ValueType opaque() throws IOException {
    String[] names = {"", ""};
    in.message(field -> {
      switch (field) {
        case OnnxFields.Type.OPAQUE_DOMAIN -> names[0] = in.string();
        case OnnxFields.Type.OPAQUE_NAME -> names[1] = in.string();
        default -> in.skip();
      }
    });
    return new ValueType.OpaqueType(names[0], names[1]);
  }

  private DataType dataType() throws IOException {
    long code = in.integer();
    return DataType.ofCode(code).orElseThrow(() -> in.damaged("there is no element type " + code));
  }
}
