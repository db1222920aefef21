/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several texts in one: parts with a separator between them. A backslash in front of a character takes its meaning
 * away; {@code \-} is nothing, so that a single empty part differs from no part.
 */
public final class SettingText {
  private static final String NOTHING = "\\-";

  private SettingText() {
  }

  /** No parts are the empty text. */
  public static String join(List<String> parts, char separator) {
    return parts.stream().map(p -> p.isEmpty() ? NOTHING : escaped(p, separator))
        .collect(Collectors.joining(String.valueOf(separator)));
  }

  /** The parts of what {@link #join} made, or a person typed. */
  public static List<String> split(String text, char separator) {
    List<String> out = new ArrayList<>();
    if (text.isEmpty()) {
      return out;
    }
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == separator) {
        out.add(part.toString());
        part.setLength(0);
      } else if (text.startsWith(NOTHING, i)) {
        i++;
      } else if (c == '\\' && i + 1 < text.length()) {
        part.append(text.charAt(++i));
      } else {
        part.append(c);
      }
    }
    out.add(part.toString());
    return out;
  }

  private static String escaped(String part, char separator) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == separator || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }
}
