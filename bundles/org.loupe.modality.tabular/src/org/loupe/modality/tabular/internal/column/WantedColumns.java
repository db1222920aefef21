/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.column;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.subject.TableColumn;
import org.loupe.modality.tabular.internal.ColumnCard;
import org.loupe.modality.tabular.internal.TabularCard;

/**
 * The columns that an input takes, as its card and the model tell.
 *
 * @param columns in the model's order; empty if nothing is known of them
 * @param count how many there are; -1 if unknown
 * @param byCard whether the card lists them
 */
public record WantedColumns(List<ColumnCard> columns, int count, boolean byCard) {

  /**
   * @param alone whether it is the only input that is read from the table; one of several columns of one element is
   *     called as the input
   * @throws LoupeException BAD_INPUT if the input takes no rows, or the card does not fit it
   */
  public static WantedColumns of(ValueSpec input, TabularCard card, boolean alone) throws LoupeException {
    int count = count(input);
    List<ColumnCard> named = named(input, count, alone);
    if (card.columns().isEmpty()) {
      return new WantedColumns(named, count, false);
    }
    List<ColumnCard> columns = merged(card.columns(), named);
    if (count >= 0 && columns.size() != count) {
      throw LoupeException.badInput("the card lists " + columns.size() + " columns; input " + input.name() + ", "
          + input.typeText() + ", takes " + count);
    }
    return new WantedColumns(columns, columns.size(), true);
  }

  private static int count(ValueSpec input) throws LoupeException {
    if (input.dims().isEmpty()) {
      return input.columns().isEmpty() ? -1 : input.columns().size();
    }
    List<Dimension> dims = input.dims().get();
    if (dims.isEmpty() || dims.size() > 2) {
      throw LoupeException.badInput("input " + input.name() + ", " + input.typeText() + ", takes no rows of a table: "
          + "it has not 1 or 2 axes");
    }
    Dimension last = dims.get(dims.size() - 1);
    // [n] is a column of n rows, [5] one row of 5 columns.
    if (dims.size() == 1) {
      return last.known() ? columns(input, last.size()) : 1;
    }
    return last.known() ? columns(input, last.size()) : input.columns().isEmpty() ? -1 : input.columns().size();
  }

  private static int columns(ValueSpec input, long size) throws LoupeException {
    if (size < 1 || size > 100_000) {
      throw LoupeException.badInput("input " + input.name() + ", " + input.typeText() + ", takes rows of " + size
          + " columns; a table has 1 to 100000");
    }
    return (int) size;
  }

  private static List<ColumnCard> named(ValueSpec input, int count, boolean alone) {
    if (!input.columns().isEmpty()) {
      return input.columns().stream().map(WantedColumns::card).toList();
    }
    return count == 1 && !alone ? List.of(ColumnCard.of(input.name())) : List.of();
  }

  private static ColumnCard card(TableColumn c) {
    return new ColumnCard(c.name(), "", "", c.unit(), c.words(), "", c.group(), c.scale(), c.offset(),
        ColumnCard.Unseen.REFUSE, "");
  }

  /** The card's columns in the model's order, where all have names of the model's; words of the model fill gaps. */
  private static List<ColumnCard> merged(List<ColumnCard> cards, List<ColumnCard> named) throws LoupeException {
    Map<String, ColumnCard> byName = new LinkedHashMap<>();
    for (ColumnCard c : cards) {
      if (!c.name().isEmpty() && byName.put(c.name(), c) != null) {
        throw LoupeException.badInput("the card lists column " + c.name() + " twice");
      }
    }
    Set<String> known = new LinkedHashSet<>(named.stream().map(ColumnCard::name).toList());
    if (byName.size() != cards.size() || !known.containsAll(byName.keySet()) || known.size() != named.size()) {
      return cards;
    }
    List<ColumnCard> out = new ArrayList<>();
    for (ColumnCard model : named) {
      ColumnCard card = byName.getOrDefault(model.name(), model);
      out.add(card.words().isEmpty() && card.category().isEmpty() ? card.withWords(model.words()) : card);
    }
    return out;
  }

  /** Names by which the heading of a table is known. */
  public Set<String> names() {
    Set<String> out = new HashSet<>();
    columns.forEach(c -> out.add(c.column().isEmpty() ? c.name() : c.column()));
    out.remove("");
    return out;
  }

  /** What a reader sees of columns of which no table is there. */
  public List<TableColumn> shown(ValueSpec input) {
    if (!columns.isEmpty()) {
      return ColumnPlan.shown(columns);
    }
    List<TableColumn> out = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      out.add(TableColumn.plain(count == 1 ? input.name() : input.name() + "[" + i + "]"));
    }
    return out;
  }
}
