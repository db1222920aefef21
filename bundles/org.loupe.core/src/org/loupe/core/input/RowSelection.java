/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.input;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loupe.api.LoupeException;

/**
 * Which rows of a table: one, as {@code 12}; several, as {@code 3-20}; the one of a name, as {@code id=P-17}. Rows are
 * counted from 1, a heading not counted.
 *
 * @param first number of the first row
 * @param last number of the last row; {@link Long#MAX_VALUE} for all that there are
 * @param name of the only row; empty if they are numbered
 */
public record RowSelection(long first, long last, String name) {
  /** The whole table. */
  public static final RowSelection ALL = new RowSelection(1, Long.MAX_VALUE, "");
  /** What is shown of a table where one row is wanted and none was named. */
  public static final RowSelection FIRST = new RowSelection(1, 1, "");
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,15})(?:-(\\d{1,15}))?");
  private static final String ID = "id=";

  public RowSelection {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("rows " + first + " to " + last);
    }
  }

  /** @throws LoupeException USAGE if it names no rows */
  public static RowSelection parse(String text) throws LoupeException {
    if (text.startsWith(ID) && text.length() > ID.length()) {
      return new RowSelection(1, 1, text.substring(ID.length()));
    }
    Matcher m = NUMBERS.matcher(text);
    if (m.matches()) {
      long first = Long.parseLong(m.group(1));
      long last = m.group(2) == null ? first : Long.parseLong(m.group(2));
      if (first >= 1 && last >= first) {
        return new RowSelection(first, last, "");
      }
    }
    throw LoupeException.usage("\"#" + text + "\" names no rows; write #12, #3-20 (from 1, the heading not counted) or "
        + "#id=NAME");
  }

  /** Whether it is one row at most. */
  public boolean isOne() {
    return first == last;
  }

  /** As it is written behind a file; empty for all rows. */
  public String text() {
    if (!name.isEmpty()) {
      return "#" + ID + name;
    }
    return equals(ALL) ? "" : "#" + first + (isOne() ? "" : last == Long.MAX_VALUE ? "-" : "-" + last);
  }
}
