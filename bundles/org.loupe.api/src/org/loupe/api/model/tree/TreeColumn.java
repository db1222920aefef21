/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model.tree;

import java.util.List;
import java.util.Objects;

/**
 * A number that trees ask about, and where it comes from.
 *
 * @param name as the file calls it, or {@code f12}
 * @param input name of the model's input that it is computed from
 * @param element index of the element of a row of that input
 * @param scale what an element was multiplied with after {@code offset} was added; 1 for none, NaN if the column is
 *     computed of that element alone by another rule, as the bins that a number falls into
 * @param offset see {@code scale}; 0 for none
 * @param category the category that a column of zeros and ones stands for; empty for other columns
 * @param words names of the codes 0, 1, ...; empty if the file gives none
 */
public record TreeColumn(String name, String input, int element, double scale, double offset, String category,
    List<String> words) {
  public TreeColumn {
    Objects.requireNonNull(name);
    Objects.requireNonNull(input);
    Objects.requireNonNull(category);
    words = List.copyOf(words);
  }

  /** An element of the input itself. */
  public static TreeColumn plain(String name, String input, int element) {
    return new TreeColumn(name, input, element, 1, 0, "", List.of());
  }

  /** Whether it is computed of an element by a rule that scale, offset and category do not tell. */
  public boolean isComputed() {
    return Double.isNaN(scale);
  }

  /** Whether it is an element of the input itself. */
  public boolean isPlain() {
    return scale == 1 && offset == 0 && category.isEmpty();
  }
}
