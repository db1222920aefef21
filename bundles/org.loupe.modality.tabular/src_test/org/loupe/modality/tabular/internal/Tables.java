/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.modality.RowModality.RowInput;
import org.loupe.api.modality.Rows;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.TableColumn;
import org.loupe.math.tensor.ElementType;

/** Files, inputs and cards for tests, and short ways to read them. */
final class Tables {
  private Tables() {
  }

  /** An input of rows of this many columns of doubles. */
  static ValueSpec input(int columns) {
    return typed(ElementType.FLOAT64, columns);
  }

  static ValueSpec typed(ElementType type, int columns) {
    return ValueSpec.tensor("x", type, Dimension.open("n"), Dimension.of(columns));
  }

  /** The same with names. */
  static ValueSpec named(String... names) {
    return input(names.length).withColumns(List.of(names).stream().map(TableColumn::plain).toList());
  }

  static ModelDescription model(ValueSpec... inputs) {
    return new ModelDescription("m", "test", List.of(), List.of(inputs), List.of(), List.of(), 0, Set.of(), Map.of(),
        List.of());
  }

  static TabularCard card(Map<String, String> settings) throws LoupeException {
    return SettingsSchema.of(TabularCard.class).read(settings);
  }

  static Path file(Path folder, String content) throws Exception {
    return Files.write(folder.resolve("t.csv"), content.getBytes(StandardCharsets.UTF_8));
  }

  static Rows open(Path file, ValueSpec input, Map<String, String> settings) throws LoupeException {
    return new TabularModality().open(file, List.of(new RowInput<>(input, card(settings))), Progress.NONE);
  }

  /** All rows at once. */
  static DecodedInput read(Path file, ValueSpec input, Map<String, String> settings) throws LoupeException {
    try (Rows rows = open(file, input, settings)) {
      DecodedInput all = rows.next(1_000_000).orElseThrow().get(input.name());
      assertEquals(Optional.empty(), rows.next(1));
      return all;
    }
  }

  static double[] numbers(Path file, ValueSpec input, Map<String, String> settings) throws LoupeException {
    return read(file, input, settings).tensor().toDoubles();
  }

  /** The message of a refusal, which is one line. */
  static String refused(Path file, ValueSpec input, Map<String, String> settings) {
    LoupeException e = assertThrows(LoupeException.class, () -> read(file, input, settings));
    assertEquals(LoupeException.Kind.BAD_INPUT, e.kind(), e.getMessage());
    assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    return e.getMessage();
  }
}
