/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.osgi.util.NLS;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.subject.Subject;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.input.TableSample;
import org.loupe.core.model.ModelLease;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunRequest;
import org.loupe.core.run.RunStatus;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.context.ResultService;
import org.loupe.ui.tables.rows.Explained;
import org.loupe.ui.tables.rows.LoadedTable;
import org.loupe.ui.tables.rows.RowOrder;

/**
 * What came of explaining rows.
 *
 * @param record the result
 * @param explained the same by row
 * @param note which rows were taken and what they were compared with; empty if all were, with nothing
 */
record RowsRun(RunRecord record, Explained explained, String note) {
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_CELLS = 4 << 20;

  /**
   * Explains rows, evenly spread ones if they are too many.
   *
   * @throws LoupeException if the method does not apply or fails
   * @throws CancellationException when cancelled
   */
  static RowsRun of(RowsQuestion question, Inspector inspector, ResultService results, Progress progress)
      throws LoupeException {
    Inspection inspection = question.inspection();
    InspectedModel model = inspection.model().orElseThrow();
    LoadedTable table = question.table();
    int[] taken = RowOrder.spread(question.rows(),
        Math.clamp(MOST_CELLS / Math.max(1, table.columns()), 1, MOST_ROWS));
    String name = inspection.input().orElseThrow().first().getFileName()
        + (taken.length == table.rows() ? "" : NLS.bind(Messages.RowsRun_some, taken.length));
    try (ModelLease lease = inspector.open(model.file(), progress)) {
      Subject.Single subject = table.pick(name, model.description(), model.card(), taken);
      RunRequest request = new RunRequest(subject, question.method().id(), question.choice().profile(),
          question.choice().settings(), inspection.target(), 0, 0, 0, false);
      Optional<TableSample> background = question.method().background() == ExplainerEntry.Background.NONE
          ? Optional.empty() : inspector.background(inspection, progress);
      RunOutcome outcome = results.run(lease, background.map(b -> request.against(b.subject())).orElse(request),
          progress);
      if (outcome.status() == RunStatus.CANCELLED) {
        throw new CancellationException();
      }
      RunRecord record = outcome.record().orElseThrow(() -> LoupeException.failed(outcome.message(), null));
      if (!(record.result() instanceof AttributionTable found) || found.rows().size() != taken.length) {
        throw LoupeException.notApplicable(outcome.message().isEmpty()
            ? NLS.bind(Messages.RowsRun_noTable, question.method().name()) : outcome.message());
      }
      List<String> notes = new ArrayList<>();
      if (taken.length < question.rows().length) {
        notes.add(NLS.bind(Messages.RowsRun_spread, question.rows().length, taken.length));
      }
      record.background().ifPresent(b -> notes.add(NLS.bind(Messages.RowsRun_compared, b.name())));
      return new RowsRun(record, new Explained(found, taken, table.rows()), String.join(" ", notes));
    }
  }
}
