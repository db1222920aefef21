/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.text;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Columns of text for a terminal: two spaces apart, numbers to the right, every cell made printable. */
public final class TextTable {
  private static final String GAP = "  ";
  private static final int LEAST_WRAPPED = 30;

  private final List<Boolean> right = new ArrayList<>();
  private final List<String> heads = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final Map<Integer, UnaryOperator<String>> paints = new HashMap<>();
  private int room = Integer.MAX_VALUE;

  /** Adds a column of words. @param head its heading; no heading line is printed if all are empty */
  public TextTable left(String head) {
    heads.add(head);
    right.add(false);
    return this;
  }

  /** Adds a column of numbers. */
  public TextTable right(String head) {
    heads.add(head);
    right.add(true);
    return this;
  }

  /** Has the cells of the last column added so far pass through this when they are printed, padding included. */
  public TextTable painted(UnaryOperator<String> paint) {
    paints.put(heads.size() - 1, paint);
    return this;
  }

  /** @throws IllegalArgumentException if there are not as many cells as columns */
  public TextTable row(String... cells) {
    if (cells.length != heads.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + heads.size() + " columns");
    }
    List<String> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(Printable.of(cell));
    }
    rows.add(row);
    return this;
  }

  /** Breaks the last column, which must hold sentences, so that lines are about {@code width} characters long. */
  public TextTable wrapped(int width) {
    room = width;
    return this;
  }

  public void print(PrintStream out, String indent) {
    int[] widths = widths();
    if (heads.stream().anyMatch(h -> !h.isEmpty())) {
      out.println(line(heads, widths, indent, Map.of()));
    }
    int last = widths.length - 1;
    int before = indent.length();
    for (int i = 0; i < last; i++) {
      before += widths[i] + GAP.length();
    }
    int width = room == Integer.MAX_VALUE ? room : Math.max(LEAST_WRAPPED, room - before);
    for (List<String> row : rows) {
      List<String> lines = width == Integer.MAX_VALUE ? List.of(row.get(last)) : Wrap.lines(row.get(last), width);
      List<String> cells = new ArrayList<>(row);
      cells.set(last, lines.get(0));
      out.println(line(cells, widths, indent, paints));
      String margin = " ".repeat(before);
      lines.stream().skip(1).forEach(l -> out.println(margin + l));
    }
  }

  private int[] widths() {
    int[] widths = heads.stream().mapToInt(TextTable::width).toArray();
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    return widths;
  }

  private String line(List<String> cells, int[] widths, String indent, Map<Integer, UnaryOperator<String>> paint) {
    StringBuilder line = new StringBuilder(indent);
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      String pad = " ".repeat(Math.max(0, widths[i] - width(cell)));
      String padded = right.get(i) ? pad + cell : cell + pad;
      line.append(paint.getOrDefault(i, UnaryOperator.identity()).apply(padded)).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
