/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.parts;

import org.loupe.math.scale.Numbers;

/** Large numbers as people read them: three digits and a prefix. */
public final class Quantity {
  private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
  private static final String[] COUNTS = {"", " k", " M", " G", " T", " P"};
  private static final int DIGITS = 3;
  private static final double KIBI = 1024;
  private static final double KILO = 1000;

  private Quantity() {
  }

  /** Bytes with a binary prefix, as {@code 12.5 MiB}. */
  public static String bytes(double value) {
    int prefix = prefix(value, KIBI, BYTES.length);
    return rounded(value / Math.pow(KIBI, prefix)) + " " + BYTES[prefix];
  }

  /** A count with a decimal prefix, as {@code 1.25 G}. */
  public static String count(double value) {
    int prefix = prefix(value, KILO, COUNTS.length);
    return rounded(value / Math.pow(KILO, prefix)) + COUNTS[prefix];
  }

  /** Microseconds as {@code 12.5 ms} or {@code 830 \u00b5s}. */
  public static String time(double micros) {
    double rounded = Double.parseDouble(Numbers.format(micros, DIGITS));
    return rounded >= KILO * KILO ? rounded(micros / KILO / KILO) + " s"
        : rounded >= KILO ? rounded(micros / KILO) + " ms" : rounded(micros) + " \u00b5s";
  }

  /** A part of a whole in percent. */
  public static String share(double part) {
    return String.format(java.util.Locale.ROOT, "%.1f %%", part * 100);
  }

  private static int prefix(double value, double base, int prefixes) {
    int prefix = 0;
    // what is rounded up to a whole of the next prefix is told by that
    while (prefix + 1 < prefixes && Double.parseDouble(rounded(value / Math.pow(base, prefix))) >= base) {
      prefix++;
    }
    return prefix;
  }

  private static String rounded(double value) {
    return Math.abs(value) >= 100 ? Long.toString(Math.round(value)) : Numbers.format(value, DIGITS);
  }
}
