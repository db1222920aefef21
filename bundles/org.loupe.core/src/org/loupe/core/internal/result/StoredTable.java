/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.result.CustomResult;
import org.loupe.core.internal.contain.Containment;

/** A result of a contributed kind as it is saved: what it says of itself, without its class. */
public record StoredTable(String kind, List<String> columns, List<List<String>> rows, String text,
    Map<String, Double> figures) implements CustomResult {
  public StoredTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException("a row of " + row.size() + " cells under " + columns.size() + " columns");
      }
    }
    if (kind.isBlank() || text == null) {
      throw new IllegalArgumentException("a result without kind or text");
    }
  }

  /**
   * Asks a result for all it says.
   *
   * @param bundle of the method that made it
   * @throws LoupeException FAILED, naming the bundle, if it cannot say
   */
  public static StoredTable of(CustomResult result, String bundle) throws LoupeException {
    return result instanceof StoredTable stored ? stored : Containment.call(bundle, "reading the result",
        () -> new StoredTable(result.kind(), new ArrayList<>(result.columns()), new ArrayList<>(result.rows()),
            result.text(), result.figures()));
  }
}
