/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.product.tests;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A linear model as an ONNX file, {@code y = x W} with x of shape [1, 3] and W of [3, 2], written field by field from
 * onnx.proto so that nothing of Loupe takes part.
 */
final class LinearModel {
  /** W, row by row. The numbers are exact in single precision. */
  static final float[] WEIGHTS = {1, -2, 0.5f, 4, -8, 0.25f};
  /** The gradient of y[1] with respect to x: the second column of W. */
  static final double[] SLOPE_OF_ONE = {-2, 4, 0.25};
  private static final int FLOAT = 1;

  private LinearModel() {
  }

  static Path writeModel(Path file) throws IOException {
    ByteString node = message(o -> {
      o.writeString(1, "x");
      o.writeString(1, "W");
      o.writeString(2, "y");
      o.writeString(3, "product");
      o.writeString(4, "MatMul");
    });
    ByteBuffer raw = ByteBuffer.allocate(4 * WEIGHTS.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(WEIGHTS);
    ByteString weights = message(o -> {
      o.writeInt64(1, 3);
      o.writeInt64(1, 2);
      o.writeInt32(2, FLOAT);
      o.writeString(8, "W");
      o.writeBytes(9, ByteString.copyFrom(raw));
    });
    ByteString graph = message(o -> {
      o.writeBytes(1, node);
      o.writeString(2, "linear");
      o.writeBytes(5, weights);
      o.writeBytes(11, value("x", 1, 3));
      o.writeBytes(12, value("y", 1, 2));
    });
    ByteString model = message(o -> {
      o.writeInt64(1, 8);
      o.writeBytes(7, graph);
      o.writeBytes(8, message(version -> version.writeInt64(2, 13)));
    });
    return Files.write(file, model.toByteArray());
  }

  /** A ValueInfoProto of single-precision numbers. */
  private static ByteString value(String name, long... dims) throws IOException {
    ByteString shape = message(o -> {
      for (long dim : dims) {
        o.writeBytes(1, message(d -> d.writeInt64(1, dim)));
      }
    });
    ByteString tensor = message(o -> {
      o.writeInt32(1, FLOAT);
      o.writeBytes(2, shape);
    });
    return message(o -> {
      o.writeString(1, name);
      o.writeBytes(2, message(type -> type.writeBytes(1, tensor)));
    });
  }

  /** Writes a single-precision NPY file, version 1.0. */
  static Path writeInput(Path file, float... values) throws IOException {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, " + values.length + "), }";
    header += " ".repeat(63 - (10 + header.length()) % 64) + "\n";
    ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0);
    bytes.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
    for (float value : values) {
      bytes.putFloat(value);
    }
    return Files.write(file, bytes.array());
  }

  /** Reads the numbers of an NPY file of version 1.0 that holds single or double precision, little endian. */
  static double[] read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int length = bytes.getShort(8);
    String header = new String(bytes.array(), 10, length, StandardCharsets.US_ASCII);
    boolean single = header.contains("'<f4'");
    if (!single && !header.contains("'<f8'")) {
      throw new IOException("unexpected type in " + header);
    }
    bytes.position(10 + length);
    double[] values = new double[bytes.remaining() / (single ? 4 : 8)];
    for (int i = 0; i < values.length; i++) {
      values[i] = single ? bytes.getFloat() : bytes.getDouble();
    }
    return values;
  }

  private interface Fields {
    void write(CodedOutputStream out) throws IOException;
  }

  private static ByteString message(Fields fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    fields.write(out);
    out.flush();
    return ByteString.copyFrom(bytes.toByteArray());
  }
}
