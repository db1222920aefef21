/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Objects;

/**
 * A tensor of numbers in memory: a native-order byte buffer, direct or on the heap, at most 2 GiB.
 * Direct buffers are what native runtimes take without a copy.
 */
public final class ArrayTensor implements Tensor {
  /** Elements that are converted at a time. */
  private static final int CHUNK = 1024;
  private final ElementType type;
  private final Shape shape;
  private final ByteBuffer data;

  private ArrayTensor(ElementType type, Shape shape, ByteBuffer data) {
    this.type = type;
    this.shape = shape;
    this.data = data;
  }

  /**
   * Wraps the remaining bytes of a buffer in native byte order, without a copy; whoever wraps must not write to it
   * afterwards.
   *
   * @throws IllegalArgumentException if the number of bytes is not that of the shape, or the type is text
   */
  public static ArrayTensor wrap(ElementType type, Shape shape, ByteBuffer data) {
    if (data.remaining() != byteSize(type, shape)) {
      throw new IllegalArgumentException(data.remaining() + " bytes for " + type + " " + shape);
    }
    return new ArrayTensor(type, shape, data.slice().order(ByteOrder.nativeOrder()));
  }

  /** A single-precision tensor; copies the values into a direct buffer. */
  public static ArrayTensor of(Shape shape, float... values) {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(values.length + " values for shape " + shape);
    }
    ByteBuffer data = allocate(ElementType.FLOAT32, shape);
    data.asFloatBuffer().put(values);
    return new ArrayTensor(ElementType.FLOAT32, shape, data);
  }

  /** A double-precision tensor; copies the values into a direct buffer. */
  public static ArrayTensor of(Shape shape, double... values) {
    return convert(ElementType.FLOAT64, shape, values);
  }

  /** A 64-bit integer tensor; copies the values into a direct buffer. */
  public static ArrayTensor of(Shape shape, long... values) {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(values.length + " values for shape " + shape);
    }
    ByteBuffer data = allocate(ElementType.INT64, shape);
    data.asLongBuffer().put(values);
    return new ArrayTensor(ElementType.INT64, shape, data);
  }

  /** A tensor of any numeric type from doubles, rounded to that type (integers truncate towards zero). */
  public static ArrayTensor convert(ElementType type, Shape shape, double... values) {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(values.length + " values for shape " + shape);
    }
    ByteBuffer data = allocate(type, shape);
    if (type == ElementType.FLOAT32) {
      round(values, data.asFloatBuffer());
    } else {
      for (int i = 0; i < values.length; i++) {
        Elements.put(data, type, i, values[i]);
      }
    }
    return new ArrayTensor(type, shape, data);
  }

  /** By way of an array: a loop over arrays is run on several elements at once, one over a buffer is not. */
  private static void round(double[] values, FloatBuffer out) {
    float[] some = new float[Math.min(CHUNK, values.length)];
    for (int from = 0; from < values.length; from += some.length) {
      int count = Math.min(some.length, values.length - from);
      for (int i = 0; i < count; i++) {
        some[i] = (float) values[from + i];
      }
      out.put(some, 0, count);
    }
  }

  /**
   * A zeroed direct native-order buffer for a tensor of this type and shape.
   *
   * @throws IllegalArgumentException if it would exceed 2 GiB or the type is text
   */
  public static ByteBuffer allocate(ElementType type, Shape shape) {
    return ByteBuffer.allocateDirect((int) byteSize(type, shape)).order(ByteOrder.nativeOrder());
  }

  private static long byteSize(ElementType type, Shape shape) {
    if (type == ElementType.STRING) {
      throw new IllegalArgumentException("text has no numeric representation");
    }
    if (shape.size() > Integer.MAX_VALUE / type.bytes()) {
      throw new IllegalArgumentException("a tensor " + type + " " + shape + " does not fit in memory (2 GiB at most)");
    }
    return shape.size() * type.bytes();
  }

  @Override
  public ElementType type() {
    return type;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  /** The elements, read-only, native byte order; direct if the tensor was made so. */
  public ByteBuffer data() {
    return data.asReadOnlyBuffer().order(ByteOrder.nativeOrder());
  }

  /**
   * The elements in a writable view of the same memory, for native runtimes that refuse read-only buffers. Do not
   * write.
   */
  public ByteBuffer nativeData() {
    return data.duplicate().order(ByteOrder.nativeOrder());
  }

  @Override
  public double get(long index) {
    return Elements.get(data, type, (int) Objects.checkIndex(index, size()));
  }

  @Override
  public float[] toFloats() {
    if (type != ElementType.FLOAT32) {
      return Tensor.super.toFloats();
    }
    float[] out = new float[(int) size()];
    data.asFloatBuffer().get(out);
    return out;
  }

  @Override
  public void copyTo(long from, double[] into) {
    if (type != ElementType.FLOAT32) {
      Tensor.super.copyTo(from, into);
      return;
    }
    int first = (int) Objects.checkFromIndexSize(from, into.length, size());
    FloatBuffer floats = data.asFloatBuffer().position(first);
    float[] some = new float[Math.min(CHUNK, into.length)];
    for (int to = 0; to < into.length; to += some.length) {
      int count = Math.min(some.length, into.length - to);
      floats.get(some, 0, count);
      for (int i = 0; i < count; i++) {
        into[to + i] = some[i];
      }
    }
  }

  @Override
  public double[] toDoubles() {
    if (type != ElementType.FLOAT32) {
      return Tensor.super.toDoubles();
    }
    double[] out = new double[(int) size()];
    copyTo(0, out);
    return out;
  }

  @Override
  public ArrayTensor item(long index) {
    Shape inner = shape.inner();
    Objects.checkIndex(index, shape.dim(0));
    int bytes = (int) inner.size() * type.bytes();
    return new ArrayTensor(type, inner, data.slice((int) index * bytes, bytes).order(ByteOrder.nativeOrder()));
  }

  @Override
  public ArrayTensor reshape(Shape other) {
    if (other.size() != size()) {
      throw new IllegalArgumentException("cannot reshape " + shape + " to " + other);
    }
    return new ArrayTensor(type, other, data);
  }

  @Override
  public String toString() {
    return type + " " + shape;
  }
}
