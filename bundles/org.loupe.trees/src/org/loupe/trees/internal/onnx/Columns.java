/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.util.List;
import org.loupe.api.model.tree.TreeColumn;

/** Changes of columns. */
final class Columns {
  private Columns() {
  }

  static TreeColumn named(TreeColumn c, String name) {
    return new TreeColumn(name, c.input(), c.element(), c.scale(), c.offset(), c.category(), c.words());
  }

  /** Computed of an element alone, by a rule that a column cannot tell. */
  static TreeColumn computed(String name, String input, int element) {
    return new TreeColumn(name, input, element, Double.NaN, 0, "", List.of());
  }

  /** Times a number that is not 0. */
  static TreeColumn scaled(TreeColumn c, double factor) {
    return new TreeColumn(c.name(), c.input(), c.element(), c.scale() * factor, c.offset(), c.category(), c.words());
  }

  /** Plus a number; the offset of a column is added before it is scaled. */
  static TreeColumn shifted(TreeColumn c, double by) {
    return c.isComputed() ? c : new TreeColumn(c.name(), c.input(), c.element(), c.scale(),
        c.offset() + by / c.scale(), c.category(), c.words());
  }

  /** 1 where it is a category, else 0; of a column that is computed by another rule, it stays one of that kind. */
  static TreeColumn category(TreeColumn c, String category) {
    return new TreeColumn(c.name(), c.input(), c.element(), c.isComputed() ? Double.NaN : 1, 0, category, List.of());
  }

  /** 1 where it is a code, else 0. */
  static TreeColumn code(TreeColumn c, long code) {
    boolean word = code >= 0 && code < c.words().size() && !c.words().get((int) code).isEmpty();
    return category(c, word ? c.words().get((int) code) : Long.toString(code));
  }

  /** Texts as codes. */
  static TreeColumn words(TreeColumn c, List<String> words) {
    return new TreeColumn(c.name(), c.input(), c.element(), c.scale(), c.offset(), c.category(), words);
  }
}
