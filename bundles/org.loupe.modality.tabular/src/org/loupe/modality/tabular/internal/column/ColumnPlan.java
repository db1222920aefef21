/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.column;

import java.util.List;
import org.loupe.api.subject.TableColumn;
import org.loupe.modality.tabular.internal.ColumnCard;

/**
 * Where a column of the model comes from.
 *
 * @param at column of the table
 * @param card how its cells become numbers
 * @param shown what a reader sees
 * @param source what the table calls it
 */
public record ColumnPlan(int at, ColumnCard card, TableColumn shown, String source) {

  /** @param name what it is called if the card has no title for it */
  static ColumnPlan of(int at, ColumnCard card, String name, String tableName) {
    boolean category = !card.category().isEmpty();
    String title = !card.title().isEmpty() ? card.title() : category ? tableName + " = " + card.category() : name;
    String group = !card.group().isEmpty() || !category ? card.group() : tableName;
    return new ColumnPlan(at, card,
        new TableColumn(title, card.unit(), card.words(), group, card.category(), card.scale(), card.offset()),
        tableName);
  }

  /** What a reader sees of columns that no table was found for. */
  static List<TableColumn> shown(List<ColumnCard> cards) {
    return cards.stream().map(c -> of(0, c, c.name(), c.column().isEmpty() ? c.name() : c.column()).shown()).toList();
  }
}
