/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.layout;

/** How wide letters are, measured once, so that boxes can be given their size outside the UI thread. */
public final class TextWidths {
  /** The first character that is measured, and the first that is not. */
  public static final char FIRST = ' ';
  public static final char END = 127;
  private static final String ELLIPSIS = "\u2026";

  private final double[] widths;
  private final double other;

  /**
   * @param widths of the characters from {@link #FIRST} on, in pixels at 100 %
   * @param other of any other character
   */
  public TextWidths(double[] widths, double other) {
    if (widths.length != END - FIRST) {
      throw new IllegalArgumentException("widths of " + widths.length + " characters");
    }
    this.widths = widths.clone();
    this.other = other;
  }

  public double width(String text) {
    double sum = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      sum += c >= FIRST && c < END ? widths[c - FIRST] : other;
    }
    return sum;
  }

  /** The text, with its middle left out where it is too wide: names differ at their ends. */
  public String fit(String text, double most) {
    if (width(text) <= most) {
      return text;
    }
    for (int keep = text.length() - 1; keep > 1; keep--) {
      String shorter = text.substring(0, keep / 3) + ELLIPSIS + text.substring(text.length() - (keep - keep / 3));
      if (width(shorter) <= most) {
        return shorter;
      }
    }
    return ELLIPSIS;
  }
}
