/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.loupe.math.tensor.Shape;

/** Rearranges elements whose first axis varies fastest. */
final class FortranOrder {
  private FortranOrder() {
  }

  static ByteBuffer toRowMajor(ByteBuffer in, int bytes, Shape shape) {
    int n = (int) shape.size();
    ByteBuffer out = ByteBuffer.allocateDirect(n * bytes).order(ByteOrder.nativeOrder());
    Walk walk = new Walk(shape);
    for (int i = 0; i < n; i++) {
      int to = walk.next() * bytes;
      int from = i * bytes;
      switch (bytes) {
        case 1 -> out.put(to, in.get(from));
        case 2 -> out.putShort(to, in.getShort(from));
        case 4 -> out.putInt(to, in.getInt(from));
        default -> out.putLong(to, in.getLong(from));
      }
    }
    return out;
  }

  /** The row-major index of each element, in column-major order. */
  static final class Walk {
    private final int[] extent;
    private final int[] stride;
    private final int[] at;
    private int index;

    Walk(Shape shape) {
      int rank = shape.rank();
      extent = new int[rank];
      stride = new int[rank];
      at = new int[rank];
      int s = 1;
      for (int a = rank - 1; a >= 0; a--) {
        extent[a] = (int) Math.min(shape.dim(a), Integer.MAX_VALUE);
        stride[a] = s;
        s *= extent[a];
      }
    }

    int next() {
      int current = index;
      for (int a = 0; a < extent.length; a++) {
        index += stride[a];
        if (++at[a] < extent[a]) {
          break;
        }
        index -= stride[a] * extent[a];
        at[a] = 0;
      }
      return current;
    }
  }
}
