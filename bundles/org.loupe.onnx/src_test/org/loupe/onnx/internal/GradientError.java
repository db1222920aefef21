/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

/**
 * How far a tensor is from a reference in double precision, and how far the reference's own single precision is.
 *
 * @param element largest difference over the largest element
 * @param floor the same for the reference in single precision
 * @param norm difference of the Euclidean norms over the norm
 * @param spread norm of the difference over the norm, for the reference in single precision
 */
record GradientError(double element, double floor, double norm, double spread) {
  /** How much worse than the reference's own single precision is allowed. */
  private static final double TIMES = 3;
  /**
   * Where the reference happened to be closer than its format's steps, this is allowed: a rounding by half a step at
   * the largest element when the result is stored, and the like by the operation before it.
   */
  private static final double LEAST = Math.ulp(1f);

  static final GradientError NONE = new GradientError(0, 0, 0, 0);

  boolean tolerable() {
    return element <= Math.max(TIMES * floor, LEAST) && norm <= Math.max(TIMES * spread, LEAST);
  }

  /** The worse of two in each respect. */
  GradientError or(GradientError other) {
    return new GradientError(Math.max(element, other.element), Math.max(floor, other.floor),
        Math.max(norm, other.norm), Math.max(spread, other.spread));
  }
}
