/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.loupe.api.LoupeException;

/**
 * What is contributed to one extension point, without duplicates.
 *
 * @param <E> kind of entry
 */
public final class Catalogue<E extends Entry> {
  private static final int CANDIDATES = 3;
  private final String what;
  private final List<E> entries;
  private final List<Problem> problems;

  Catalogue(String what, List<E> entries, List<Problem> problems) {
    this.what = what;
    this.entries = List.copyOf(entries);
    this.problems = List.copyOf(problems);
  }

  /** Loupe's own first, then by bundle; within a bundle as declared. */
  public List<E> entries() {
    return entries;
  }

  /** Contributions that were left out, and why. */
  public List<Problem> problems() {
    return problems;
  }

  public Optional<E> get(String id) {
    return entries.stream().filter(e -> e.id().equals(id)).findFirst();
  }

  /** @throws LoupeException USAGE if there is none; the message names the nearest ones */
  public E find(String id) throws LoupeException {
    return get(id).orElseThrow(() -> LoupeException.usage("no " + what + " " + id + hint(id)));
  }

  private String hint(String id) {
    if (entries.isEmpty()) {
      return "; none is installed";
    }
    String wanted = id.toLowerCase(Locale.ROOT);
    record Near(String id, int distance) {
    }
    List<String> near = entries.stream().map(e -> new Near(e.id(), distance(wanted, e.id().toLowerCase(Locale.ROOT))))
        .filter(n -> n.distance() <= Math.max(2, wanted.length() / 3)
            || n.id().toLowerCase(Locale.ROOT).contains(wanted))
        .sorted((a, b) -> Integer.compare(a.distance(), b.distance())).limit(CANDIDATES).map(Near::id).toList();
    return near.isEmpty() ? "; there are " + entries.stream().map(Entry::id).toList()
        : "; did you mean " + String.join(" or ", near) + "?";
  }

  /** Edit distance: insertions, deletions and replacements. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
