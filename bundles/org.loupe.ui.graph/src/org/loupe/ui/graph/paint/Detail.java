/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.paint;

/** How much is drawn at a scale. */
enum Detail {
  /** Rectangles. */
  FAR(0, false, 1),
  /** The operator, in larger letters than the scale has. */
  MIDDLE(1, false, 1.5, 1.35, 1.2, 1),
  /** The operator and the shape. */
  CLOSE(2, false, 1.15, 1),
  /** Everything. */
  ALL(3, true, 1);

  private static final double MIDDLE_FROM = 0.34;
  private static final double CLOSE_FROM = 0.55;
  private static final double ALL_FROM = 0.8;

  private final int lines;
  private final boolean labels;
  private final double[] larger;

  Detail(int lines, boolean labels, double... larger) {
    this.lines = lines;
    this.labels = labels;
    this.larger = larger;
  }

  static Detail of(double scale) {
    if (scale < MIDDLE_FROM) {
      return FAR;
    }
    return scale < CLOSE_FROM ? MIDDLE : scale < ALL_FROM ? CLOSE : ALL;
  }

  /** Lines of text in a box. */
  int lines() {
    return lines;
  }

  /** By how much the letters are larger than the scale has them: the first of these for which there is room. */
  double[] larger() {
    return larger;
  }

  /** Whether lines are labelled. */
  boolean labels() {
    return labels;
  }
}
