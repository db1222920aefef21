/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import java.util.Arrays;

/**
 * Where numbers lie between the least and the greatest.
 *
 * @param logarithmic for numbers that span decades; those that are not above zero lie at the lower end then
 */
record Scale(double least, double greatest, boolean logarithmic) {
  private static final double DECADES = 30;

  /** @param wide whether the numbers may span decades */
  static Scale of(double[] values, boolean wide) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    double greatest = Arrays.stream(finite).max().orElse(0);
    double least = Arrays.stream(finite).min().orElse(0);
    double above = Arrays.stream(finite).filter(v -> v > 0).min().orElse(0);
    boolean logarithmic = wide && above > 0 && greatest > DECADES * above;
    return new Scale(logarithmic ? above : least, greatest, logarithmic);
  }

  /** From 0 to 1. */
  double position(double value) {
    if (greatest <= least) {
      return 0.5;
    }
    double p = logarithmic ? Math.log(Math.max(value, least) / least) / Math.log(greatest / least)
        : (value - least) / (greatest - least);
    return Math.max(0, Math.min(1, p));
  }

  /** The number at a position. */
  double value(double position) {
    return logarithmic ? least * Math.pow(greatest / least, position) : least + position * (greatest - least);
  }
}
