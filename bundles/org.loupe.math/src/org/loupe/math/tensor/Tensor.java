/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.tensor;

import java.util.Objects;

/**
 * A read-only dense tensor in row-major order. Elements are addressed by their flat index.
 * {@link ArrayTensor} keeps its elements in memory, {@link FileTensor} reads them from a file when asked,
 * {@link TextTensor} holds strings. Safe for use by several threads.
 */
public sealed interface Tensor permits ArrayTensor, FileTensor, TextTensor {
  ElementType type();

  Shape shape();

  /** Number of elements. */
  default long size() {
    return shape().size();
  }

  /**
   * The element at a flat index as a number; booleans are 0 and 1, unsigned 64-bit values are rounded.
   *
   * @throws IndexOutOfBoundsException outside 0 .. size-1
   * @throws UnsupportedOperationException for text
   * @throws java.io.UncheckedIOException if the file behind the tensor cannot be read
   */
  double get(long index);

  /**
   * All elements as single-precision numbers, a copy.
   *
   * @throws IllegalStateException if there are more than an array can hold
   */
  default float[] toFloats() {
    float[] out = new float[arrayLength()];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) get(i);
    }
    return out;
  }

  /** All elements as double-precision numbers, a copy. @throws IllegalStateException as {@link #toFloats} */
  default double[] toDoubles() {
    double[] out = new double[arrayLength()];
    for (int i = 0; i < out.length; i++) {
      out[i] = get(i);
    }
    return out;
  }

  /**
   * Fills an array with the elements from a flat index on, as numbers. Much faster than {@link #get} one by one
   * where elements come from a file.
   *
   * @throws IndexOutOfBoundsException if the tensor has fewer elements after {@code from}
   */
  default void copyTo(long from, double[] into) {
    Objects.checkFromIndexSize(from, into.length, size());
    for (int i = 0; i < into.length; i++) {
      into[i] = get(from + i);
    }
  }

  /** Item {@code index} along the outermost axis, without that axis; shares memory or file. */
  Tensor item(long index);

  /** The same elements in another shape of the same size; shares memory or file. */
  Tensor reshape(Shape shape);

  private int arrayLength() {
    if (size() > Integer.MAX_VALUE - 8) {
      throw new IllegalStateException("a tensor of " + size() + " elements is too large for an array");
    }
    return (int) size();
  }
}
