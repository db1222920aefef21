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
import org.loupe.scene.text.Ellipsis;
import org.loupe.scene.text.TextMeasure;

/** Fits names with values into their room. */
public final class Wrap {
  private Wrap() {
  }

  /**
   * A name and what stands behind it in one line or, where that is too long, in two: broken where lines may be broken,
   * or before the value. A name that is still too long is cut; the value is kept whole as long as there is room for it.
   *
   * @param two whether there may be two lines
   */
  public static List<String> fit(String name, String value, TextStyle style, double room, boolean two,
      TextMeasure measure) {
    String whole = name + value;
    if (measure.width(whole, style) <= room) {
      return List.of(whole);
    }
    if (two) {
      List<String> parts = broken(whole, style, room, measure);
      if (parts.size() == 2 && measure.width(parts.get(1), style) <= room) {
        return parts;
      }
    }
    boolean below = two && !value.isBlank();
    double left = below ? room : room - measure.width(value, style);
    String cut = Ellipsis.fit(name, style, Math.max(0, left), measure);
    return below ? List.of(cut, value.strip()) : cut.isEmpty() ? List.of(whole) : List.of(cut + value);
  }

  /** The longest beginning that fits and the rest; the whole if there is none. */
  private static List<String> broken(String text, TextStyle style, double room, TextMeasure measure) {
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
