/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.players;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.loupe.api.LoupeException;
import org.loupe.api.modality.PlayerRequest.Windows;
import org.loupe.math.tensor.Shape;

/** Chooses the windows along each axis from what was asked and, where nothing was, from the extents. */
final class WindowPlan {
  /** Most windows; beyond it a run would never end. */
  static final int MAX_WINDOWS = 1 << 22;
  /** Automatic windows over inputs without a grid are single elements up to this many. */
  static final int MAX_SINGLE = 4096;

  private WindowPlan() {
  }

  /** Windows of about a seventh of each extent. */
  static AxisWindows[] overGrid(Shape shape, int[] axes, Windows request) throws LoupeException {
    return plan(shape, axes, request, extent -> Math.max(1, Math.round(extent / 7f)));
  }

  /** Single elements; larger only where there would be too many of them. */
  static AxisWindows[] overElements(Shape shape, int[] axes, Windows request) throws LoupeException {
    long wide = Arrays.stream(axes).filter(a -> shape.dim(a) > 1).count();
    long elements = Arrays.stream(axes).mapToLong(shape::dim).reduce(1, (a, b) -> a * b);
    int most = (int) Math.max(1, Math.floor(Math.pow(MAX_SINGLE, 1.0 / Math.max(1, wide)) + 1e-9));
    return plan(shape, axes, request, extent -> elements <= MAX_SINGLE ? 1 : Math.ceilDiv(extent, most));
  }

  private static AxisWindows[] plan(Shape shape, int[] axes, Windows request, IntUnaryOperator automatic)
      throws LoupeException {
    int[] extents = Arrays.stream(axes).map(shape::intDim).toArray();
    int[] sizes = numbers("window", request.size(), extents, automatic);
    int[] strides = numbers("stride", request.stride(), sizes, size -> Math.max(1, size / 2));
    AxisWindows[] out = new AxisWindows[axes.length];
    long windows = 1;
    for (int i = 0; i < axes.length; i++) {
      out[i] = AxisWindows.checked(extents[i], sizes[i], strides[i], request.border());
      windows *= out[i].count();
      if (windows > MAX_WINDOWS) {
        throw LoupeException.usage("these windows are more than " + MAX_WINDOWS
            + "; choose a larger window or stride");
      }
    }
    return out;
  }

  /**
   * A number for each axis. One number stands for all and is cut to the limit of shorter axes, but not to that of the
   * longest, which would hide a mistake; several must be one for each axis.
   */
  private static int[] numbers(String what, List<Integer> asked, int[] limits, IntUnaryOperator automatic)
      throws LoupeException {
    if (asked.isEmpty()) {
      return Arrays.stream(limits).map(automatic).toArray();
    }
    if (asked.size() == 1) {
      int one = asked.get(0);
      boolean fits = one <= Arrays.stream(limits).max().orElse(one);
      return Arrays.stream(limits).map(limit -> fits ? Math.min(one, limit) : one).toArray();
    }
    if (asked.size() != limits.length) {
      throw LoupeException.usage(what + " has " + asked.size() + " numbers for an input with " + limits.length
          + " axes to slide over; give one for all or one for each");
    }
    return asked.stream().mapToInt(v -> v).toArray();
  }
}
