/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.scale;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them: few digits, no locale, powers of ten only where plain digits would be too long. */
public final class Numbers {
  static final int DIGITS = 4;
  private static final int PLAIN_UP_TO = 6;
  private static final int PLAIN_DOWN_TO = -4;

  private Numbers() {
  }

  /** With up to four significant digits, for example {@code 0.1235}, {@code 12350}, {@code 1.2e-7}, {@code NaN}. */
  public static String format(double value) {
    return format(value, DIGITS);
  }

  /** With up to this many significant digits; trailing zeros are dropped, digits before the point are kept. */
  public static String format(double value, int significant) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(significant, RoundingMode.HALF_EVEN));
    int exponent = exponent(rounded);
    if (exponent >= PLAIN_UP_TO || exponent < PLAIN_DOWN_TO) {
      return scientific(rounded, exponent, significant - 1, true);
    }
    return plain(rounded.stripTrailingZeros());
  }

  /** A multiple of a step, with the digits that the step needs; powers of ten if the largest of the row needs them. */
  static String aligned(BigDecimal value, BigDecimal step, BigDecimal largest) {
    if (value.signum() == 0) {
      return "0";
    }
    int top = exponent(largest);
    int last = exponent(step);
    if (top >= PLAIN_UP_TO || top < PLAIN_DOWN_TO) {
      int exponent = exponent(value);
      return scientific(value, exponent, Math.max(0, exponent - last), false);
    }
    return plain(value.setScale(Math.max(0, -last), RoundingMode.HALF_EVEN));
  }

  private static String plain(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0).toPlainString() : value.toPlainString();
  }

  private static String scientific(BigDecimal value, int exponent, int decimals, boolean strip) {
    BigDecimal mantissa = value.scaleByPowerOfTen(-exponent).setScale(decimals, RoundingMode.HALF_EVEN);
    return plain(strip ? mantissa.stripTrailingZeros() : mantissa) + "e" + exponent;
  }

  private static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }
}
