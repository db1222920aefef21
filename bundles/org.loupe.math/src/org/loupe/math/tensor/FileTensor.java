/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.tensor;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
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
  private static final int CHUNK_BYTES = 1 << 18;

  private final ElementType type;
  private final Shape shape;
  private final Path file;
  private final long offset;
  /** What must not go while this can be reached: the owner of a temporary file; null if there is none. */
  private final Object owner;

  /**
   * A slice; the file is not opened here.
   *
   * @throws IllegalArgumentException for text, a negative offset, or a length in bytes that overflows
   */
  public FileTensor(ElementType type, Shape shape, Path file, long offset) {
    this(type, shape, file, offset, null);
  }

  FileTensor(ElementType type, Shape shape, Path file, long offset, Object owner) {
    if (type == ElementType.STRING || offset < 0 || shape.size() > (Long.MAX_VALUE - offset) / type.bytes()) {
      throw new IllegalArgumentException("no such slice: " + type + " " + shape + " at " + offset);
    }
    this.type = type;
    this.shape = shape;
    this.file = file;
    this.offset = offset;
    this.owner = owner;
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
    float[] out = new float[arrayLength()];
    scan(0, out.length, (i, v) -> out[i] = (float) v);
    return out;
  }

  @Override
  public double[] toDoubles() {
    double[] out = new double[arrayLength()];
    scan(0, out.length, (i, v) -> out[i] = v);
    return out;
  }

  @Override
  public void copyTo(long from, double[] into) {
    Objects.checkFromIndexSize(from, into.length, size());
    scan(from, into.length, (i, v) -> into[i] = v);
  }

  @Override
  public FileTensor item(long index) {
    Shape inner = shape.inner();
    Objects.checkIndex(index, shape.dim(0));
    return new FileTensor(type, inner, file, offset + index * inner.size() * type.bytes(), owner);
  }

  @Override
  public FileTensor reshape(Shape other) {
    if (other.size() != size()) {
      throw new IllegalArgumentException("cannot reshape " + shape + " to " + other);
    }
    return new FileTensor(type, other, file, offset, owner);
  }

  /** Copies the little-endian bytes of the slice to a stream, through a small buffer. */
  public void transferTo(OutputStream out) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK_BYTES);
    long left = byteSize();
    try (FileChannel channel = open(0, size())) {
      for (long position = offset; left > 0; position += buffer.limit()) {
        fill(channel, buffer.clear().limit((int) Math.min(CHUNK_BYTES, left)), position);
        out.write(buffer.array(), 0, buffer.limit());
        left -= buffer.limit();
      }
    }
  }

  private int arrayLength() {
    if (size() > Integer.MAX_VALUE - 8) {
      throw new IllegalStateException("a tensor of " + size() + " elements is too large for an array");
    }
    return (int) size();
  }

  private interface Sink {
    void accept(int index, double value);
  }

  /** Reads elements through one small buffer, so that memory does not grow with the slice. */
  private void scan(long first, int count, Sink sink) {
    if (count == 0) {
      return;
    }
    int step = Math.min(count, CHUNK_BYTES / type.bytes());
    ByteBuffer buffer = ByteBuffer.allocate(step * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel = open(first, count)) {
      for (int done = 0; done < count; done += step) {
        int n = Math.min(step, count - done);
        fill(channel, buffer.clear().limit(n * type.bytes()), offset + (first + done) * type.bytes());
        for (int i = 0; i < n; i++) {
          sink.accept(done + i, Elements.get(buffer, type, i));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ByteBuffer read(long first, int count) {
    try (FileChannel channel = open(first, count)) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(count * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
      fill(channel, buffer, offset + first * type.bytes());
      return buffer.flip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens the file and makes sure that it reaches as far as asked, before memory is taken for it. */
  private FileChannel open(long first, long count) throws IOException {
    long start = offset + first * type.bytes();
    long bytes = count * type.bytes();
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    if (channel.size() - start < bytes) {
      channel.close();
      throw new EOFException(file + " ends before the " + bytes + " bytes at " + start);
    }
    return channel;
  }

  private void fill(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException(file + " was cut short while it was read");
      }
    }
  }

  @Override
  public String toString() {
    return type + " " + shape + " in " + file.getFileName();
  }
}
