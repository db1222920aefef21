/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph;

import java.util.List;
import java.util.stream.Stream;

/** The extent of one axis as a model declares it: a number, a named size such as {@code batch}, or nothing known. */
public sealed interface Dim {
  /** An extent that is always the same. */
  record Fixed(long size) implements Dim {
    public Fixed {
      if (size < 0) {
        throw new IllegalArgumentException("negative extent " + size);
      }
    }

    @Override
    public String toString() {
      return Long.toString(size);
    }
  }

  /** An extent chosen at run time; equal names mean equal extents within one model. */
  record Symbol(String name) implements Dim {
    @Override
    public String toString() {
      return name;
    }
  }

  /** An extent that the model says nothing about. */
  record Unknown() implements Dim {
    @Override
    public String toString() {
      return "?";
    }
  }

  Dim UNKNOWN = new Unknown();

  static Dim of(long size) {
    return new Fixed(size);
  }

  static Dim of(String symbol) {
    return symbol.isEmpty() ? UNKNOWN : new Symbol(symbol);
  }

  /**
   * Several extents written as {@code "N, 3, ?, 224"}: numbers, names, question marks; nothing at all is a scalar.
   *
   * @throws IllegalArgumentException for a negative number
   */
  static List<Dim> list(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    return Stream.of(text.split(",")).map(String::strip).map(
        s -> s.equals("?") ? UNKNOWN : s.matches("-?\\d+") ? of(Long.parseLong(s)) : of(s)).toList();
  }

  /** Whether this is exactly the number {@code size}. */
  default boolean is(long size) {
    return this instanceof Fixed f && f.size == size;
  }
}
