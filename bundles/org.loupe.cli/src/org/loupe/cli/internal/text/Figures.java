/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.text;

import java.util.Locale;
import org.loupe.math.scale.Numbers;

/** Amounts for a reader; the same in every country, as scripts read them too. */
public final class Figures {
  private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Figures() {
  }

  /** A count with separators, as {@code 470,072}. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** As {@code 1.8 MiB}. */
  public static String bytes(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < BINARY.length - 1) {
      value /= 1024;
      unit++;
    }
    return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, BINARY[unit]);
  }

  /** A duration, as {@code 850 ms}, {@code 12.3 s} or {@code 2 min 05 s}. */
  public static String duration(long nanos) {
    double seconds = nanos / 1e9;
    if (seconds < 1) {
      return Numbers.format(nanos / 1e6, 3) + " ms";
    }
    if (seconds < 99.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600 ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
  }

  /** {@code 1 file}, {@code 2 files}. */
  public static String plural(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }
}
