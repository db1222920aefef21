/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.proposal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.settings.SettingField;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.math.tensor.ElementType;
import org.loupe.modality.tabular.internal.ColumnCard;
import org.loupe.modality.tabular.internal.TabularCard;
import org.loupe.modality.tabular.internal.column.ColumnNames;
import org.loupe.modality.tabular.internal.column.WantedColumns;
import org.loupe.modality.tabular.internal.file.Records;
import org.loupe.modality.tabular.internal.file.TableFile;

/**
 * A first card from what a model declares and, if it is there, a table. Without names of columns an input is taken for
 * rows of a table where all that the model takes is one row of a known number of floating-point numbers, or columns of
 * one element each, as tools for pipelines of such columns export them, or it has operators of classical learning.
 */
public final class TabularProposal {
  /** A guess is made up to so many columns only: longer rows are signals more often than tables. */
  private static final int MOST_GUESSED = 4096;
  /** Operators of trees, scalers, encoders and their kin, which take rows of tables. */
  private static final String CLASSICAL = "ai.onnx.ml.";
  private static final SettingsSchema<TabularCard> SCHEMA = SettingsSchema.of(TabularCard.class);

  private TabularProposal() {
  }

  /** From the model alone. */
  public static Optional<Map<String, String>> of(ValueSpec input, ModelDescription model) {
    if (!looksTabular(input, model)) {
      return Optional.empty();
    }
    try {
      WantedColumns wanted = WantedColumns.of(input, SCHEMA.defaults(), true);
      boolean named = wanted.columns().stream().anyMatch(c -> !ColumnNames.isPlaceholder(c.name()));
      return Optional.of(written(new CardParts(model).card(named ? wanted.columns() : List.of())));
    } catch (LoupeException e) {
      return Optional.empty();
    }
  }

  /** From the model and a table. @throws LoupeException BAD_INPUT if the table cannot be read */
  public static Optional<Map<String, String>> of(ValueSpec input, ModelDescription model, Path file, Progress progress)
      throws LoupeException {
    if (input.kind() != ValueKind.TENSOR || input.dims().map(d -> d.isEmpty() || d.size() > 2).orElse(true)) {
      return Optional.empty();
    }
    TabularCard card = new CardParts(model).card(List.of());
    WantedColumns wanted = WantedColumns.of(input, card, model.inputs().size() == 1);
    if (TableFile.sparse(file, card)) {
      return Optional.of(written(new CardParts(model).card(wanted.columns())));
    }
    try (Records table = TableFile.open(file, card, wanted.names(), wanted.count())) {
      TableSurvey survey = TableSurvey.of(table, card, progress);
      List<ColumnCard> block = wanted.columns().isEmpty() ? BlockMatch.of(input, model, survey) : List.of();
      if (!block.isEmpty()) {
        CardParts parts = new CardParts(model);
        parts.decimalComma(survey.decimalComma());
        return Optional.of(written(parts.card(block)));
      }
      boolean texts = input.type().filter(t -> t == ElementType.STRING).isPresent();
      return Optional.of(written(new TableMatch(survey, wanted, texts).card(new CardParts(model))));
    }
  }

  private static boolean looksTabular(ValueSpec input, ModelDescription model) {
    if (input.kind() != ValueKind.TENSOR || input.dims().isEmpty() || input.type().isEmpty()) {
      return false;
    }
    if (!input.columns().isEmpty()) {
      return input.dims().get().size() <= 2;
    }
    List<Dimension> dims = input.dims().get();
    if (dims.size() != 2) {
      return false;
    }
    if (model.layers().stream().anyMatch(l -> l.operator().startsWith(CLASSICAL))) {
      return true;
    }
    if (!dims.get(1).known()) {
      return false;
    }
    boolean columns = !model.inputs().isEmpty() && model.inputs().stream().allMatch(TabularProposal::isColumn);
    boolean row = model.inputs().size() < 2 && input.type().get().isFloating() && dims.get(0).size() <= 1
        && dims.get(1).size() >= 1 && dims.get(1).size() <= MOST_GUESSED;
    return columns || row;
  }

  private static boolean isColumn(ValueSpec input) {
    return input.kind() == ValueKind.TENSOR && input.dims().map(d -> d.size() == 2 && !d.get(0).known()
        && d.get(1).size() == 1).orElse(false);
  }

  /** What differs from the defaults. */
  private static Map<String, String> written(TabularCard card) {
    Map<String, String> all = SCHEMA.write(card);
    Map<String, String> defaults = SCHEMA.write(SCHEMA.defaults());
    Map<String, String> out = new LinkedHashMap<>();
    for (SettingField field : SCHEMA.fields()) {
      String text = all.get(field.key());
      if (!text.equals(defaults.get(field.key()))) {
        out.put(field.key(), text);
      }
    }
    return out;
  }

  /** Whether the model's file is one of LightGBM, for which what a sparse row leaves out is zero. */
  static boolean zeros(ModelDescription model) {
    return model.format().toLowerCase(Locale.ROOT).contains("lightgbm");
  }
}
