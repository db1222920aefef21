/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.modality.Rows;
import org.loupe.api.subject.DecodedInput;
import org.loupe.modality.tabular.internal.file.Records;

/** Rows of an open table, decoded for the inputs of a model. */
final class TabularRows implements Rows {
  private static final int LOOK = 512;
  private final Records table;
  private final List<InputBlock> inputs;
  private final RowFacts facts;
  private final List<String> notes;
  private final Progress progress;
  private boolean pending;

  /** @param inputs what is decoded of each row */
  TabularRows(Records table, List<InputBlock> inputs, RowFacts facts, List<String> notes, Progress progress) {
    this.table = table;
    this.inputs = inputs;
    this.facts = facts;
    this.notes = notes;
    this.progress = progress;
  }

  @Override
  public Optional<Map<String, DecodedInput>> next(int most) throws LoupeException {
    if (most < 1) {
      throw new IllegalArgumentException(most + " rows");
    }
    inputs.forEach(InputBlock::begin);
    List<String> names = new ArrayList<>();
    List<Double> labels = new ArrayList<>();
    while (names.size() < most && advance()) {
      if (names.size() % LOOK == 0) {
        progress.check();
      }
      for (InputBlock input : inputs) {
        input.add(table);
      }
      names.add(facts.name(table));
      facts.label(table).ifPresent(labels::add);
    }
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Map<String, DecodedInput> out = new LinkedHashMap<>();
    for (InputBlock input : inputs) {
      out.put(input.name(), input.end(names, labels));
    }
    return Optional.of(out);
  }

  @Override
  public long skip(long rows) throws LoupeException {
    long passed = 0;
    while (passed < rows && advance()) {
      passed++;
      if (passed % LOOK == 0) {
        progress.check();
      }
    }
    return passed;
  }

  @Override
  public boolean find(String name) throws LoupeException {
    while (advance()) {
      if (table.row() % LOOK == 0) {
        progress.check();
      }
      if (facts.name(table).equals(name)) {
        pending = true;
        return true;
      }
    }
    return false;
  }

  private boolean advance() throws LoupeException {
    if (pending) {
      pending = false;
      return true;
    }
    return table.next();
  }

  @Override
  public List<String> notes() {
    return List.copyOf(notes);
  }

  @Override
  public void close() {
    table.close();
  }
}
