/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.loupe.modality.tabular.internal.file.Texts;

/** Finds columns of a table by what a card or a model calls them. */
public final class ColumnNames {
  /** What training tools call columns that nobody has named. */
  private static final Pattern PLACEHOLDER = Pattern.compile("(f|x|Column_|feature_?)\\d+");
  private final List<String> names;
  private final int columns;
  private final Map<String, Integer> exact = new HashMap<>();
  private final Map<String, Integer> alike = new HashMap<>();

  /** @param names of the heading; empty without one */
  public ColumnNames(List<String> names, int columns) {
    this.names = names;
    this.columns = columns;
    for (int i = 0; i < names.size(); i++) {
      exact.putIfAbsent(names.get(i), i);
      // A plain form that two columns share finds neither.
      alike.merge(plain(names.get(i)), i, (one, other) -> -1);
    }
  }

  /** A column by its name, by a name that differs in case and signs only, or as {@code #3} by its place from 1. */
  public OptionalInt find(String name) {
    Integer at = exact.get(name);
    if (at == null && name.matches("#\\d{1,6}")) {
      int place = Integer.parseInt(name.substring(1)) - 1;
      return place >= 0 && place < columns ? OptionalInt.of(place) : OptionalInt.empty();
    }
    if (at == null) {
      at = alike.getOrDefault(plain(name), -1);
    }
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
  }

  /** What there is, for a message. */
  public String text() {
    return names.isEmpty() ? columns + " columns without a heading" : Texts.some(names);
  }

  /** Whether nobody has named a column: a table's name says more then. */
  public static boolean isPlaceholder(String name) {
    return name.isEmpty() || PLACEHOLDER.matcher(name).matches();
  }

  /** Letters and digits only: training tools replace other signs in names. */
  public static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
  }

  /** Columns that are not taken, in order. */
  List<Integer> rest(int... taken) {
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      int column = i;
      if (java.util.Arrays.stream(taken).noneMatch(t -> t == column)) {
        out.add(i);
      }
    }
    return out;
  }
}
