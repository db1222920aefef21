/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.measure;

import java.util.Arrays;
import java.util.Locale;

/**
 * Figures of many pictures, sorted.
 *
 * @param values at least one, not to be changed
 */
public record Distribution(double[] values) {
  public Distribution {
    values = values.clone();
    Arrays.sort(values);
  }

  /** The least value that is not below a share of all; 0 the least, 0.5 the median, 1 the greatest. */
  public double at(double share) {
    return values[(int) Math.min(values.length - 1L, Math.round(share * (values.length - 1)))];
  }

  /** The part of the values that are at least so large. */
  public double atLeast(double limit) {
    return Arrays.stream(values).filter(v -> v >= limit).count() / (double) values.length;
  }

  /** Least, tenth part, median and greatest, as cells of a table. */
  public String cells() {
    return String.format(Locale.ROOT, "%.3f | %.3f | %.3f | %.3f", at(0), at(0.1), at(0.5), at(1));
  }
}
