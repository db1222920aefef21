/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.proposal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.loupe.modality.tabular.internal.file.Numerals;

/** What the cells of a column are. */
final class ColumnSurvey {
  /** A column of more words is text. */
  private static final int MOST_WORDS = 1000;
  private static final int MOST_DISTINCT = 100_000;
  private final Set<String> missing;
  private final Set<String> words = new TreeSet<>();
  private final Set<String> distinct = new HashSet<>();
  private long numbers;
  private long commas;
  private long others;
  private boolean repeats;

  ColumnSurvey(List<String> missing) {
    this.missing = new HashSet<>(missing);
  }

  void add(String cell) {
    if (cell.isEmpty() || missing.contains(cell)) {
      return;
    }
    if (Numerals.is(cell, false)) {
      numbers++;
    } else if (Numerals.is(cell, true)) {
      commas++;
    } else {
      others++;
    }
    if (words.size() <= MOST_WORDS) {
      words.add(cell);
    }
    if (!repeats && distinct.size() < MOST_DISTINCT) {
      repeats = !distinct.add(cell);
    }
  }

  /** Whether cells are numbers with a comma. */
  boolean decimalComma() {
    return commas > 0 && others == 0;
  }

  boolean isNumber() {
    return others == 0;
  }

  /** Whether it is a few words that come again. */
  boolean isCategory() {
    return others > 0 && words.size() <= MOST_WORDS && repeats;
  }

  /** Whether every cell is another: a name of its row. */
  boolean isUnique() {
    return !repeats;
  }

  /** The words in the order of their letters, as most tools number categories; none for numbers. */
  List<String> words() {
    return isCategory() ? List.copyOf(words) : List.of();
  }
}
