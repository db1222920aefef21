/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.subject;

import java.util.List;
import java.util.Objects;
import org.loupe.math.scale.Numbers;

/**
 * A column of a table, as a person reads it.
 *
 * @param name as a person calls it
 * @param unit as {@code mm Hg}; empty for none
 * @param words names of the codes 0, 1, ...; empty for a column of numbers
 * @param group name of what several columns make up together; empty if it stands alone
 * @param category the category that a column of zeros and ones stands for, one of those of its group; empty for others
 * @param scale what a person's number is multiplied with after {@code offset} was added, to become the model's
 * @param offset see {@code scale}
 */
public record TableColumn(String name, String unit, List<String> words, String group, String category, double scale,
    double offset) {
  public TableColumn {
    Objects.requireNonNull(name);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(group);
    Objects.requireNonNull(category);
    words = List.copyOf(words);
    if (!Double.isFinite(offset) || !Double.isFinite(scale) || scale == 0) {
      throw new IllegalArgumentException("column " + name + " has scale " + scale + " and offset " + offset);
    }
  }

  /** One that stands for no category. */
  public TableColumn(String name, String unit, List<String> words, String group, double scale, double offset) {
    this(name, unit, words, group, "", scale, offset);
  }

  /** A column of numbers that the model takes as they are. */
  public static TableColumn plain(String name) {
    return new TableColumn(name, "", List.of(), "", "", 1, 0);
  }

  /** The number that a person knows, for one of the model's. */
  public double seen(double number) {
    return number / scale - offset;
  }

  /** The model's number for one that a person knows. */
  public double fed(double seen) {
    return (seen + offset) * scale;
  }

  /**
   * One of the model's numbers as a person reads it: the word of a code, or the number with its unit. What is no number
   * is an en dash.
   */
  public String text(double number) {
    double seen = seen(number);
    if (Double.isNaN(seen)) {
      return "\u2013";
    }
    long code = Math.round(seen);
    if (code >= 0 && code < words.size() && Math.abs(seen - code) < 1e-6) {
      return words.get((int) code);
    }
    return Numbers.format(seen) + (unit.isEmpty() ? "" : " " + unit);
  }
}
