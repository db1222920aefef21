/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.npy;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Reads tensors from NPY files and streams. Nothing is allocated for data that is not there. */
public final class NpyReader {
  /** Files with more data than this stay on disk, as {@link FileTensor}, if their layout allows it: 64 MiB. */
  public static final long MAX_IN_MEMORY = 64L << 20;
  private static final int CHUNK = 1 << 16;

  private NpyReader() {
  }

  /**
   * Reads a file. Up to {@link #MAX_IN_MEMORY} bytes of data are loaded; beyond it, little-endian files in C order
   * become a {@link FileTensor} (the file must then stay as it is), others are loaded up to 2 GiB.
   *
   * @throws IOException one line that names the file: no NPY, cut short, a type that is not read, too large
   */
  public static Tensor read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
      NpyHeader header = NpyHeader.read(in);
      long there = Files.size(file) - header.dataOffset();
      if (header.dataBytes() > there) {
        throw new EOFException("the header claims " + header.dataBytes() + " bytes of data, the file has " + there);
      }
      boolean slice = !header.bigEndian() && !header.fortranOrder() && header.type() != ElementType.STRING;
      if (slice && header.dataBytes() > MAX_IN_MEMORY) {
        return new FileTensor(header.type(), header.shape(), file, header.dataOffset());
      }
      return data(header, in);
    } catch (IOException e) {
      throw new IOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a tensor from a stream, for example an entry of a zip file, and leaves the stream after it. Memory grows
   * with the bytes that come, not with the bytes that the header claims.
   *
   * @param maxBytes the most bytes of data to take, at most 2 GiB
   * @throws IOException as {@link #read(Path)}, or if the header claims more than {@code maxBytes}
   */
  public static Tensor read(InputStream in, long maxBytes) throws IOException {
    NpyHeader header = NpyHeader.read(in);
    if (header.dataBytes() > maxBytes) {
      throw new IOException("the NPY header claims " + header.dataBytes() + " bytes, more than the limit of "
          + maxBytes);
    }
    return data(header, in);
  }

  private static Tensor data(NpyHeader header, InputStream in) throws IOException {
    if (header.type() == ElementType.STRING) {
      return TextData.read(header, in);
    }
    ElementType type = header.type();
    Shape shape = header.shape();
    if (header.dataBytes() > Integer.MAX_VALUE) {
      throw new IOException("an NPY tensor " + type + " " + shape + " does not fit in memory (2 GiB at most)");
    }
    int total = (int) header.dataBytes();
    ByteBuffer data = ByteBuffer.allocateDirect(Math.min(total, CHUNK)).order(ByteOrder.nativeOrder());
    byte[] chunk = new byte[CHUNK];
    int read = 0;
    while (read < total) {
      int n = in.readNBytes(chunk, 0, Math.min(CHUNK, total - read));
      if (n == 0) {
        throw new EOFException("the NPY file ends after " + read + " of " + total + " bytes of data");
      }
      data = roomFor(data, read + n, total).put(read, chunk, 0, n);
      read += n;
    }
    if (header.bigEndian() != (ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN)) {
      swap(data, type.bytes());
    }
    if (header.fortranOrder() && shape.rank() > 1) {
      data = FortranOrder.toRowMajor(data, type.bytes(), shape);
    }
    return ArrayTensor.wrap(type, shape, data.position(0).limit(total));
  }

  private static ByteBuffer roomFor(ByteBuffer data, int needed, int total) {
    if (needed <= data.capacity()) {
      return data;
    }
    int capacity = (int) Math.min(total, Math.max(needed, data.capacity() * 4L));
    return ByteBuffer.allocateDirect(capacity).order(ByteOrder.nativeOrder()).put(0, data, 0, data.capacity());
  }

  private static void swap(ByteBuffer data, int bytes) {
    for (int i = 0; bytes > 1 && i < data.capacity(); i += bytes) {
      switch (bytes) {
        case 2 -> data.putShort(i, Short.reverseBytes(data.getShort(i)));
        case 4 -> data.putInt(i, Integer.reverseBytes(data.getInt(i)));
        default -> data.putLong(i, Long.reverseBytes(data.getLong(i)));
      }
    }
  }
}
