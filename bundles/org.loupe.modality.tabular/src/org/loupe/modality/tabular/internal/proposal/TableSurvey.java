/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.proposal;

import java.util.ArrayList;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.modality.tabular.internal.TabularCard;
import org.loupe.modality.tabular.internal.file.Records;

/**
 * What a table holds, as its first rows tell.
 *
 * @param names of columns; empty without a heading
 * @param columns what they hold
 */
record TableSurvey(List<String> names, List<ColumnSurvey> columns) {
  private static final int ROWS = 100_000;
  private static final int LOOK = 512;

  static TableSurvey of(Records table, TabularCard card, Progress progress) throws LoupeException {
    List<ColumnSurvey> columns = new ArrayList<>();
    for (int i = 0; i < table.columns(); i++) {
      columns.add(new ColumnSurvey(card.missing()));
    }
    while (table.row() < ROWS && table.next()) {
      if (table.row() % LOOK == 0) {
        progress.check();
      }
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).add(table.cell(i));
      }
    }
    return new TableSurvey(table.names(), columns);
  }

  /** A column for a card: its name, else its place from 1. */
  String reference(int column) {
    return names.isEmpty() || names.get(column).isEmpty() ? "#" + (column + 1) : names.get(column);
  }

  /** Whether numbers have commas. */
  boolean decimalComma() {
    return columns.stream().anyMatch(ColumnSurvey::decimalComma);
  }
}
