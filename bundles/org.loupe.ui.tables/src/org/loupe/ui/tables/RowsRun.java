/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.osgi.util.NLS;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.subject.Subject;
import org.loupe.core.catalogue.ExplainerEntry;
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
 * @param note what a reader must know of which rows were taken; empty if all were
 */
record RowsRun(RunRecord record, Explained explained, String note) {
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_CELLS = 4 << 20;

  /**
   * Explains rows, evenly spread ones if they are too many.
   *
   * @param rows numbers of rows, at least one
   * @throws LoupeException if the method does not apply or fails
   * @throws CancellationException when cancelled
   */
  static RowsRun compute(Inspector inspector, ResultService results, Inspection inspection, LoadedTable table,
      int[] rows, ExplainerEntry method, Progress progress) throws LoupeException {
    InspectedModel model = inspection.model().orElseThrow();
    int[] taken = RowOrder.spread(rows, Math.clamp(MOST_CELLS / Math.max(1, table.columns()), 1, MOST_ROWS));
    String name = inspection.input().orElseThrow().first().getFileName()
        + (taken.length == table.rows() ? "" : NLS.bind(Messages.RowsRun_some, taken.length));
    try (ModelLease lease = inspector.open(model.file(), progress)) {
      Subject.Single subject = table.pick(name, model.description(), model.card(), taken);
      RunRequest request = RunRequest.of(subject, method.id(), inspection.target());
      Optional<Subject.Single> background = method.background() == ExplainerEntry.Background.NONE ? Optional.empty()
          : inspector.background(inspection, progress);
      RunOutcome outcome = results.run(lease, background.map(request::against).orElse(request), progress);
      if (outcome.status() == RunStatus.CANCELLED) {
        throw new CancellationException();
      }
      RunRecord record = outcome.record().orElseThrow(() -> LoupeException.failed(outcome.message(), null));
      if (!(record.result() instanceof AttributionTable found) || found.rows().size() != taken.length) {
        throw LoupeException.notApplicable(outcome.message().isEmpty()
            ? NLS.bind(Messages.RowsRun_noTable, method.name()) : outcome.message());
      }
      String note = taken.length == rows.length ? ""
          : NLS.bind(Messages.RowsRun_spread, rows.length, taken.length);
      return new RowsRun(record, new Explained(found, taken, table.rows()), note);
    }
  }
}
