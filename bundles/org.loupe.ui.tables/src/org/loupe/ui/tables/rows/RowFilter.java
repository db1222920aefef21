/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rows are wanted: conditions like {@code age > 60}, and texts that a cell or the row's name must contain, joined
 * by {@code and}. A condition's column may be quoted; {@code missing} as its value stands for cells without one. What
 * names no column is a text. Case does not matter.
 */
public final class RowFilter {
  private static final Pattern AND = Pattern.compile("(?i)\\s+and\\s+|\\s*&&\\s*");
  private static final Pattern CONDITION = Pattern.compile("(.+?)\\s*(<=|>=|!=|==|<|>|=)\\s*(.+)");
  private static final String MISSING = "missing";

  @FunctionalInterface
  private interface Test {
    boolean takes(int row);
  }

  private final List<Test> tests = new ArrayList<>();

  /** @param text as the user has typed it; blank for all rows */
  public RowFilter(String text, LoadedTable table) {
    for (String part : AND.split(text.strip())) {
      if (!part.isBlank()) {
        tests.add(test(part.strip(), table));
      }
    }
  }

  /** Whether a row is wanted. */
  public boolean takes(int row) {
    for (Test test : tests) {
      if (!test.takes(row)) {
        return false;
      }
    }
    return true;
  }

  private static Test test(String part, LoadedTable table) {
    Matcher m = CONDITION.matcher(part);
    int column = m.matches() ? column(unquoted(m.group(1)), table) : -1;
    return column < 0 ? contains(part, table)
        : condition(column, m.group(2), unquoted(m.group(3)), table);
  }

  private static int column(String name, LoadedTable table) {
    for (int c = 0; c < table.columns(); c++) {
      if (table.column(c).name().equalsIgnoreCase(name)) {
        return c;
      }
    }
    return -1;
  }

  private static String unquoted(String text) {
    String t = text.strip();
    return t.length() > 1 && t.startsWith("\"") && t.endsWith("\"") ? t.substring(1, t.length() - 1) : t;
  }

  private static Test contains(String text, LoadedTable table) {
    String wanted = unquoted(text).toLowerCase(Locale.ROOT);
    return row -> {
      boolean found = table.name(row).toLowerCase(Locale.ROOT).contains(wanted);
      for (int c = 0; c < table.columns() && !found; c++) {
        found = table.text(row, c).toLowerCase(Locale.ROOT).contains(wanted);
      }
      return found;
    };
  }

  private static Test condition(int column, String sign, String value, LoadedTable table) {
    boolean not = sign.equals("!=");
    boolean equal = not || sign.equals("=") || sign.equals("==");
    if (equal && value.equalsIgnoreCase(MISSING)) {
      return row -> table.text(row, column).isEmpty() != not;
    }
    double number = number(value);
    if (equal) {
      return row -> (table.text(row, column).equalsIgnoreCase(value)
          || Math.abs(table.number(row, column) - number) <= 1e-6 * Math.abs(number)) != not;
    }
    return switch (sign) {
      case "<" -> row -> table.number(row, column) < number;
      case "<=" -> row -> table.number(row, column) <= number;
      case ">" -> row -> table.number(row, column) > number;
      default -> row -> table.number(row, column) >= number;
    };
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
