/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.file;

import java.util.List;

/** Texts of a table in messages, which are one line of bounded length. */
public final class Texts {
  private static final int LONGEST = 60;

  private Texts() {
  }

  /** In quotes, cut to a bounded length. */
  public static String quoted(String text) {
    return '"' + line(text) + '"';
  }

  static String line(String text) {
    String flat = String.valueOf(text).replaceAll("\\p{Cntrl}+", " ");
    return flat.length() <= LONGEST ? flat : flat.substring(0, LONGEST) + "...";
  }

  /** A column by its name or its place, from 1. */
  public static String column(int column, List<String> names) {
    return column < names.size() && !names.get(column).isEmpty() ? line(names.get(column))
        : Integer.toString(column + 1);
  }

  /** A few of many, and how many there are. */
  public static String some(List<String> all) {
    return String.join(", ", all.stream().limit(8).map(Texts::line).toList())
        + (all.size() > 8 ? ", ... (" + all.size() + ")" : "");
  }
}
