/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.TableColumn;
import org.loupe.api.subject.TableOrigin;
import org.loupe.api.subject.TableRows;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;
import org.loupe.modality.tabular.internal.column.CellReader;
import org.loupe.modality.tabular.internal.column.ColumnPlan;
import org.loupe.modality.tabular.internal.file.Records;

/** Collects rows for one input of a model. */
final class InputBlock {
  private static final int MOST_CELLS = 256 << 20;
  private final ValueSpec input;
  private final ElementType type;
  private final List<CellReader> readers = new ArrayList<>();
  private final List<TableColumn> columns;
  private final List<String> sources;
  private final List<String> unused;
  private double[] numbers = new double[0];
  private List<String> texts = new ArrayList<>();
  private List<String> first;
  private int used;

  /** @param unused columns of the table that feed no input */
  InputBlock(ValueSpec input, TabularCard card, List<ColumnPlan> plans, List<String> unused) {
    this.input = input;
    this.type = input.type().orElse(ElementType.FLOAT32);
    this.columns = plans.stream().map(ColumnPlan::shown).toList();
    this.sources = plans.stream().map(ColumnPlan::source).toList();
    this.unused = unused;
    Map<Integer, Set<String>> categories = new HashMap<>();
    plans.stream().filter(p -> !p.card().category().isEmpty())
        .forEach(p -> categories.computeIfAbsent(p.at(), at -> new HashSet<>()).add(p.card().category()));
    plans.forEach(p -> readers.add(new CellReader(p, card, type, categories.getOrDefault(p.at(), Set.of()))));
  }

  String name() {
    return input.name();
  }

  void begin() {
    used = 0;
    first = null;
    texts = new ArrayList<>();
  }

  /** Adds the row at hand. @throws LoupeException BAD_INPUT naming row and column */
  void add(Records table) throws LoupeException {
    if (first == null) {
      first = readers.stream().map(r -> r.shown(table)).toList();
    }
    if (type == ElementType.STRING) {
      readers.forEach(r -> texts.add(r.text(table)));
      return;
    }
    if (numbers.length - used < readers.size()) {
      long wanted = Math.max(1024L, Math.max(2L * used, (long) used + readers.size()));
      if (wanted > MOST_CELLS && (long) used + readers.size() > MOST_CELLS) {
        throw LoupeException.badInput(table.file() + ": more than " + MOST_CELLS
            + " cells cannot be taken at once; name fewer rows, as " + table.file() + "#1-1000");
      }
      numbers = Arrays.copyOf(numbers, (int) Math.min(wanted, MOST_CELLS));
    }
    for (CellReader reader : readers) {
      numbers[used++] = reader.number(table);
    }
  }

  /** The rows since {@link #begin}. */
  DecodedInput end(List<String> names, List<Double> labels) {
    boolean flat = input.dims().map(d -> d.size() == 1).orElse(false);
    Shape shape = !flat ? Shape.of(names.size(), readers.size())
        : Shape.of(input.dims().get().get(0).known() ? readers.size() : names.size());
    Tensor tensor = type == ElementType.STRING ? new TextTensor(shape, texts)
        : ArrayTensor.convert(type, shape, Arrays.copyOf(numbers, used));
    return new DecodedInput(input.name(), tensor, TabularModality.ID, Optional.empty(), Optional.empty(),
        Optional.empty(), columns.stream().map(TableColumn::name).toList(),
        Optional.of(new TableRows(columns, names, labels,
            Optional.of(new TableOrigin(sources, first, unused)))));
  }
}
