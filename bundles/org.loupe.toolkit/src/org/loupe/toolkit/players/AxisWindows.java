/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.players;

import org.loupe.api.LoupeException;
import org.loupe.api.modality.PlayerRequest.Border;

/**
 * Windows along one axis.
 *
 * @param extent of the axis
 * @param size of a window
 * @param stride from one window to the next
 * @param border what happens to the last one
 */
record AxisWindows(int extent, int size, int stride, Border border) {

  /** @throws LoupeException USAGE if the windows would not fit the axis, or would leave elements between them */
  static AxisWindows checked(int extent, int size, int stride, Border border) throws LoupeException {
    if (size < 1 || size > extent) {
      throw LoupeException.usage("a window of " + size + " does not fit an axis of " + extent
          + "; choose 1 to " + extent);
    }
    if (stride < 1 || (stride > size && size < extent)) {
      throw LoupeException.usage("a stride of " + stride + " with a window of " + size
          + " would leave elements out; choose 1 to " + size);
    }
    return new AxisWindows(extent, size, stride, border);
  }

  int count() {
    return Math.ceilDiv(extent - size, stride) + 1;
  }

  int from(int window) {
    int start = window * stride;
    return border == Border.CLAMP ? Math.min(start, extent - size) : start;
  }

  int to(int window) {
    return Math.min(from(window) + size, extent);
  }
}
