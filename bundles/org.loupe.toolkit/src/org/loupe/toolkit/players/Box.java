/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.players;

import java.util.Arrays;
import org.loupe.math.tensor.Shape;

/**
 * A hyper-rectangle of a tensor's elements.
 *
 * @param from first index along each axis
 * @param to index after the last along each axis
 */
record Box(int[] from, int[] to) {

  /** Takes a run of neighbouring elements. */
  @FunctionalInterface
  interface RunVisitor {
    void run(int start, int length);
  }

  /** The whole of a shape. @throws ArithmeticException if an extent does not fit an int */
  static Box whole(Shape shape) {
    int[] to = new int[shape.rank()];
    Arrays.setAll(to, shape::intDim);
    return new Box(new int[shape.rank()], to);
  }

  /** Visits the box in runs that lie together in row-major order, in ascending order. */
  void runs(Shape shape, RunVisitor visitor) {
    int inner = shape.rank();
    int length = 1;
    int stride = 1;
    while (inner > 0 && length == stride) {
      inner--;
      length = (to[inner] - from[inner]) * stride;
      stride *= shape.intDim(inner);
    }
    if (length > 0) {
      int offset = inner == shape.rank() ? 0 : from[inner] * (stride / shape.intDim(inner));
      outer(shape, 0, inner, 0, stride, offset, length, visitor);
    }
  }

  private void outer(Shape shape, int axis, int inner, int index, int block, int offset, int length,
      RunVisitor visitor) {
    if (axis == inner) {
      visitor.run(index * block + offset, length);
      return;
    }
    for (int i = from[axis]; i < to[axis]; i++) {
      outer(shape, axis + 1, inner, index * shape.intDim(axis) + i, block, offset, length, visitor);
    }
  }
}
