/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.npy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/**
 * Writes tensors as NPY: little-endian, C order, format 1.0. A bfloat16 tensor, for which NPY has no type, is written
 * as float32, without loss. Data passes through a small buffer, whatever its size.
 */
public final class NpyWriter {
  private static final int CHUNK_ELEMENTS = 1 << 15;
  private static final int ALIGNMENT = 64;
  private static final int USUAL_HEADER = 2 * ALIGNMENT;

  private NpyWriter() {
  }

  /** Writes a file, replacing one that is there. @throws IOException if it cannot be written */
  public static void write(Tensor tensor, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      write(tensor, out);
    }
  }

  /**
   * Writes to a stream, which stays open.
   *
   * @throws IOException if writing, or reading the file behind the tensor, fails, or texts are too long to be padded
   */
  public static void write(Tensor tensor, OutputStream out) throws IOException {
    try {
      switch (tensor) {
        case TextTensor text -> {
          int width = TextData.width(text.values());
          out.write(header("<U" + width, text.shape()));
          TextData.write(text.values(), width, out);
        }
        case ArrayTensor array when array.type() != ElementType.BFLOAT16 -> {
          out.write(header(descr(array.type()), array.shape()));
          writeBytes(array, out);
        }
        case ArrayTensor array -> writeNumbers(array, out);
        case FileTensor slice when slice.type() != ElementType.BFLOAT16 -> {
          out.write(header(descr(slice.type()), slice.shape()));
          slice.transferTo(out);
        }
        case FileTensor slice -> writeNumbers(slice, out);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void writeBytes(ArrayTensor tensor, OutputStream out) throws IOException {
    ByteBuffer data = tensor.data();
    int bytes = tensor.type().bytes();
    byte[] chunk = new byte[CHUNK_ELEMENTS * bytes];
    while (data.hasRemaining()) {
      int n = Math.min(chunk.length, data.remaining());
      data.get(chunk, 0, n);
      if (ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN) {
        reverse(chunk, n, bytes);
      }
      out.write(chunk, 0, n);
    }
  }

  private static void reverse(byte[] chunk, int n, int bytes) {
    for (int i = 0; i < n; i += bytes) {
      for (int a = i, b = i + bytes - 1; a < b; a++, b--) {
        byte t = chunk[a];
        chunk[a] = chunk[b];
        chunk[b] = t;
      }
    }
  }

  private static void writeNumbers(Tensor tensor, OutputStream out) throws IOException {
    out.write(header("<f4", tensor.shape()));
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_ELEMENTS * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (long from = 0; from < tensor.size(); from += CHUNK_ELEMENTS) {
      double[] values = new double[(int) Math.min(CHUNK_ELEMENTS, tensor.size() - from)];
      tensor.copyTo(from, values);
      chunk.clear();
      for (double v : values) {
        chunk.putFloat((float) v);
      }
      out.write(chunk.array(), 0, chunk.position());
    }
  }

  private static String descr(ElementType type) {
    return switch (type) {
      case FLOAT32 -> "<f4";
      case FLOAT64 -> "<f8";
      case FLOAT16 -> "<f2";
      case INT8 -> "|i1";
      case UINT8 -> "|u1";
      case INT16 -> "<i2";
      case UINT16 -> "<u2";
      case INT32 -> "<i4";
      case UINT32 -> "<u4";
      case INT64 -> "<i8";
      case UINT64 -> "<u8";
      case BOOL -> "|b1";
      case BFLOAT16, STRING -> throw new IllegalArgumentException("NPY has no type for " + type);
    };
  }

  /** Format 1.0; padded so that data is aligned and the leading extent has room to grow in place. */
  static byte[] header(String descr, Shape shape) {
    String dims = LongStream.of(shape.dims()).mapToObj(Long::toString).collect(Collectors.joining(", "));
    String literal = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': ("
        + dims + (shape.rank() == 1 ? "," : "") + "), }";
    int before = NpyHeader.MAGIC.length + 4;
    int length = Math.max(USUAL_HEADER, Math.ceilDiv(before + literal.length() + 1, ALIGNMENT) * ALIGNMENT);
    if (length - before > 0xffff) {
      throw new IllegalArgumentException("a shape of " + shape.rank() + " axes has no place in an NPY header");
    }
    ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(NpyHeader.MAGIC).put((byte) 1).put((byte) 0).putShort((short) (length - before));
    out.put(literal.getBytes(StandardCharsets.US_ASCII));
    while (out.position() < length - 1) {
      out.put((byte) ' ');
    }
    return out.put((byte) '\n').array();
  }
}
