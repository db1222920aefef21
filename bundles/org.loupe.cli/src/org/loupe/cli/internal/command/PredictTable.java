/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.command.CommandContext;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.api.subject.TableRows;
import org.loupe.core.Loupe;
import org.loupe.core.input.RowBlocks;
import org.loupe.core.predict.Prediction;
import org.loupe.core.predict.Predictor;

/** Predicts the rows of a table as they come, in memory that does not grow with it. */
final class PredictTable {
  private final CommandContext context;
  private final ModelSession session;
  private final InputFiles.Item table;
  private final int top;

  /** Takes the prediction of a row. */
  interface Each {
    /** @param name of the row */
    void take(String name, Prediction prediction);
  }

  PredictTable(CommandContext context, ModelSession session, InputFiles.Item table, int top) {
    this.context = context;
    this.session = session;
    this.table = table;
    this.top = top;
  }

  void run(Each each) throws LoupeException {
    int block = together() ? session.blockRows() : 1;
    SilentProgress quiet = new SilentProgress(context.progress());
    Predictor predictor = context.service(Loupe.class).predictor();
    context.progress().begin("predict", 0);
    try (RowBlocks rows = session.rows(table, quiet)) {
      for (var next = rows.next(block); next.isPresent(); next = rows.next(block)) {
        context.progress().check();
        Subject.Single subject = next.get();
        List<Prediction> predictions = block == 1 ? List.of(predictor.predict(session.lease(), subject, top, quiet))
            : predictor.predictRows(session.lease(), subject, top, quiet).orElseThrow(() -> LoupeException.failed(
                "the outputs of " + session.description().name() + " do not tell rows apart", null));
        List<String> names = names(subject);
        long first = rows.row() - names.size() + 1;
        for (int i = 0; i < predictions.size(); i++) {
          String name = table.file().getFileName() + reference(names.get(i), first + i);
          predictions.get(i).warnings().forEach(w -> context.message(name + ": " + w));
          each.take(name, predictions.get(i));
        }
        context.progress().worked(predictions.size());
      }
    }
  }

  /** Whether the model answers several rows at once; an open first axis is a promise that is not always kept. */
  private boolean together() throws LoupeException {
    SilentProgress quiet = new SilentProgress(context.progress());
    Optional<Subject.Single> two;
    try (RowBlocks rows = session.rows(table, quiet)) {
      two = rows.next(2);
    }
    if (two.isEmpty() || two.get().items() < 2) {
      return false;
    }
    try {
      return context.service(Loupe.class).predictor().predictRows(session.lease(), two.get(), 0, quiet).isPresent();
    } catch (LoupeException e) {
      return false;
    }
  }

  /** As a person would name the row to have it alone. */
  private static String reference(String name, long number) {
    return name.equals(Long.toString(number)) ? "#" + number : "#id=" + name;
  }

  private static List<String> names(Subject.Single subject) {
    return subject.inputs().values().stream().map(DecodedInput::table).flatMap(Optional::stream).findFirst()
        .map(TableRows::rows).orElseThrow();
  }
}
