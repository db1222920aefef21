/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.window;

import java.util.Arrays;
import org.loupe.graph.Dim;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleException;

/**
 * The windows of a convolution or a pooling, one number for each spatial axis, with {@code auto_pad} resolved.
 *
 * @param before padding before the first element
 * @param after padding after the last element
 */
record Window(long[] kernel, long[] strides, long[] dilations, long[] before, long[] after) {

  /** The windows of a node whose input has known spatial extents, or needs none. */
  static Window of(NodeFacts c, long[] kernel) {
    int n = kernel.length;
    long[] strides = c.node().ints("strides").orElseGet(() -> filled(n, 1));
    long[] dilations = c.node().ints("dilations").orElseGet(() -> filled(n, 1));
    long[] pads = c.node().ints("pads").orElseGet(() -> new long[2 * n]);
    String auto = c.node().string("auto_pad", "NOTSET");
    if (strides.length != n || dilations.length != n || pads.length != 2 * n) {
      throw new RuleException("its strides, dilations or pads do not fit " + n + " spatial axes");
    }
    if (auto.startsWith("SAME")) {
      pads = samePads(c, auto.equals("SAME_UPPER"), kernel, strides, dilations);
    } else if (auto.equals("VALID")) {
      pads = new long[2 * n];
    }
    return new Window(kernel, strides, dilations, Arrays.copyOf(pads, n), Arrays.copyOfRange(pads, n, 2 * n));
  }

  private static long[] samePads(NodeFacts c, boolean upper, long[] kernel, long[] strides, long[] dilations) {
    int n = kernel.length;
    long[] pads = new long[2 * n];
    for (int i = 0; i < n; i++) {
      long span = dilations[i] * (kernel[i] - 1) + 1;
      long total;
      if (strides[i] == 1) {
        total = span - 1;
      } else if (c.dims(c.input(0)).get(i + 2) instanceof Dim.Fixed in) {
        long out = Math.ceilDiv(in.size(), strides[i]);
        total = Math.max((out - 1) * strides[i] + span - in.size(), 0);
      } else {
        throw new RuleException("auto_pad with a stride needs a fixed input size");
      }
      pads[upper ? i : n + i] = total / 2;
      pads[upper ? n + i : i] = total - total / 2;
    }
    return pads;
  }

  static long[] filled(int n, long value) {
    long[] out = new long[n];
    Arrays.fill(out, value);
    return out;
  }

  int axes() {
    return kernel.length;
  }

  /** From the first to the last element of a window along an axis, gaps included. */
  long span(int axis) {
    return dilations[axis] * (kernel[axis] - 1) + 1;
  }

  long elements() {
    long product = 1;
    for (long k : kernel) {
      product = Math.multiplyExact(product, k);
    }
    return product;
  }

  boolean hasUnitStrides() {
    return Arrays.stream(strides).allMatch(s -> s == 1);
  }

  /** Paddings with which windows of stride 1 go back from the output to the input: span - 1 - padding. */
  long[] turnedBefore() {
    return turned(before);
  }

  long[] turnedAfter() {
    return turned(after);
  }

  private long[] turned(long[] pads) {
    long[] out = new long[pads.length];
    Arrays.setAll(out, i -> span(i) - 1 - pads[i]);
    return out;
  }

  /** Whether no element is in two windows, and none of the windows lies in the padding as a whole. */
  boolean areApart() {
    boolean apart = true;
    for (int i = 0; i < kernel.length; i++) {
      apart &= strides[i] >= span(i) && before[i] < kernel[i] && after[i] < kernel[i];
    }
    return apart;
  }

  /** Whether windows lie side by side and fill {@code in} exactly. */
  boolean tiles(long[] in, long[] out) {
    boolean tiles = true;
    for (int i = 0; i < kernel.length; i++) {
      tiles &= strides[i] == kernel[i] && dilations[i] == 1 && before[i] == 0 && out[i] * kernel[i] == in[i];
    }
    return tiles;
  }

  static long[] join(long[] a, long[] b) {
    long[] out = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, out, a.length, b.length);
    return out;
  }
}
