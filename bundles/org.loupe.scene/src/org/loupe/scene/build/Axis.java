/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.build;

import java.util.List;

/** One axis of a plot. */
public sealed interface Axis {

  /** What the axis is about; may be empty. */
  String label();

  /**
   * A range of numbers.
   *
   * @param min number at the left or bottom
   * @param max number at the right or top, larger than {@code min}
   */
  record Numeric(double min, double max, String label) implements Axis {
    public Numeric {
      if (!(min < max) || Double.isInfinite(max - min)) {
        throw new IllegalArgumentException("no axis from " + min + " to " + max);
      }
    }
  }

  /**
   * A range of numbers that are more than 0, by their logarithm.
   *
   * @param min number at the left or bottom, more than 0
   * @param max number at the right or top, larger than {@code min}
   */
  record Logarithmic(double min, double max, String label) implements Axis {
    public Logarithmic {
      if (!(0 < min && min < max) || Double.isInfinite(max)) {
        throw new IllegalArgumentException("no logarithmic axis from " + min + " to " + max);
      }
    }
  }

  /** Names, each with a band of its own, from the left or from the top. */
  record Categories(List<String> names, String label) implements Axis {
    public Categories {
      names = List.copyOf(names);
      if (names.isEmpty()) {
        throw new IllegalArgumentException("an axis without categories");
      }
    }
  }

  static Axis numeric(double min, double max, String label) {
    return new Numeric(min, max, label);
  }

  static Axis logarithmic(double min, double max, String label) {
    return new Logarithmic(min, max, label);
  }

  static Axis categories(List<String> names, String label) {
    return new Categories(names, label);
  }
}
