/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.table;

import java.util.ArrayList;
import java.util.List;
import org.loupe.scene.TextStyle;
import org.loupe.scene.text.TextMeasure;

/** Breaks text into lines between words. */
final class Paragraph {
  private static final int MOST_LINES = 12;

  private Paragraph() {
  }

  /** At most twelve lines; a word longer than a line has one to itself. */
  static List<String> lines(String text, double width, TextStyle style, TextMeasure measure) {
    List<String> out = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && measure.width(longer, style) > width) {
        out.add(line.toString());
        line.setLength(0);
        longer = word;
      }
      line.setLength(0);
      line.append(longer);
    }
    if (!line.isEmpty()) {
      out.add(line.toString());
    }
    if (out.size() > MOST_LINES) {
      List<String> cut = new ArrayList<>(out.subList(0, MOST_LINES - 1));
      cut.add(out.get(MOST_LINES - 1) + " \u2026");
      return cut;
    }
    return out;
  }
}
