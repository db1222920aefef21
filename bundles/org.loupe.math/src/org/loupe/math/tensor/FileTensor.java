/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.tensor;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A tensor of numbers that stays in a file: a slice of {@code size * bytes} little-endian bytes from an offset.
 * Nothing is read until it is asked for, so a slice may be larger than memory.
 */
public final class FileTensor implements Tensor {
  private final ElementType type;
  private final Shape shape;
  private final Path file;
  private final long offset;

  /**
   * A slice; the file is not opened here.
   *
   * @throws IllegalArgumentException for text, a negative offset, or a length in bytes that overflows
   */
  public FileTensor(ElementType type, Shape shape, Path file, long offset) {
    if (type == ElementType.STRING || offset < 0 || shape.size() > (Long.MAX_VALUE - offset) / type.bytes()) {
      throw new IllegalArgumentException("no such slice: " + type + " " + shape + " at " + offset);
    }
    this.type = type;
    this.shape = shape;
    this.file = file;
    this.offset = offset;
  }

  @Override
  public ElementType type() {
    return type;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  public Path file() {
    return file;
  }

  /** Position of the first element in the file, in bytes. */
  public long offset() {
    return offset;
  }

  /** Length of the slice in bytes. */
  public long byteSize() {
    return size() * type.bytes();
  }

  @Override
  public double get(long index) {
    Objects.checkIndex(index, size());
    return Elements.get(read(index, 1), type, 0);
  }

  /** Reads the whole slice into memory. @throws IllegalArgumentException if it exceeds 2 GiB */
  public ArrayTensor load() {
    if (size() > Integer.MAX_VALUE / type.bytes()) {
      throw new IllegalArgumentException("a tensor " + type + " " + shape + " does not fit in memory (2 GiB at most)");
    }
    ByteBuffer little = read(0, (int) size());
    if (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
      return ArrayTensor.wrap(type, shape, little);
    }
    ByteBuffer out = ArrayTensor.allocate(type, shape);
    for (int i = 0; i < size(); i++) {
      Elements.put(out, type, i, Elements.get(little, type, i));
    }
    return ArrayTensor.wrap(type, shape, out);
  }

  @Override
  public float[] toFloats() {
    return load().toFloats();
  }

  @Override
  public double[] toDoubles() {
    return load().toDoubles();
  }

  @Override
  public FileTensor item(long index) {
    Shape inner = shape.inner();
    Objects.checkIndex(index, shape.dim(0));
    return new FileTensor(type, inner, file, offset + index * inner.size() * type.bytes());
  }

  @Override
  public FileTensor reshape(Shape other) {
    if (other.size() != size()) {
      throw new IllegalArgumentException("cannot reshape " + shape + " to " + other);
    }
    return new FileTensor(type, other, file, offset);
  }

  private ByteBuffer read(long first, int count) {
    long start = offset + first * type.bytes();
    long bytes = (long) count * type.bytes();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() - start < bytes) {
        throw new EOFException(file + " ends before the " + bytes + " bytes at " + start);
      }
      ByteBuffer buffer = ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, start + buffer.position()) < 0) {
          throw new EOFException(file + " was cut short while it was read");
        }
      }
      return buffer.flip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return type + " " + shape + " in " + file.getFileName();
  }
}
