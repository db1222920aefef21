/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.tensor;

import java.util.Arrays;

/**
 * The extents of a tensor, outermost axis first. Immutable. A scalar has rank 0 and one element.
 * Every extent is at least 0 and the product of the extents that are not 0 fits a {@code long}, so that every part
 * of a shape is a shape.
 */
public final class Shape {
  private final long[] dims;
  private final long size;

  private Shape(long[] dims) {
    long product = 1;
    boolean empty = false;
    for (long d : dims) {
      if (d < 0) {
        throw new IllegalArgumentException("negative extent in shape " + Arrays.toString(dims));
      }
      try {
        product = Math.multiplyExact(product, Math.max(d, 1));
        empty |= d == 0;
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException("shape " + Arrays.toString(dims) + " has too many elements", e);
      }
    }
    this.dims = dims;
    this.size = empty ? 0 : product;
  }

  /**
   * A shape of these extents.
   *
   * @throws IllegalArgumentException if one is negative or their product overflows
   */
  public static Shape of(long... dims) {
    return new Shape(dims.clone());
  }

  public int rank() {
    return dims.length;
  }

  /** Extent of an axis; negative axes count from the innermost, as -1. */
  public long dim(int axis) {
    return dims[axis < 0 ? axis + dims.length : axis];
  }

  /** {@link #dim} as an {@code int}. @throws ArithmeticException if it does not fit */
  public int intDim(int axis) {
    return Math.toIntExact(dim(axis));
  }

  /** Number of elements. */
  public long size() {
    return size;
  }

  public long[] dims() {
    return dims.clone();
  }

  /** This shape with the extent of one axis replaced. */
  public Shape with(int axis, long extent) {
    long[] d = dims.clone();
    d[axis < 0 ? axis + d.length : axis] = extent;
    return new Shape(d);
  }

  /** This shape without its outermost axis. @throws IllegalStateException for a scalar */
  public Shape inner() {
    if (dims.length == 0) {
      throw new IllegalStateException("a scalar has no axis to drop");
    }
    return new Shape(Arrays.copyOfRange(dims, 1, dims.length));
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Shape s && Arrays.equals(dims, s.dims);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }

  /** For example {@code [1, 224, 224, 3]}. */
  @Override
  public String toString() {
    return Arrays.toString(dims);
  }
}
