/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

/**
 * Makes text from models and data fit to be shown: no control characters, no characters that turn the direction of what
 * stands around them, none that XML cannot hold, no piles of accents, no endless length.
 */
public final class SafeText {
  /** Most characters of a label. */
  public static final int MAX_LABEL = 1000;
  /** Most characters of a tooltip or a paragraph. */
  public static final int MAX_PARAGRAPH = 8000;
  private static final int MAX_MARKS = 4;

  private SafeText() {
  }

  /** One line, at most {@link #MAX_LABEL} characters; line breaks become spaces. */
  public static String label(String text) {
    return clean(text, MAX_LABEL, false);
  }

  /** Lines, at most {@link #MAX_PARAGRAPH} characters in all. */
  public static String paragraph(String text) {
    return clean(text, MAX_PARAGRAPH, true);
  }

  private static String clean(String text, int max, boolean lines) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), max));
    int marks = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (out.length() >= max) {
        return out.append('\u2026').toString();
      }
      int c = text.codePointAt(i);
      int type = Character.getType(c);
      marks = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK ? marks + 1 : 0;
      if (c == '\n' && lines) {
        out.append('\n');
      } else if (Character.isWhitespace(c)) {
        out.append(c == '\r' && lines ? "" : " ");
      } else if (type == Character.SURROGATE || (c & 0xfffe) == 0xfffe || c >= 0xfdd0 && c <= 0xfdef) {
        out.append('\ufffd');
      } else if (marks <= MAX_MARKS && !dropped(c, type)) {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  /** Controls, overrides and isolates of direction, byte order marks, and invisible tags. */
  private static boolean dropped(int c, int type) {
    return type == Character.CONTROL || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0xfeff
        || c >= 0xe0000 && c <= 0xe007f;
  }
}
