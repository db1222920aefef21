/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.result;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows and named columns.
 *
 * @param columns all of the same length
 * @param figures see {@link Result#figures}
 */
public record Table(List<Column> columns, Map<String, Double> figures) implements Result {
  public Table {
    columns = List.copyOf(columns);
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    for (Column column : columns) {
      if (column.size() != columns.get(0).size()) {
        throw new IllegalArgumentException("columns of " + columns.get(0).size() + " and " + column.size() + " rows");
      }
    }
  }

  public static Table of(Column... columns) {
    return new Table(List.of(columns), Map.of());
  }

  public int rows() {
    return columns.isEmpty() ? 0 : columns.get(0).size();
  }

  /** One column. */
  public sealed interface Column permits Texts, Numbers {
    String name();

    int size();
  }

  /** A column of texts. */
  public record Texts(String name, List<String> values) implements Column {
    public Texts {
      values = List.copyOf(values);
    }

    @Override
    public int size() {
      return values.size();
    }
  }

  /**
   * A column of numbers.
   *
   * @param unit as {@code µs}; empty for none
   * @param values NaN where there is none
   */
  public record Numbers(String name, String unit, double[] values) implements Column {
    public Numbers {
      values = values.clone();
    }

    @Override
    public double[] values() {
      return values.clone();
    }

    public double value(int row) {
      return values[row];
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Numbers n && name.equals(n.name) && unit.equals(n.unit)
          && Arrays.equals(values, n.values);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + Arrays.hashCode(values);
    }
  }
}
