/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.baseline;

/** Separable Gaussian blur along one axis of a flat row-major array; the border is repeated outwards. */
public final class GaussianBlur {
  private GaussianBlur() {
  }

  /**
   * Blurs along an axis.
   *
   * @param values row-major; not changed
   * @param extent of the axis
   * @param stride distance between neighbours along the axis
   * @param sigma in elements, above 0; the kernel is cut at 4 sigma and its weights add up to 1
   */
  public static double[] along(double[] values, int extent, int stride, double sigma) {
    double[] kernel = kernel(sigma);
    int radius = kernel.length - 1;
    double[] out = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int position = i / stride % extent;
      double sum = kernel[0] * values[i];
      for (int k = 1; k <= radius; k++) {
        int before = Math.max(-position, -k);
        int after = Math.min(extent - 1 - position, k);
        sum += kernel[k] * (values[i + before * stride] + values[i + after * stride]);
      }
      out[i] = sum;
    }
    return out;
  }

  /** Half of the kernel: the weight of the centre and of each distance from it. */
  private static double[] kernel(double sigma) {
    int radius = (int) Math.ceil(4 * sigma);
    double[] half = new double[radius + 1];
    double sum = 0;
    for (int k = 0; k <= radius; k++) {
      half[k] = Math.exp(-k * k / (2 * sigma * sigma));
      sum += k == 0 ? half[k] : 2 * half[k];
    }
    for (int k = 0; k <= radius; k++) {
      half[k] /= sum;
    }
    return half;
  }
}
