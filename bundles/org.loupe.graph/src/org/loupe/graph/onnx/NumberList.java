/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.util.Arrays;

/** A growing list of 64-bit numbers or bit patterns, without boxes. */
final class NumberList {
  private static final long[] NONE = {};

  private long[] values = NONE;
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(4, size + (size >> 1)));
    }
    values[size++] = value;
  }

  long[] toLongs() {
    return Arrays.copyOf(values, size);
  }

  /** The values as bit patterns of single-precision numbers. */
  float[] toFloats() {
    float[] out = new float[size];
    for (int i = 0; i < size; i++) {
      out[i] = Float.intBitsToFloat((int) values[i]);
    }
    return out;
  }
}
