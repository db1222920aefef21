/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations.draw;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Names of layers, shortened in the middle so that they fit and are still told apart. */
final class ShortNames {
  private static final String GAP = "\u2026";
  /** Of what is kept of a name, the part from its beginning: the first is taken that tells most names apart. */
  private static final double[] HEADS = {0.3, 0.5, 0.7, 0, 1};
  private static final String SEPARATORS = "/._:-";

  private ShortNames() {
  }

  /**
   * Those that fit stay as they are. Of the others first goes what all names begin with, then their middle.
   *
   * @param room width of the widest name that fits
   * @param width of a text
   */
  static List<String> of(List<String> names, double room, ToDoubleFunction<String> width) {
    int common = common(names);
    List<String> best = List.of();
    long most = -1;
    for (double head : HEADS) {
      List<String> shorter = names.stream().map(n -> shorten(n, common, head, room, width)).toList();
      long different = shorter.stream().distinct().count();
      if (different > most) {
        most = different;
        best = shorter;
      }
    }
    return best;
  }

  private static String shorten(String name, int common, double head, double room, ToDoubleFunction<String> width) {
    if (width.applyAsDouble(name) <= room) {
      return name;
    }
    String rest = name.substring(common);
    if (common > 0 && width.applyAsDouble(GAP + rest) <= room) {
      return GAP + rest;
    }
    int most = rest.length() - 1;
    int least = 1;
    while (least < most) {
      int kept = (least + most + 1) / 2;
      if (width.applyAsDouble(keeping(rest, kept, head)) <= room) {
        least = kept;
      } else {
        most = kept - 1;
      }
    }
    return keeping(rest, least, head);
  }

  private static String keeping(String name, int characters, double share) {
    int head = (int) (characters * share);
    int tail = name.length() - (characters - head);
    // a half of a character of two is none
    head -= head > 0 && Character.isHighSurrogate(name.charAt(head - 1)) ? 1 : 0;
    tail += tail < name.length() && Character.isLowSurrogate(name.charAt(tail)) ? 1 : 0;
    return name.substring(0, head) + GAP + name.substring(tail);
  }

  /** Length of what all names begin with, up to a separator; 0 for a single name. */
  private static int common(List<String> names) {
    if (names.size() < 2) {
      return 0;
    }
    String first = names.get(0);
    int length = first.length();
    for (String name : names) {
      int same = 0;
      while (same < Math.min(length, name.length()) && name.charAt(same) == first.charAt(same)) {
        same++;
      }
      length = same;
    }
    while (length > 0 && SEPARATORS.indexOf(first.charAt(length - 1)) < 0) {
      length--;
    }
    return length;
  }
}
