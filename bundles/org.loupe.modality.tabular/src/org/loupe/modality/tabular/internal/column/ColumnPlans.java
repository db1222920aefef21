/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.column;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.loupe.api.LoupeException;
import org.loupe.modality.tabular.internal.ColumnCard;
import org.loupe.modality.tabular.internal.TabularCard;
import org.loupe.modality.tabular.internal.file.Records;
import org.loupe.modality.tabular.internal.file.Texts;

/** Finds the columns of a table that a model takes: by the card, by the model's names, else in order. */
public final class ColumnPlans {
  private final Records table;
  private final TabularCard card;
  private final ColumnNames names;
  private final List<String> notes;
  private final boolean sparse;

  /** @param sparse whether the table's first column is the label, as in a libsvm file */
  public ColumnPlans(Records table, TabularCard card, boolean sparse, List<String> notes) {
    this.table = table;
    this.card = card;
    this.sparse = sparse;
    this.notes = notes;
    this.names = new ColumnNames(table.names(), table.columns());
  }

  /** Column of the label; -1 for none. @throws LoupeException BAD_INPUT if the card names one that is not there */
  public int label() throws LoupeException {
    return sparse ? 0 : special(card.label(), "label");
  }

  /** Column of the rows' names; -1 for none. */
  public int id() throws LoupeException {
    return special(card.id(), "id");
  }

  private int special(String name, String what) throws LoupeException {
    return name.isBlank() ? -1 : names.find(name.strip()).orElseThrow(() -> LoupeException.badInput(table.file()
        + " has no column " + Texts.quoted(name) + ", which the card names as " + what + "; it has " + names.text()));
  }

  /** @throws LoupeException BAD_INPUT if a column is missing, or nothing tells which columns to take */
  public List<ColumnPlan> plan(WantedColumns wanted, String input) throws LoupeException {
    List<ColumnCard> columns = wanted.columns();
    List<Integer> found = new ArrayList<>();
    ColumnCard missing = null;
    for (ColumnCard c : columns) {
      OptionalInt at = names.find(c.column().isEmpty() ? c.name() : c.column());
      found.add(at.orElse(-1));
      missing = missing == null && at.isEmpty() ? c : missing;
    }
    if (!columns.isEmpty() && missing == null) {
      return byName(columns, found);
    }
    boolean none = found.stream().allMatch(at -> at < 0);
    boolean placeless = columns.stream().allMatch(c -> c.column().isEmpty());
    if (missing == null || none && placeless) {
      List<Integer> rest = names.rest(label(), id());
      if (wanted.count() < 0 || rest.size() == wanted.count()) {
        return inOrder(columns, rest);
      }
      boolean nameless = columns.stream().allMatch(c -> ColumnNames.isPlaceholder(c.name()));
      if (missing == null || table.names().isEmpty() || nameless) {
        throw LoupeException.badInput(table.file() + " has " + rest.size() + " columns to feed; input " + input
            + " takes " + wanted.count() + "; say in the card which they are (columns), and which is the label");
      }
    }
    String name = missing.column().isEmpty() ? missing.name() : missing.column();
    throw LoupeException.badInput(table.file() + " has no column " + Texts.quoted(name) + ", which the model takes; it "
        + "has " + names.text());
  }

  /** Columns of the table that none of these plans, no label and no name of a row is read from. */
  public List<String> unused(List<ColumnPlan> plans) throws LoupeException {
    BitSet used = new BitSet();
    plans.forEach(p -> used.set(p.at()));
    for (int special : new int[] {id(), label()}) {
      if (special >= 0) {
        used.set(special);
      }
    }
    List<String> out = new ArrayList<>();
    for (int at = used.nextClearBit(0); at < table.columns(); at = used.nextClearBit(at + 1)) {
      out.add(tableName(at));
    }
    return out;
  }

  private List<ColumnPlan> byName(List<ColumnCard> columns, List<Integer> found) {
    List<ColumnPlan> out = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ColumnCard c = columns.get(i);
      String tableName = tableName(found.get(i));
      out.add(ColumnPlan.of(found.get(i), c, ColumnNames.isPlaceholder(c.name()) && !table.names().isEmpty()
          || c.name().isEmpty() ? tableName : c.name(), tableName));
    }
    return out;
  }

  private List<ColumnPlan> inOrder(List<ColumnCard> columns, List<Integer> places) {
    List<ColumnPlan> out = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      String name = tableName(places.get(i));
      ColumnCard c = columns.isEmpty() ? ColumnCard.of(name) : columns.get(i);
      boolean named = !table.names().isEmpty() || c.name().isEmpty();
      out.add(ColumnPlan.of(places.get(i), c, named ? name : c.name(), name));
    }
    if (!sparse && !table.names().isEmpty()) {
      notes.add("The columns of " + table.file() + " were taken in its order, since "
          + (columns.isEmpty() ? "the model does not name its own." : "it has none of the names that the model uses."));
    }
    return out;
  }

  private String tableName(int at) {
    return table.names().isEmpty() ? "column " + (sparse ? at : at + 1) : table.names().get(at);
  }
}
