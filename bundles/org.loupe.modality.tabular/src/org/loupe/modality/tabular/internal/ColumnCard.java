/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal;

import java.util.List;
import org.loupe.api.settings.Setting;

/** How one column of a model is made from a column of a table, and what a reader calls it. */
public record ColumnCard(
    @Setting(label = "Name", defaultValue = "", doc = "What the model calls the column.") String name,
    @Setting(label = "Column", defaultValue = "",
        doc = "Column of the table, by name or as #3 by its place; empty for the one of the same name.") String column,
    @Setting(label = "Title", defaultValue = "", doc = "What a reader calls it; empty for the name.") String title,
    @Setting(label = "Unit", defaultValue = "", doc = "Unit of a reader's numbers.") String unit,
    @Setting(label = "Words", defaultValue = "",
        doc = "Words in the table for the codes 0, 1, ...; empty for numbers.") List<String> words,
    @Setting(label = "Category", defaultValue = "",
        doc = "The column is 1 where the table has this word and 0 elsewhere.") String category,
    @Setting(label = "Group", defaultValue = "",
        doc = "Name of what several columns make up together for a reader; for categories their column of the table.")
        String group,
    @Setting(label = "Scale", defaultValue = "1",
        doc = "The model's number is (number + offset) x scale.") double scale,
    @Setting(label = "Offset", defaultValue = "0", doc = "See scale.") double offset,
    @Setting(label = "Unseen", defaultValue = "refuse",
        doc = "What to do with a word that the card does not have: refuse the row, or take it as missing.")
        Unseen unseen,
    @Setting(label = "Missing value", defaultValue = "",
        doc = "The model's number for a missing value; empty for NaN, and for 0 where there is a category.")
        String missingValue) {

  public ColumnCard {
    if (scale == 0 || !Double.isFinite(scale) || !Double.isFinite(offset)) {
      throw new IllegalArgumentException("column " + name + ": scale must be a number other than 0, and offset one");
    }
    if (!words.isEmpty() && !category.isEmpty()) {
      throw new IllegalArgumentException("column " + name + " has words and a category; give one of them");
    }
    missing(missingValue, category);
  }

  /** What to do with an unknown word. */
  public enum Unseen {
    REFUSE, MISSING
  }

  /** A column of numbers. */
  public static ColumnCard of(String name) {
    return new ColumnCard(name, "", "", "", List.of(), "", "", 1, 0, Unseen.REFUSE, "");
  }

  /** The same with other words. */
  public ColumnCard withWords(List<String> others) {
    return new ColumnCard(name, column, title, unit, others, category, group, scale, offset, unseen, missingValue);
  }

  /** The model's number for a missing value. */
  public double missing() {
    return missing(missingValue, category);
  }

  private static double missing(String text, String category) {
    if (text.isBlank()) {
      return category.isEmpty() ? Double.NaN : 0;
    }
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("missing-value must be a number, not \"" + text + "\"");
    }
  }
}
