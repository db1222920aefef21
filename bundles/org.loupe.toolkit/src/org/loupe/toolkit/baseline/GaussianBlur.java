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
    double[] out = new double[values.length];
    // Where neighbours are side by side, each row is its own block; else whole rows are added to whole rows.
    for (int from = 0; from < values.length; from += extent * stride) {
      if (stride == 1) {
        row(values, out, from, extent, kernel);
      } else {
        rows(values, out, from, extent, stride, kernel);
      }
    }
    return out;
  }

  private static void row(double[] values, double[] out, int from, int extent, double[] kernel) {
    int last = from + extent - 1;
    for (int i = from; i <= last; i++) {
      out[i] = kernel[0] * values[i];
    }
    for (int k = 1; k < kernel.length; k++) {
      double weight = kernel[k];
      int left = Math.min(last + 1, from + k);
      int right = Math.max(left, last + 1 - k);
      for (int i = from; i < left; i++) {
        out[i] += weight * (values[from] + values[Math.min(last, i + k)]);
      }
      for (int i = left; i < right; i++) {
        out[i] += weight * (values[i - k] + values[i + k]);
      }
      for (int i = right; i <= last; i++) {
        out[i] += weight * (values[Math.max(from, i - k)] + values[last]);
      }
    }
  }

  private static void rows(double[] values, double[] out, int from, int extent, int stride, double[] kernel) {
    for (int position = 0; position < extent; position++) {
      int at = from + position * stride;
      for (int s = 0; s < stride; s++) {
        out[at + s] = kernel[0] * values[at + s];
      }
      for (int k = 1; k < kernel.length; k++) {
        double weight = kernel[k];
        int before = from + Math.max(0, position - k) * stride;
        int after = from + Math.min(extent - 1, position + k) * stride;
        for (int s = 0; s < stride; s++) {
          out[at + s] += weight * (values[before + s] + values[after + s]);
        }
      }
    }
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
