/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.modality;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;

/**
 * A modality whose files hold many items, a row each, as tables do. Its {@link #decode} takes the first row.
 *
 * @param <C> its part of the input card
 */
public interface RowModality<C extends Record> extends Modality<C> {
  /**
   * An input that is read from the rows.
   *
   * @param input what the model declares
   * @param card its part of the card
   */
  record RowInput<C extends Record>(ValueSpec input, C card) {
  }

  /**
   * Opens a file for one or more inputs of a model, which are all read from the same rows.
   *
   * @param inputs at least one
   * @throws LoupeException BAD_INPUT if the file is unreadable, no table, or lacks a column; or a card does not fit its
   *     input
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled, here and by every method of
   *     what is returned
   */
  Rows open(Path file, List<RowInput<C>> inputs, Progress progress) throws LoupeException;

  /**
   * A first card entry for an input from a file of the data that the model was made for, as far as both tell.
   *
   * @return settings by key; empty if the input does not look like this kind of data
   * @throws LoupeException BAD_INPUT if the file cannot be read
   */
  Optional<Map<String, String>> propose(ValueSpec input, ModelDescription model, Path file, Progress progress)
      throws LoupeException;

  /** The words that a card has for the classes 0, 1, ... that rows are labelled with; empty if it has none. */
  default List<String> classes(C card) {
    return List.of();
  }
}
