/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.shape;

/** Which positions of an axis a Slice takes: {@code count} of them from {@code start} in steps. */
record SliceRange(long start, long step, long count) {
  /**
   * Whether all runtimes agree: ONNX Runtime takes the largest number as the end of a backward slice for "to the
   * beginning", the specification clamps it to the last element.
   */
  static boolean isCertain(long end, long step) {
    return step > 0 || step < 0 && end < Integer.MAX_VALUE;
  }

  /** Clamps as the specification of Slice says; {@code step} is not 0. */
  static SliceRange of(long start, long end, long step, long extent) {
    long from = start < 0 ? start + extent : start;
    long to = end < 0 ? end + extent : end;
    if (step > 0) {
      from = Math.clamp(from, 0, extent);
      to = Math.clamp(to, 0, extent);
      return new SliceRange(from, step, Math.max(0, Math.ceilDiv(to - from, step)));
    }
    from = Math.clamp(from, Math.min(0, extent - 1), Math.max(0, extent - 1));
    to = Math.clamp(to, -1, Math.max(0, extent - 1));
    return new SliceRange(from, step, extent == 0 ? 0 : Math.max(0, Math.ceilDiv(to - from, step)));
  }
}
