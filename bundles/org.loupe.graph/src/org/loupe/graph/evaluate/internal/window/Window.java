/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.window;

import java.util.Arrays;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;

/**
 * A window that slides over spatial axes.
 *
 * @param input extents of the axes
 * @param output how many places the window takes along each axis
 * @param padBefore positions before the first element that the window may cover
 * @param padAfter positions after the last element
 */
record Window(int[] input, int[] kernel, int[] strides, int[] dilations, int[] padBefore, int[] padAfter,
    int[] output) {

  /** The window that a node's attributes describe, for convolution and pooling. */
  static Window of(Call call, int[] input, int[] kernel) {
    int n = input.length;
    int[] strides = perAxis(call, "strides", n, 1);
    int[] dilations = perAxis(call, "dilations", n, 1);
    int[] pads = perAxis(call, "pads", 2 * n, 0);
    int[] before = Arrays.copyOf(pads, n);
    int[] after = Arrays.copyOfRange(pads, n, 2 * n);
    int[] output = new int[n];
    String auto = call.node().string("auto_pad", "NOTSET");
    boolean ceil = call.flag("ceil_mode", false);
    for (int a = 0; a < n; a++) {
      int extent = (kernel[a] - 1) * dilations[a] + 1;
      switch (auto) {
        case "NOTSET" -> output[a] = places(input[a] + before[a] + after[a] - extent, strides[a], ceil);
        case "VALID" -> {
          before[a] = 0;
          after[a] = 0;
          output[a] = places(input[a] - extent, strides[a], ceil);
        }
        case "SAME_UPPER", "SAME_LOWER" -> {
          output[a] = Math.ceilDiv(input[a], strides[a]);
          int total = Math.max(0, (output[a] - 1) * strides[a] + extent - input[a]);
          before[a] = auto.equals("SAME_UPPER") ? total / 2 : total - total / 2;
          after[a] = total - before[a];
        }
        default -> throw new IllegalArgumentException("auto_pad '" + auto + "' is not known");
      }
      // A place that would begin in the padding behind the input does not count.
      if (ceil && (output[a] - 1) * strides[a] >= input[a] + before[a]) {
        output[a]--;
      }
    }
    return new Window(input, kernel, strides, dilations, before, after, output);
  }

  private static int places(int room, int stride, boolean ceil) {
    return (ceil ? Math.ceilDiv(room, stride) : Math.floorDiv(room, stride)) + 1;
  }

  /** An attribute with a number for each axis. */
  static int[] perAxis(Call call, String attribute, int count, int byDefault) {
    int[] list = call.list(attribute).map(Dims::ints).orElse(Dims.filled(count, byDefault));
    if (list.length != count) {
      throw new IllegalArgumentException(attribute + " has " + list.length + " numbers instead of " + count);
    }
    return list;
  }

  /** Where the element {@code k} of the window lies in the input when the window is at {@code place}. */
  int[] position(int[] place, int[] k) {
    int[] at = new int[place.length];
    for (int a = 0; a < at.length; a++) {
      at[a] = place[a] * strides[a] - padBefore[a] + k[a] * dilations[a];
    }
    return at;
  }

  boolean isInside(int[] position) {
    return Dims.contains(input, position);
  }

  /** Whether a position lies in the input or its padding; a window in ceil mode can reach beyond. */
  boolean isInPadded(int[] position) {
    for (int a = 0; a < position.length; a++) {
      if (position[a] < -padBefore[a] || position[a] >= input[a] + padAfter[a]) {
        return false;
      }
    }
    return true;
  }
}
