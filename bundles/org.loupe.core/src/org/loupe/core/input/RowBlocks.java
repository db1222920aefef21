/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.input;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.card.InputCard;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.core.internal.card.CardProposal;
import org.loupe.core.internal.input.FilledInputs;
import org.loupe.core.internal.input.RowSource;
import org.loupe.core.internal.run.Stacking;
import org.loupe.math.tensor.Tensor;

/**
 * Rows of a table as inputs of a model, block by block, in memory that does not grow with the table. Not for several
 * threads.
 */
public final class RowBlocks implements AutoCloseable {
  private final ModelDescription model;
  private final InputCard card;
  private final String file;
  private final RowSelection selection;
  private final RowSource source;
  private final List<String> explained;
  private long row;
  private boolean begun;
  private boolean ended;

  /** Takes over the source. @param explained names of the inputs that it gives */
  RowBlocks(ModelDescription model, InputCard card, String file, RowSelection selection, RowSource source,
      List<String> explained) {
    this.model = model;
    this.card = card;
    this.file = file;
    this.selection = selection;
    this.source = source;
    this.explained = explained;
  }

  /** The most rows that the model takes at once: all, unless an input has a batch axis of a fixed extent. */
  public int most() {
    boolean open = explained.stream().allMatch(name -> model.input(name).flatMap(ValueSpec::dims)
        .map(d -> !d.isEmpty() && !d.get(0).known()).orElse(true));
    return open ? Integer.MAX_VALUE : 1;
  }

  /**
   * The next rows.
   *
   * @param most at least 1
   * @return empty after the last one
   * @throws LoupeException BAD_INPUT naming file, row and column, or if a row is wanted that the table does not have
   */
  public Optional<Subject.Single> next(int most) throws LoupeException {
    begin();
    long left = selection.last() - Math.max(row, selection.first() - 1);
    if (ended || left < 1) {
      return Optional.empty();
    }
    Optional<Map<String, DecodedInput>> next = source.next((int) Math.min(left, Math.min(most, most())));
    if (next.isEmpty()) {
      ended = true;
      if (selection.last() < Long.MAX_VALUE && selection.name().isEmpty()) {
        throw outOfRange(selection.last());
      }
      return Optional.empty();
    }
    long from = row + 1;
    row += next.get().get(explained.get(0)).table().orElseThrow().rows().size();
    return Optional.of(subject(next.get(), from, row));
  }

  /**
   * Passes over rows without looking at their values.
   *
   * @return how many there were of those that are wanted
   */
  public long skip(long rows) throws LoupeException {
    begin();
    if (!selection.name().isEmpty()) {
      throw new IllegalStateException("a row that is named is one");
    }
    long wanted = Math.min(rows, Math.max(0, selection.last() - row));
    long passed = source.skip(wanted);
    row += passed;
    if (passed < wanted && selection.last() < Long.MAX_VALUE) {
      throw outOfRange(selection.last());
    }
    return passed;
  }

  /** Number of the last row that was given or passed over. */
  public long row() {
    return row;
  }

  /** What a reader must know of how the file was taken, a sentence each. */
  public List<String> notes() throws LoupeException {
    return source.notes();
  }

  private void begin() throws LoupeException {
    if (begun) {
      return;
    }
    begun = true;
    if (!selection.name().isEmpty()) {
      if (!source.find(selection.name())) {
        throw LoupeException.badInput(file + " has no row called " + selection.name()
            + "; the card's id says which column names the rows");
      }
      return;
    }
    row = source.skip(selection.first() - 1);
    if (row < selection.first() - 1) {
      throw outOfRange(selection.first());
    }
  }

  private LoupeException outOfRange(long wanted) {
    return LoupeException.badInput(file + " has " + row + " rows; there is no row " + wanted);
  }

  private Subject.Single subject(Map<String, DecodedInput> decoded, long from, long to) throws LoupeException {
    Map<String, DecodedInput> inputs = new LinkedHashMap<>();
    int rows = decoded.get(explained.get(0)).table().orElseThrow().rows().size();
    for (ValueSpec spec : model.inputs()) {
      DecodedInput input = decoded.get(spec.name());
      inputs.put(spec.name(), input != null ? input : filled(card, spec, rows));
    }
    String name = !selection.name().isEmpty() ? selection.text()
        : new RowSelection(from, to, "").text();
    return new Subject.Single(file + name, inputs, card.labels(), explained);
  }

  /** Constants and states have as many items as there are rows, where the input has an open axis for them. */
  static DecodedInput filled(InputCard card, ValueSpec spec, int rows) throws LoupeException {
    Tensor one = FilledInputs.filled(card.inputs().getOrDefault(spec.name(), InputReader.TENSOR), spec);
    boolean open = spec.dims().map(d -> !d.isEmpty() && !d.get(0).known()).orElse(false);
    Tensor all = rows == 1 || !open || one.shape().dim(0) != 1 ? one : Stacking.join(Collections.nCopies(rows, one));
    return DecodedInput.plain(spec.name(), all, CardProposal.TENSOR);
  }

  @Override
  public void close() {
    source.close();
  }
}
