/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import org.loupe.scene.TextStyle;
import org.loupe.scene.text.TextMeasure;

/** Lays a text over two lines. */
public final class Wrap {
  private Wrap() {
  }

  /** The text, or two parts if one line is too short for it and it may be broken; the second may still be too long. */
  public static List<String> two(String text, TextStyle style, double room, TextMeasure measure) {
    if (measure.width(text, style) <= room) {
      return List.of(text);
    }
    BreakIterator places = BreakIterator.getLineInstance(Locale.ROOT);
    places.setText(text);
    int best = 0;
    for (int at = places.first(); at != BreakIterator.DONE; at = places.next()) {
      if (at < text.length() && measure.width(text.substring(0, at).stripTrailing(), style) <= room) {
        best = at;
      }
    }
    return best == 0 ? List.of(text) : List.of(text.substring(0, best).stripTrailing(), text.substring(best).strip());
  }
}
