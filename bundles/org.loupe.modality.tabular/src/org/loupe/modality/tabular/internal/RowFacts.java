/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal;

import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.modality.tabular.internal.file.Numerals;
import org.loupe.modality.tabular.internal.file.Records;
import org.loupe.modality.tabular.internal.file.Texts;

/**
 * What a row is called, and what is known to be right for it.
 *
 * @param id column of the names; -1 for none
 * @param label column of the labels; -1 for none
 */
record RowFacts(TabularCard card, int id, int label) {
  private static final int LONGEST_NAME = 200;

  /** What its column says, else its number. */
  String name(Records table) {
    String name = id < 0 ? "" : table.cell(id);
    if (name.isEmpty()) {
      return Long.toString(table.row());
    }
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  /** NaN if the row has none; empty if the table has no such column. */
  Optional<Double> label(Records table) throws LoupeException {
    if (label < 0) {
      return Optional.empty();
    }
    String cell = table.cell(label);
    List<String> words = card.labelWords();
    int code = words.indexOf(cell);
    if (code >= 0) {
      return Optional.of((double) code);
    }
    if (cell.isEmpty() || card.missing().contains(cell)) {
      return Optional.of(Double.NaN);
    }
    if (!words.isEmpty()) {
      throw table.wrong(label, Texts.quoted(cell) + " is none of the label's words " + Texts.some(words));
    }
    if (!Numerals.is(cell, card.decimalComma())) {
      throw table.wrong(label, Texts.quoted(cell) + " is no number; list the words of the label in the card "
          + "(label-words)");
    }
    return Optional.of(Numerals.parse(cell, card.decimalComma()));
  }
}
