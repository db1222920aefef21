/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.resample;

/**
 * How a pixel is made from its neighbours. All filters use half-pixel centres: the centre of output pixel {@code i}
 * lies at {@code (i + 0.5) * in / out} in the input. Source of the cubic: R. Keys, "Cubic Convolution Interpolation
 * for Digital Image Processing", IEEE Transactions on Acoustics, Speech and Signal Processing 29(6), 1981.
 */
public enum Filter {
  /** The pixel that holds the centre. */
  NEAREST(0.5),
  /** The mean of the pixels whose centres the window holds. */
  BOX(0.5),
  /** A triangle, one pixel to each side. */
  BILINEAR(1),
  /** Keys' cubic with a = -0.5, two pixels to each side. */
  BICUBIC(2),
  /** Windowed sinc, three pixels to each side. */
  LANCZOS3(3),
  /** The mean over the area that the output pixel covers, pixels at its border counting by the part covered. */
  AREA(0.5);

  private final double support;

  Filter(double support) {
    this.support = support;
  }

  /** Reach to each side of the centre, in pixels. */
  double support() {
    return support;
  }

  /** Weight at a distance from the centre, in pixels. */
  double weight(double distance) {
    double x = Math.abs(distance);
    return switch (this) {
      case NEAREST, BOX, AREA -> distance > -0.5 && distance <= 0.5 ? 1 : 0;
      case BILINEAR -> x < 1 ? 1 - x : 0;
      case BICUBIC -> x < 1 ? (1.5 * x - 2.5) * x * x + 1 : x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
      case LANCZOS3 -> x < 3 ? sinc(x) * sinc(x / 3) : 0;
    };
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }
}
