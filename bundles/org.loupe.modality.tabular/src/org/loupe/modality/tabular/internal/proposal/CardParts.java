/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.proposal;

import java.util.List;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.modality.tabular.internal.ColumnCard;
import org.loupe.modality.tabular.internal.TabularCard;
import org.loupe.modality.tabular.internal.TabularCard.Absent;

/** Puts a card together; what is not said keeps its default. */
final class CardParts {
  private static final TabularCard PLAIN = SettingsSchema.of(TabularCard.class).defaults();
  private final Absent absent;
  private String label = "";
  private List<String> labelWords = List.of();
  private String id = "";
  private boolean decimalComma;

  CardParts(ModelDescription model) {
    absent = TabularProposal.zeros(model) ? Absent.ZERO : Absent.MISSING;
  }

  void label(String column, List<String> words) {
    label = column;
    labelWords = words;
  }

  void id(String column) {
    id = column;
  }

  void decimalComma(boolean comma) {
    decimalComma = comma;
  }

  TabularCard card(List<ColumnCard> columns) {
    return new TabularCard(columns, PLAIN.separator(), PLAIN.header(), decimalComma, PLAIN.missing(), label, labelWords,
        id, PLAIN.ready(), PLAIN.format(), PLAIN.firstIndex(), absent);
  }
}
