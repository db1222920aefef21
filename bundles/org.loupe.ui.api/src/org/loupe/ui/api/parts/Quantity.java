/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.parts;

import java.util.Locale;
import org.loupe.math.scale.Numbers;

/** How the number of a quantity is written: three digits and a unit. */
public enum Quantity {
  /** Microseconds, as µs, ms or s. */
  MICROS,
  /** With a binary prefix, as MiB. */
  BYTES,
  /** With a decimal prefix, as 1.2 M. */
  COUNT,
  /** A part of a whole, in percent. */
  SHARE,
  /** As it is. */
  PLAIN;

  private static final int DIGITS = 3;
  private static final String[] TIMES = {" \u00b5s", " ms", " s"};
  private static final String[] SIZES = {" B", " KiB", " MiB", " GiB", " TiB", " PiB"};
  private static final String[] COUNTS = {"", " k", " M", " G", " T", " P"};

  /** The number with its unit, in three digits. */
  public String format(double value) {
    return switch (this) {
      case MICROS -> scaled(value, 1000, TIMES);
      case BYTES -> scaled(value, 1024, SIZES);
      case COUNT -> scaled(value, 1000, COUNTS);
      case SHARE -> String.format(Locale.ROOT, "%.1f %%", value * 100);
      case PLAIN -> Numbers.format(value, DIGITS);
    };
  }

  private static String scaled(double value, double step, String[] prefixes) {
    int prefix = 0;
    double rest = value;
    // what would be rounded up to a whole of the next prefix is told by that
    while (prefix + 1 < prefixes.length && Math.abs(rest) >= step - 0.5) {
      rest /= step;
      prefix++;
    }
    return (Math.abs(rest) >= 100 ? Long.toString(Math.round(rest)) : Numbers.format(rest, DIGITS)) + prefixes[prefix];
  }
}
