/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import org.eclipse.osgi.util.NLS;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.result.Provenance;
import org.loupe.api.target.Target;
import org.loupe.api.target.TargetSyntax;
import org.loupe.core.result.RunRecord;

/** What a line says of a result. */
final class RunWords {
  private static final String NO_TARGET = TargetSyntax.format(new Target.None());
  private static final double SECOND = 1000;

  private RunWords() {
  }

  /** Whether a result explains a score. */
  static boolean targeted(Provenance p) {
    return !p.target().equals(NO_TARGET);
  }

  /** @param method name of the method */
  static String completed(RunRecord record, String method) {
    Provenance p = record.provenance();
    String seconds = String.format("%.1f", p.millis() / SECOND);
    return targeted(p) ? NLS.bind(Messages.ExplanationView_completed, new Object[] {method, p.targetText(), seconds})
        : NLS.bind(Messages.ExplanationView_completedInside, method, seconds);
  }

  /** Whether a result explains several rows of a table, of which one may be looked at. */
  static boolean ofManyRows(RunRecord record) {
    return record.result() instanceof AttributionTable table && table.rows().size() > 1;
  }

  /** @param method name of the method */
  static String stored(RunRecord record, String method) {
    Provenance p = record.provenance();
    if (ofManyRows(record)) {
      // most often it comes from the rows that are on the screen, whether it was stored before or not
      return NLS.bind(Messages.ExplanationView_rows, new Object[] {method, p.subject(), p.targetText()});
    }
    return targeted(p)
        ? NLS.bind(Messages.ExplanationView_stored, new Object[] {method, p.subject(), p.targetText()})
        : NLS.bind(Messages.ExplanationView_storedInside, method, p.subject());
  }
}
