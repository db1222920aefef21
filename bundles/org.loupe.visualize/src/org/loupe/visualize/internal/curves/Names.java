/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.curves;

import java.util.List;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.TextMeasure;

/** Names of places that have room: of names of layers the end tells more than the beginning. */
final class Names {
  private static final String ELLIPSIS = "\u2026";

  private static final String SEPARATORS = "/.:_";

  private Names() {
  }

  /** The names as they are, or without the end that all have, or of each what has room of its end. */
  static List<String> fitting(List<String> names, double room, TextMeasure measure) {
    if (names.stream().allMatch(n -> measure.width(n, Styles.SMALL) <= room)) {
      return names;
    }
    int same = sameEnd(names);
    return names.stream().map(n -> fitting(n.substring(0, n.length() - same), room, measure)).toList();
  }

  /** Length of the end that all names have, from a separator on; 0 if it would leave nothing of one. */
  private static int sameEnd(List<String> names) {
    String first = names.getFirst();
    int best = 0;
    for (int length = 1; length < first.length(); length++) {
      String end = first.substring(first.length() - length);
      if (!names.stream().allMatch(n -> n.length() > end.length() && n.endsWith(end))) {
        break;
      }
      best = names.size() > 1 && SEPARATORS.indexOf(end.charAt(0)) >= 0 ? length : best;
    }
    return best;
  }

  private static String fitting(String name, double room, TextMeasure measure) {
    if (measure.width(name, Styles.SMALL) <= room) {
      return name;
    }
    int from = 1;
    int to = name.length();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (measure.width(ELLIPSIS + name.substring(middle), Styles.SMALL) <= room) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return ELLIPSIS + name.substring(from);
  }
}
