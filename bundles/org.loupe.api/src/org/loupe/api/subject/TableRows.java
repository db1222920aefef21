/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.subject;

import java.util.List;
import java.util.Optional;

/**
 * What is known of an input whose first axis counts rows of a table and whose last axis counts columns.
 *
 * @param columns for each element of a row, in the input's order
 * @param rows names of the rows, as their numbers in the file
 * @param labels what is known to be right, for each row, NaN where it is not; empty if nothing is known
 * @param origin what the file says of the first row, where the rows were just read from one
 */
public record TableRows(List<TableColumn> columns, List<String> rows, List<Double> labels,
    Optional<TableOrigin> origin) {
  public TableRows {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    labels = List.copyOf(labels);
    if (!labels.isEmpty() && labels.size() != rows.size()) {
      throw new IllegalArgumentException(labels.size() + " labels for " + rows.size() + " rows");
    }
    if (origin.isPresent() && origin.get().columns().size() != columns.size()) {
      throw new IllegalArgumentException(origin.get().columns().size() + " columns of a file for " + columns.size());
    }
  }

  /** Rows of which no file is at hand. */
  public TableRows(List<TableColumn> columns, List<String> rows, List<Double> labels) {
    this(columns, rows, labels, Optional.empty());
  }
}
