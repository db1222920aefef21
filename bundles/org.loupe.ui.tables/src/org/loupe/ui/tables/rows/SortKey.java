/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables.rows;

/**
 * What rows are sorted by.
 *
 * @param kind which of the columns
 * @param column number of the feature, for {@link Kind#FEATURE} and {@link Kind#ATTRIBUTION}; else 0
 * @param descending whether the largest comes first
 */
public record SortKey(Kind kind, int column, boolean descending) {
  /** As in the file. */
  public static final SortKey FILE = new SortKey(Kind.ROW, 0, false);

  /** Kinds of columns. */
  public enum Kind {
    ROW, LABEL, SCORE, ATTRIBUTION, FEATURE
  }

  /** The same column the other way round, or another one from its natural side. */
  public SortKey clicked(Kind other, int number) {
    boolean largestFirst = other == Kind.SCORE || other == Kind.ATTRIBUTION;
    return kind == other && column == number ? new SortKey(kind, column, !descending)
        : new SortKey(other, number, largestFirst);
  }
}
