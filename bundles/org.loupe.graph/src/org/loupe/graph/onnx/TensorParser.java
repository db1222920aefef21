/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.loupe.graph.DataType;
import org.loupe.graph.Initializer;
import org.loupe.graph.ModelFormatException;
import org.loupe.graph.TensorStorage;
import org.loupe.math.tensor.Shape;

/** Reads where constant tensors are, and checks that as many bytes or elements are there as their dimensions say. */
final class TensorParser {
  private final WireInput in;
  private final ExternalData external;

  TensorParser(WireInput in, ExternalData external) {
    this.in = in;
    this.external = external;
  }

  Initializer tensor() throws IOException {
    in.limits().charge(in.file(), 300);
    Parts parts = new Parts();
    WireInput.Span span = in.message(parts::field);
    return parts.build(span);
  }

  Initializer sparse() throws IOException {
    in.limits().charge(in.file(), 200);
    NumberList dims = new NumberList();
    Initializer[] parts = new Initializer[2];
    in.message(field -> {
      switch (field) {
        case OnnxFields.SparseTensor.VALUES -> parts[0] = tensor();
        case OnnxFields.SparseTensor.INDICES -> parts[1] = tensor();
        case OnnxFields.SparseTensor.DIMS -> in.integers(dims::add, 16);
        default -> in.skip();
      }
    });
    if (parts[0] == null || parts[1] == null) {
      throw in.damaged("a sparse tensor has no values or no indices");
    }
    Initializer values = parts[0];
    Shape shape = shape(values.name(), dims);
    long perElement = parts[1].shape().rank() == 2 ? shape.rank() : 1;
    boolean fits = values.size() <= Long.MAX_VALUE / Math.max(1, perElement)
        && parts[1].size() == values.size() * perElement;
    if (parts[1].type() != DataType.INT64 || !fits) {
      throw in.damaged("the indices of sparse tensor '" + values.name() + "' do not fit its values");
    }
    return new Initializer(values.name(), values.type(), shape, new TensorStorage.Sparse(values, parts[1]));
  }

  private Shape shape(String name, NumberList dims) throws IOException {
    try {
      return Shape.of(dims.toLongs());
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException(in.file().getFileName() + ": tensor '" + name + "' has an impossible shape: "
          + e.getMessage(), e);
    }
  }

  private final class Parts {
    private final NumberList dims = new NumberList();
    private Map<String, String> entries = Map.of();
    private String name = "";
    private long typeCode;
    private boolean isExternal;
    private WireInput.Span raw;
    /** Which typed field holds elements, how many, and where if they are contiguous and of fixed width. */
    private int typedField;
    private long typedCount;
    private WireInput.Span typedSpan;

    void field(int field) throws IOException {
      switch (field) {
        case OnnxFields.Tensor.NAME -> name = in.string();
        case OnnxFields.Tensor.DIMS -> in.integers(dims::add, 16);
        case OnnxFields.Tensor.DATA_TYPE -> typeCode = in.integer();
        case OnnxFields.Tensor.RAW_DATA -> raw = in.span();
        case OnnxFields.Tensor.DATA_LOCATION -> isExternal = in.integer() == 1;
        case OnnxFields.Tensor.EXTERNAL_DATA -> {
          if (entries.isEmpty()) {
            entries = new HashMap<>();
          }
          new EntryParser(in).parse(entries);
        }
        case OnnxFields.Tensor.FLOAT_DATA -> fixedWidth(field, 4);
        case OnnxFields.Tensor.DOUBLE_DATA -> fixedWidth(field, 8);
        case OnnxFields.Tensor.INT32_DATA, OnnxFields.Tensor.INT64_DATA, OnnxFields.Tensor.UINT64_DATA -> {
          typedField = field;
          in.integers(v -> typedCount++, 0);
        }
        case OnnxFields.Tensor.STRING_DATA -> {
          typedField = field;
          typedCount++;
          in.span();
        }
        default -> in.skip();
      }
    }

    private void fixedWidth(int field, int width) throws IOException {
      typedField = field;
      if (!in.packed()) {
        typedCount++;
        in.skip();
        return;
      }
      WireInput.Span span = in.span();
      if (span.length() % width != 0) {
        throw in.damaged("the data of tensor '" + name + "' ends inside a number");
      }
      typedSpan = typedCount == 0 ? span : null;
      typedCount += span.length() / width;
    }

    Initializer build(WireInput.Span message) throws IOException {
      DataType type = DataType.ofCode(typeCode).filter(t -> t != DataType.UNDEFINED).orElseThrow(
          () -> in.damaged("tensor '" + name + "' has no known element type but " + typeCode));
      Shape shape = shape(name, dims);
      if (shape.size() > Long.MAX_VALUE / 128) {
        throw in.damaged("tensor '" + name + "' claims " + shape.size() + " elements");
      }
      return new Initializer(name, type, shape, storage(type, shape, message));
    }

    private TensorStorage storage(DataType type, Shape shape, WireInput.Span message) throws IOException {
      if (isExternal) {
        return external.slice(name, type, shape, entries);
      }
      if (raw != null) {
        if (type == DataType.STRING) {
          throw in.damaged("text tensor '" + name + "' has raw data");
        }
        check(raw.length(), type.byteLength(shape.size()), "bytes", shape);
        return new TensorStorage.FileSlice(in.file(), raw.offset(), raw.length());
      }
      TypedData layout = TypedData.of(type);
      check(typedField == layout.field() ? typedCount : 0, layout.entries(shape.size()), "entries", shape);
      if (typedSpan != null && (type == DataType.FLOAT || type == DataType.DOUBLE)
          && typedSpan.length() == type.byteLength(shape.size())) {
        return new TensorStorage.FileSlice(in.file(), typedSpan.offset(), typedSpan.length());
      }
      return new TensorStorage.Encoded(in.file(), message.offset(), message.length());
    }

    private void check(long there, long needed, String what, Shape shape) throws IOException {
      if (there != needed) {
        throw in.damaged("tensor '" + name + "' of shape " + shape + " has " + there + " " + what + " of data where "
            + needed + " belong");
      }
    }
  }
}
