/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.subject;

import java.util.List;

/**
 * What a table's file itself holds, for a person who compares it with what the model gets.
 *
 * @param columns for each column of the input, what the table calls it
 * @param values for each column of the input, what the first row holds as a person reads it: a word, or a number before
 *     it was scaled with its unit; empty where it is missing
 * @param unused columns of the table that feed no input, and are neither the label nor the names of rows
 */
public record TableOrigin(List<String> columns, List<String> values, List<String> unused) {
  public TableOrigin {
    columns = List.copyOf(columns);
    values = List.copyOf(values);
    unused = List.copyOf(unused);
    if (columns.size() != values.size()) {
      throw new IllegalArgumentException(values.size() + " values for " + columns.size() + " columns");
    }
  }
}
