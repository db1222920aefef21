/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import org.loupe.math.scale.Numbers;

/** How numbers are written beside what stands for them. */
public final class Texts {
  private Texts() {
  }

  /** With its sign, as {@code +0.431}. */
  public static String signed(double value, int digits) {
    return (value > 0 ? "+" : "") + Numbers.format(value, digits);
  }

  /** With three digits. */
  public static String signed(double value) {
    return signed(value, 3);
  }

  /** Name of features that are drawn as one. */
  public static String others(int count) {
    return "sum of " + count + " others";
  }
}
