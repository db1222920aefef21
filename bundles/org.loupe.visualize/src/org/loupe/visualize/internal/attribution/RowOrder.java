/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How rows stand beside each other. */
public enum RowOrder {
  /** Rows with alike attributions together. */
  SIMILARITY,
  /** By score. */
  SCORE,
  /** As in the table. */
  TABLE;

  /** Positions of the sheet's rows, at most {@link Similarity#MOST}. */
  public List<Integer> of(Sheet sheet) {
    return switch (this) {
      case SIMILARITY -> Similarity.order(sheet);
      case SCORE -> IntStream.range(0, sheet.rows()).boxed().sorted(Comparator.comparingDouble(sheet::score)).toList();
      case TABLE -> IntStream.range(0, sheet.rows()).boxed().toList();
    };
  }

  /** For a reader. */
  public String text() {
    return switch (this) {
      case SIMILARITY -> "rows, alike together";
      case SCORE -> "rows by score";
      case TABLE -> "rows as in the table";
    };
  }
}
