/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.card.InputCard;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.api.subject.TableRows;
import org.loupe.core.internal.run.Stacking;

/**
 * Rows of a table as one input of many items, of bounded size: of more rows than that, some are taken, evenly spread.
 *
 * @param subject the rows
 * @param notes what a reader must know, a sentence each
 * @param available how many rows there are of which these were taken
 */
public record TableSample(Subject.Single subject, List<String> notes, long available) {
  /** The most rows of one result, or of a background. */
  public static final int MOST_ROWS = 100_000;
  /** The most cells: what is shown of each is kept several times over. */
  private static final long MOST_CELLS = 8L << 20;
  private static final int BLOCK = 4096;

  public TableSample {
    notes = List.copyOf(notes);
  }

  /** Whether these are all rows that were wanted. */
  public boolean complete() {
    return subject.items() == available;
  }

  /**
   * Reads rows.
   *
   * @param files as for {@link InputReader#rows}
   * @param most rows, if the table is not too wide for them
   * @throws LoupeException as {@link RowBlocks#next}; NOT_APPLICABLE if the model takes one row at a time and there are
   *     several
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static TableSample read(InputReader reader, ModelDescription model, InputCard card, Map<String, Path> files,
      RowSelection selection, int most, Progress progress) throws LoupeException {
    if (selection.isOne()) {
      try (RowBlocks rows = reader.rows(model, card, files, selection, progress)) {
        Subject.Single one = rows.next(1).orElseThrow();
        return new TableSample(one, rows.notes(), 1);
      }
    }
    long count;
    int columns;
    try (RowBlocks rows = reader.rows(model, card, files, selection, progress)) {
      Subject.Single first = rows.next(1).orElseThrow();
      columns = first.inputs().values().stream().filter(i -> i.table().isPresent())
          .mapToInt(i -> i.table().get().columns().size()).sum();
      count = 1 + rows.skip(Long.MAX_VALUE - 1);
      if (count > 1 && rows.most() == 1) {
        throw LoupeException.notApplicable(model.name() + " takes one row at a time, and " + count
            + " are wanted at once; export it with an open batch axis, or name one row");
      }
    }
    int taken = (int) Math.min(count, Math.max(1, Math.min(most, MOST_CELLS / Math.max(1, columns))));
    try (RowBlocks rows = reader.rows(model, card, files, selection, progress)) {
      List<Subject.Single> blocks = taken == count ? all(rows) : spread(rows, count, taken);
      String name = files.values().iterator().next().getFileName() + selection.text();
      Subject.Single whole = joined(name, blocks, model, card, taken);
      List<String> notes = new ArrayList<>(rows.notes());
      if (taken < count) {
        notes.add("Of " + count + " rows of " + whole.name() + ", " + taken + " were taken, evenly spread.");
      }
      return new TableSample(whole, notes, count);
    }
  }

  private static List<Subject.Single> all(RowBlocks rows) throws LoupeException {
    List<Subject.Single> out = new ArrayList<>();
    for (var block = rows.next(BLOCK); block.isPresent(); block = rows.next(BLOCK)) {
      out.add(block.get());
    }
    return out;
  }

  private static List<Subject.Single> spread(RowBlocks rows, long count, int taken) throws LoupeException {
    List<Subject.Single> out = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < taken; i++) {
      long wanted = Math.multiplyExact((long) i, count) / taken;
      rows.skip(wanted - at);
      out.add(rows.next(1).orElseThrow());
      at = wanted + 1;
    }
    return out;
  }

  private static Subject.Single joined(String name, List<Subject.Single> blocks, ModelDescription model, InputCard card,
      int rows) throws LoupeException {
    Subject.Single first = blocks.get(0);
    Map<String, DecodedInput> inputs = new LinkedHashMap<>();
    for (ValueSpec spec : model.inputs()) {
      DecodedInput input = first.inputs().get(spec.name());
      inputs.put(spec.name(), input.table().isEmpty() ? RowBlocks.filled(card, spec, rows)
          : joined(blocks.stream().map(b -> b.inputs().get(spec.name())).toList()));
    }
    return new Subject.Single(name, inputs, first.labels(), first.explained());
  }

  private static DecodedInput joined(List<DecodedInput> blocks) {
    DecodedInput first = blocks.get(0);
    List<TableRows> tables = blocks.stream().map(b -> b.table().orElseThrow()).toList();
    TableRows table = new TableRows(tables.get(0).columns(), tables.stream().flatMap(t -> t.rows().stream()).toList(),
        tables.stream().flatMap(t -> t.labels().stream()).toList());
    return new DecodedInput(first.name(), Stacking.join(blocks.stream().map(DecodedInput::tensor).toList()),
        first.modality(), first.axes(), first.picture(), first.encoding(), first.features(), Optional.of(table));
  }
}
