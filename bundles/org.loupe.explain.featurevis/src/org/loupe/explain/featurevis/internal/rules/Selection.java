/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.rules;

/**
 * The element that would stand at a position if an array were sorted, without sorting it. Source: C. A. R. Hoare,
 * "Algorithm 65: Find", Communications of the ACM 4, 1961, with the median of three as the pivot.
 */
final class Selection {
  private Selection() {
  }

  /** @param values are put into another order; none is NaN @param position from 0 */
  static double of(double[] values, int position) {
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      double pivot = median(values[low], values[(low + high) >>> 1], values[high]);
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double v = values[i];
          values[i++] = values[j];
          values[j--] = v;
        }
      }
      if (position <= j) {
        high = j;
      } else if (position >= i) {
        low = i;
      } else {
        return values[position];
      }
    }
    return values[position];
  }

  private static double median(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
