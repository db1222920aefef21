/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.context;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.osgi.util.NLS;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.subject.Subject;
import org.loupe.core.Loupe;
import org.loupe.core.input.InputReader;
import org.loupe.core.input.RowBlocks;
import org.loupe.core.input.RowSelection;
import org.loupe.core.input.TableSample;
import org.loupe.core.model.ModelLease;
import org.loupe.ui.api.internal.Messages;

/**
 * Opens what an inspection names. A part gets it by {@code getSite().getService(Inspector.class)} and uses it in its
 * jobs, never in the UI thread.
 */
public final class Inspector implements AutoCloseable {
  private static final int MOST_BACKGROUND = 200;
  private final Supplier<Loupe> opener;
  private final Supplier<LoadOptions> options;
  private Loupe loupe;

  /**
   * @param opener makes the core when it is first asked for
   * @param options how models are to run, asked for each time one is opened
   */
  public Inspector(Supplier<Loupe> opener, Supplier<LoadOptions> options) {
    this.opener = opener;
    this.options = options;
  }

  public synchronized Loupe loupe() {
    if (loupe == null) {
      loupe = opener.get();
    }
    return loupe;
  }

  /** Opens a model, or shares it with whoever has it open. @throws LoupeException as {@code ModelSessions.open} */
  public ModelLease open(Path model, Progress progress) throws LoupeException {
    return loupe().models().open(model, options.get(), progress);
  }

  /**
   * Decodes the input that an inspection names, by its card.
   *
   * @throws LoupeException BAD_INPUT with one line if a file is no such data or does not fit
   * @throws java.util.NoSuchElementException if the inspection has no model or no input
   */
  public Subject.Single subject(Inspection inspection, Progress progress) throws LoupeException {
    InspectedModel model = inspection.model().orElseThrow();
    InspectedInput input = inspection.input().orElseThrow();
    InputReader reader = loupe().inputs();
    if (input.row().isEmpty()) {
      return reader.read(model.description(), model.card(), input.files(), progress);
    }
    try (RowBlocks rows = reader.rows(model.description(), model.card(), input.files(),
        RowSelection.parse(input.row()), progress)) {
      return rows.next(1).orElseThrow();
    }
  }

  /**
   * The rows that an inspection compares with, thinned out if they are many; then their name says so.
   *
   * @return empty if it compares with none
   * @throws LoupeException BAD_INPUT with one line if the file is no table or does not fit
   */
  public Optional<TableSample> background(Inspection inspection, Progress progress) throws LoupeException {
    if (inspection.background().isEmpty()) {
      return Optional.empty();
    }
    InspectedModel model = inspection.model().orElseThrow();
    TableSample sample = TableSample.read(loupe().inputs(), model.description(), model.card(),
        Map.of("", inspection.background().get()), RowSelection.ALL, MOST_BACKGROUND, progress);
    Subject.Single rows = sample.subject();
    String name = sample.complete() ? rows.name()
        : NLS.bind(Messages.Inspector_thinned, new Object[] {rows.name(), rows.items(), sample.available()});
    return Optional.of(new TableSample(new Subject.Single(name, rows.inputs(), rows.labels(), rows.explained()),
        sample.notes(), sample.available()));
  }

  /**
   * What methods that make inputs of their own start from.
   *
   * @throws LoupeException NOT_APPLICABLE if an input of the model has no such thing
   */
  public Subject.Single blank(InspectedModel model) throws LoupeException {
    return loupe().inputs().blank(model.description(), model.card());
  }

  @Override
  public synchronized void close() {
    if (loupe != null) {
      loupe.close();
      loupe = null;
    }
  }
}
