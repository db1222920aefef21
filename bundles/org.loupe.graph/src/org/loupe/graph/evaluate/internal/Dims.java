/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal;

import java.util.Arrays;

/** Extents and positions of arrays in row-major order. */
public final class Dims {
  private static final int MAX_ELEMENTS = 1 << 24;

  private Dims() {
  }

  /** Number of elements. @throws IllegalArgumentException if an extent is negative or there are more than 2^24 */
  public static int size(int... dims) {
    long size = 1;
    boolean empty = false;
    for (int d : dims) {
      if (d < 0) {
        throw new IllegalArgumentException("negative extent in " + Arrays.toString(dims));
      }
      empty |= d == 0;
      size *= Math.max(d, 1);
      if (size > MAX_ELEMENTS) {
        throw new IllegalArgumentException(
            "a value of shape " + Arrays.toString(dims) + " is too large to be evaluated");
      }
    }
    return empty ? 0 : (int) size;
  }

  /** The product of extents from one axis up to another, without it. */
  public static int size(int[] dims, int from, int to) {
    return size(Arrays.copyOfRange(dims, from, to));
  }

  /** The index along each axis of the element at a flat position. */
  public static int[] unravel(int flat, int[] dims) {
    int[] at = new int[dims.length];
    int rest = flat;
    for (int a = dims.length - 1; a >= 0; a--) {
      at[a] = rest % dims[a];
      rest /= dims[a];
    }
    return at;
  }

  /** The flat position of an index. @throws IndexOutOfBoundsException if it lies outside */
  public static int flat(int[] at, int[] dims) {
    int flat = 0;
    for (int a = 0; a < dims.length; a++) {
      if (at[a] < 0 || at[a] >= dims[a]) {
        throw new IndexOutOfBoundsException("index " + Arrays.toString(at) + " lies outside " + Arrays.toString(dims));
      }
      flat = flat * dims[a] + at[a];
    }
    return flat;
  }

  /** Whether an index lies inside. */
  public static boolean contains(int[] dims, int[] at) {
    for (int a = 0; a < dims.length; a++) {
      if (at[a] < 0 || at[a] >= dims[a]) {
        return false;
      }
    }
    return true;
  }

  /** The flat position in an array that is broadcast: axes are aligned at the end, and those of extent 1 repeat. */
  public static int broadcastFlat(int[] at, int[] dims) {
    int flat = 0;
    int leading = at.length - dims.length;
    for (int a = 0; a < dims.length; a++) {
      flat = flat * dims[a] + (dims[a] == 1 ? 0 : at[leading + a]);
    }
    return flat;
  }

  /** The shape that arrays are broadcast to. */
  public static int[] broadcast(int[]... shapes) {
    int rank = Arrays.stream(shapes).mapToInt(s -> s.length).max().orElse(0);
    int[] out = new int[rank];
    Arrays.fill(out, 1);
    for (int[] shape : shapes) {
      for (int a = 0; a < shape.length; a++) {
        int o = rank - shape.length + a;
        if (shape[a] != 1 && out[o] != 1 && shape[a] != out[o]) {
          throw new IllegalArgumentException("shapes " + Arrays.deepToString(shapes) + " cannot be broadcast");
        }
        out[o] = shape[a] != 1 ? shape[a] : out[o];
      }
    }
    return out;
  }

  /** The position of an axis that may count from the end. */
  public static int axis(long axis, int rank) {
    if (axis < -rank || axis >= rank) {
      throw new IllegalArgumentException("axis " + axis + " does not exist in " + rank + " axes");
    }
    return (int) (axis < 0 ? axis + rank : axis);
  }

  public static int[] axes(long[] axes, int rank) {
    return Arrays.stream(axes).mapToInt(a -> axis(a, rank)).toArray();
  }

  public static boolean contains(int[] axes, int axis) {
    return Arrays.stream(axes).anyMatch(a -> a == axis);
  }

  /** The same extents with one replaced. */
  public static int[] with(int[] dims, int axis, int extent) {
    int[] out = dims.clone();
    out[axis] = extent;
    return out;
  }

  public static int[] concat(int[]... parts) {
    return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
  }

  public static int[] ints(long... values) {
    return Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
  }

  public static int[] filled(int length, int value) {
    int[] out = new int[length];
    Arrays.fill(out, value);
    return out;
  }
}
