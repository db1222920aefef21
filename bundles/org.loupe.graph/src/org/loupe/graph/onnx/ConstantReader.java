/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.loupe.graph.DataType;
import org.loupe.graph.Initializer;
import org.loupe.graph.ModelFormatException;
import org.loupe.graph.TensorStorage;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/** Gives the elements of constant tensors. */
public final class ConstantReader {
  /** Elements in typed fields have to be decoded into memory; large weights are never stored so. */
  private static final long MAX_DECODED_BYTES = 256L << 20;
  private static final long MAX_TEXTS = 1 << 20;

  private ConstantReader() {
  }

  /**
   * The tensor of a constant: a slice of a file where its elements are raw, else decoded into direct memory (up to
   * 256 MiB).
   *
   * @throws ModelFormatException if the element type has no counterpart in Java (complex, 8 bits and less of floating
   *     point, 4 bits), or too much would have to be decoded
   * @throws IOException if the file cannot be read or has changed
   */
  public static Tensor tensor(Initializer constant) throws IOException {
    ElementType type = constant.type().elementType().orElseThrow(() -> new ModelFormatException(label(constant)
        + " has elements of type " + constant.type() + ", which Loupe cannot read as numbers"));
    return switch (constant.storage()) {
      case TensorStorage.InMemory m -> m.tensor();
      case TensorStorage.FileSlice s -> new FileTensor(type, constant.shape(), s.file(), s.offset());
      case TensorStorage.Encoded e -> type == ElementType.STRING ? texts(constant, e) : decode(constant, type, e);
      case TensorStorage.Sparse s -> {
        checkSize(constant, ElementType.FLOAT64);
        yield SparseTensors.dense(constant, tensor(s.values()), tensor(s.indices()));
      }
    };
  }

  private static void checkSize(Initializer constant, ElementType type) throws ModelFormatException {
    if (constant.size() > MAX_DECODED_BYTES / type.bytes()) {
      throw new ModelFormatException(label(constant) + " has " + constant.size()
          + " elements in a form that must be decoded: store it as raw data");
    }
  }

  static String label(Initializer constant) {
    return constant.name().isEmpty() ? "a constant of shape " + constant.shape() : "constant '" + constant.name() + "'";
  }

  private static Tensor decode(Initializer constant, ElementType type, TensorStorage.Encoded at) throws IOException {
    checkSize(constant, type);
    ByteBuffer out = ArrayTensor.allocate(type, constant.shape());
    int field = TypedData.of(constant.type()).field();
    try (WireInput in = new WireInput(at.file(), at.offset(), at.length(), ReadLimits.ofHeap())) {
      in.fields(f -> {
        if (f != field) {
          in.skip();
        } else if (constant.type() == DataType.FLOAT || constant.type() == DataType.DOUBLE) {
          in.fixed(type.bytes(), v -> put(out, type, v), 0);
        } else {
          in.integers(v -> put(out, type, v), 0);
        }
      });
    }
    if (out.hasRemaining()) {
      throw new ModelFormatException(at.file().getFileName() + " has changed since it was opened: load it again");
    }
    return ArrayTensor.wrap(type, constant.shape(), out.flip());
  }

  /** Sixteen-bit floating-point numbers are stored as their bits; so the bits are right for every type. */
  private static void put(ByteBuffer out, ElementType type, long bits) {
    if (out.remaining() < type.bytes()) {
      return;
    }
    switch (type.bytes()) {
      case 1 -> out.put((byte) bits);
      case 2 -> out.putShort((short) bits);
      case 4 -> out.putInt((int) bits);
      default -> out.putLong(bits);
    }
  }

  private static Tensor texts(Initializer constant, TensorStorage.Encoded at) throws IOException {
    if (constant.size() > MAX_TEXTS) {
      throw new ModelFormatException(label(constant) + " has " + constant.size() + " texts, more than can be shown");
    }
    List<String> values = new ArrayList<>();
    try (WireInput in = new WireInput(at.file(), at.offset(), at.length(), ReadLimits.ofHeap())) {
      in.fields(f -> {
        if (f == OnnxFields.Tensor.STRING_DATA) {
          values.add(new String(in.bytes(), StandardCharsets.UTF_8));
        } else {
          in.skip();
        }
      });
    }
    Shape shape = constant.shape();
    if (values.size() != shape.size()) {
      throw new ModelFormatException(at.file().getFileName() + " has changed since it was opened: load it again");
    }
    return new TextTensor(shape, values);
  }
}
