/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.loupe.modality.tabular.internal.ColumnCard;
import org.loupe.modality.tabular.internal.ColumnCard.Unseen;
import org.loupe.modality.tabular.internal.TabularCard;
import org.loupe.modality.tabular.internal.column.ColumnNames;
import org.loupe.modality.tabular.internal.column.WantedColumns;

/** Matches the columns of a model with those of a table that was looked through. */
final class TableMatch {
  private static final Set<String> LABELS = Set.of("label", "target", "class", "y", "outcome");
  private static final Set<String> IDS = Set.of("id", "index", "name", "key", "row");
  private final TableSurvey survey;
  private final WantedColumns wanted;
  private final ColumnNames names;
  private final boolean texts;
  private final Set<Integer> used = new TreeSet<>();

  /** @param texts whether the model takes words as they are */
  TableMatch(TableSurvey survey, WantedColumns wanted, boolean texts) {
    this.survey = survey;
    this.wanted = wanted;
    this.texts = texts;
    this.names = new ColumnNames(survey.names(), survey.columns().size());
  }

  TabularCard card(CardParts parts) {
    parts.decimalComma(survey.decimalComma());
    List<ColumnCard> named = named();
    if (used.isEmpty()) {
      return inOrder(parts);
    }
    List<Integer> rest = rest();
    Optional<Integer> id = rest.stream().filter(this::isId).findFirst();
    id.ifPresent(c -> parts.id(survey.reference(c)));
    id.ifPresent(rest::remove);
    rest.stream().filter(this::isLabel).findFirst().or(() -> rest.size() == 1 ? Optional.of(rest.get(0))
        : Optional.empty()).ifPresent(c -> label(c, parts));
    return parts.card(named);
  }

  private List<ColumnCard> named() {
    List<ColumnCard> out = new ArrayList<>();
    for (ColumnCard c : wanted.columns()) {
      OptionalInt at = names.find(c.name());
      Optional<ColumnCard> category = at.isPresent() ? Optional.empty() : category(c);
      at.ifPresent(used::add);
      out.add(category.orElse(at.isPresent() ? found(c, at.getAsInt()) : c));
    }
    return withUnseen(out);
  }

  private ColumnCard found(ColumnCard c, int at) {
    String column = survey.reference(at).equals(c.name()) ? "" : survey.reference(at);
    List<String> words = !c.words().isEmpty() || texts ? c.words() : survey.columns().get(at).words();
    return new ColumnCard(c.name(), column, c.title(), c.unit(), words, c.category(), c.group(), c.scale(), c.offset(),
        c.unseen(), c.missingValue());
  }

  /** A column of the model called as a column of the table and a word of it is 1 for that word. */
  private Optional<ColumnCard> category(ColumnCard c) {
    String plain = ColumnNames.plain(c.name());
    for (int i = 0; i < survey.names().size(); i++) {
      String column = ColumnNames.plain(survey.names().get(i));
      if (column.isEmpty() || !plain.startsWith(column + "_")) {
        continue;
      }
      String rest = plain.substring(column.length() + 1);
      for (String word : survey.columns().get(i).words()) {
        if (ColumnNames.plain(word).equals(rest)) {
          used.add(i);
          return Optional.of(new ColumnCard(c.name(), survey.names().get(i), "", "", List.of(), word, "", 1, 0,
              Unseen.REFUSE, ""));
        }
      }
    }
    return Optional.empty();
  }

  /** Models leave the first category out at times: a row of it has zeros only. */
  private List<ColumnCard> withUnseen(List<ColumnCard> cards) {
    Map<String, Integer> categories = new HashMap<>();
    cards.stream().filter(c -> !c.category().isEmpty()).forEach(c -> categories.merge(c.column(), 1, Integer::sum));
    return cards.stream().map(c -> {
      boolean more = !c.category().isEmpty() && names.find(c.column()).isPresent()
          && survey.columns().get(names.find(c.column()).getAsInt()).words().size() > categories.get(c.column());
      return !more ? c : new ColumnCard(c.name(), c.column(), "", "", List.of(), c.category(), "", 1, 0, Unseen.MISSING,
          "");
    }).toList();
  }

  /** Where the model names nothing that the table has, the table's columns are taken one after the other. */
  private TabularCard inOrder(CardParts parts) {
    List<Integer> rest = rest();
    int surplus = wanted.count() < 0 ? 0 : rest.size() - wanted.count();
    if (surplus > 0) {
      Optional<Integer> id = rest.stream().filter(this::isId).findFirst();
      Optional<Integer> label = rest.stream().filter(this::isLabel).findFirst();
      if (id.isPresent() && (surplus > 1 || label.isEmpty())) {
        parts.id(survey.reference(id.get()));
        rest.remove(id.get());
        surplus--;
      }
      if (surplus > 0) {
        Integer last = label.orElse(rest.get(rest.size() - 1));
        label(last, parts);
        rest.remove(last);
      }
    }
    if (wanted.count() >= 0 && rest.size() != wanted.count()) {
      return parts.card(wanted.columns());
    }
    List<ColumnCard> out = new ArrayList<>();
    for (int i = 0; i < rest.size(); i++) {
      String reference = survey.reference(rest.get(i));
      ColumnCard c = wanted.columns().isEmpty() ? ColumnCard.of(reference) : wanted.columns().get(i);
      out.add(found(c, rest.get(i)));
    }
    return parts.card(out);
  }

  private List<Integer> rest() {
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < survey.columns().size(); i++) {
      if (!used.contains(i)) {
        out.add(i);
      }
    }
    return out;
  }

  private void label(int column, CardParts parts) {
    parts.label(survey.reference(column), survey.columns().get(column).words());
  }

  private boolean isLabel(int column) {
    return !survey.names().isEmpty() && LABELS.contains(ColumnNames.plain(survey.names().get(column)));
  }

  private boolean isId(int column) {
    return !survey.names().isEmpty() && IDS.contains(ColumnNames.plain(survey.names().get(column)))
        && survey.columns().get(column).isUnique();
  }
}
