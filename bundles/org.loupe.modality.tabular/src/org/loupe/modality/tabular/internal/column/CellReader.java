/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.column;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.modality.tabular.internal.ColumnCard;
import org.loupe.modality.tabular.internal.ColumnCard.Unseen;
import org.loupe.modality.tabular.internal.TabularCard;
import org.loupe.modality.tabular.internal.file.Numerals;
import org.loupe.modality.tabular.internal.file.Records;
import org.loupe.modality.tabular.internal.file.Texts;
import org.loupe.math.tensor.ElementType;

/** Makes the model's number of a cell. */
public final class CellReader {
  private final ColumnPlan plan;
  private final ColumnCard column;
  private final ElementType type;
  private final Set<String> missing;
  private final boolean decimalComma;
  private final boolean ready;
  private final Map<String, Integer> codes = new HashMap<>();
  private final Set<String> categories;

  /** @param categories all categories that columns of the model stand for of the same column of the table */
  public CellReader(ColumnPlan plan, TabularCard card, ElementType type, Set<String> categories) {
    this.plan = plan;
    this.column = plan.card();
    this.type = type;
    this.missing = new HashSet<>(card.missing());
    this.decimalComma = card.decimalComma();
    this.ready = card.ready();
    this.categories = categories;
    List<String> words = column.words();
    for (int i = 0; i < words.size(); i++) {
      codes.putIfAbsent(words.get(i), i);
    }
  }

  /** Whether a cell holds nothing. */
  public boolean isMissing(String cell) {
    return cell.isEmpty() || missing.contains(cell);
  }

  /** The text itself, for a model that takes texts; empty if it is missing. */
  public String text(Records table) {
    String cell = table.cell(plan.at());
    return isMissing(cell) ? "" : cell;
  }

  /** What the row at hand holds, as a person reads it; empty if it is missing. */
  public String shown(Records table) {
    String cell = table.cell(plan.at());
    if (codes.containsKey(cell)) {
      return cell;
    }
    if (isMissing(cell)) {
      return "";
    }
    if (type == ElementType.STRING || !Numerals.is(cell, decimalComma) || !column.category().isEmpty()) {
      return cell;
    }
    if (ready || !codes.isEmpty()) {
      return plan.shown().text(Numerals.parse(cell, decimalComma));
    }
    return column.unit().isEmpty() ? cell : cell + " " + column.unit();
  }

  /** @throws LoupeException BAD_INPUT naming row and column */
  public double number(Records table) throws LoupeException {
    String cell = table.cell(plan.at());
    // A word wins over a marker: NA may be a country.
    double number = codes.isEmpty() || !codes.containsKey(cell) ? isMissing(cell) ? column.missing()
        : known(cell, table) : codes.get(cell);
    if (!type.isFloating() && number != Math.rint(number)) {
      throw table.wrong(plan.at(), (isMissing(cell) ? "nothing here" : Texts.quoted(cell) + " is no whole number")
          + ", and input of " + type + " takes whole numbers only; the card's missing-value may stand for what is "
          + "missing");
    }
    if (type == ElementType.FLOAT32 && Math.abs(number) > Float.MAX_VALUE) {
      throw table.wrong(plan.at(), Texts.quoted(cell) + " is too large for single precision");
    }
    return number;
  }

  private double known(String cell, Records table) throws LoupeException {
    if (!column.category().isEmpty() && !ready) {
      if (cell.equals(column.category())) {
        return 1;
      }
      return categories.contains(cell) ? 0 : unseen(cell, categories, table);
    }
    if (!Numerals.is(cell, decimalComma)) {
      if (!codes.isEmpty()) {
        return unseen(cell, column.words(), table);
      }
      throw table.wrong(plan.at(), Numerals.infinite(cell) ? Texts.quoted(cell) + " is infinite; correct it"
          : Texts.quoted(cell) + " is no number; if it is a word, list the words of the column in the card");
    }
    double number = Numerals.parse(cell, decimalComma);
    if (Double.isInfinite(number)) {
      throw table.wrong(plan.at(), Texts.quoted(cell) + " is too large for a number");
    }
    if (!codes.isEmpty()) {
      boolean code = number == Math.rint(number) && number >= 0 && number < column.words().size();
      return code ? number : unseen(cell, column.words(), table);
    }
    return ready ? number : plan.shown().fed(number);
  }

  private double unseen(String cell, java.util.Collection<String> words, Records table) throws LoupeException {
    if (column.unseen() == Unseen.MISSING) {
      return column.missing();
    }
    throw table.wrong(plan.at(), Texts.quoted(cell) + " is none of the words " + Texts.some(List.copyOf(words))
        + "; correct it, or set unseen to missing in the card");
  }
}
