/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.colour.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.result.Composite;
import org.loupe.api.result.Result;
import org.loupe.api.result.Table;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.ScoreRequest;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunRequest;
import org.loupe.ui.api.parts.Quantity;
import org.loupe.ui.graph.colour.ColouringRequest;
import org.loupe.ui.graph.colour.NodeColouring;
import org.loupe.ui.graph.colour.NodeValues;

/** By a column of the table that the method {@code activation-survey} gives for the chosen input. */
abstract class SurveyColouring implements NodeColouring {
  private static final String METHOD = "activation-survey";
  private static final String TABLE = "layers";
  private static final String LAYER = "layer";

  private final String column;
  private final String quantity;
  private final Quantity unit;

  SurveyColouring(String column, String quantity, Quantity unit) {
    this.column = column;
    this.quantity = quantity;
    this.unit = unit;
  }

  @Override
  public final NodeValues compute(ColouringRequest request, Progress progress) throws LoupeException {
    if (!request.hasInput()) {
      throw LoupeException.notApplicable(Messages.SurveyColouring_noInput);
    }
    Subject.Single subject = request.input(progress);
    RunOutcome outcome = request.inspector().loupe().runs().run(request.lease(),
        RunRequest.of(subject, METHOD, ScoreRequest.DEFAULT), progress);
    progress.check();
    Table table = outcome.record().map(r -> table(r.result())).orElse(null);
    if (table == null) {
      throw LoupeException.failed(NLS.bind(Messages.SurveyColouring_failed, outcome.message()), null);
    }
    return new NodeValues.Numbers(quantity, unit, values(table), Map.of(), false,
        NLS.bind(Messages.SurveyColouring_note, subject.name()));
  }

  private static Table table(Result result) {
    if (result instanceof Table table) {
      return table;
    }
    return result instanceof Composite c && c.parts().get(TABLE) instanceof Table table ? table : null;
  }

  private Map<String, Double> values(Table table) throws LoupeException {
    Table.Texts layers = null;
    Table.Numbers numbers = null;
    for (Table.Column c : table.columns()) {
      if (c instanceof Table.Texts t && c.name().equals(LAYER)) {
        layers = t;
      } else if (c instanceof Table.Numbers n && c.name().equals(column)) {
        numbers = n;
      }
    }
    if (layers == null || numbers == null) {
      throw LoupeException.failed(NLS.bind(Messages.SurveyColouring_noColumn, column), null);
    }
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < table.rows(); i++) {
      if (!Double.isNaN(numbers.value(i))) {
        values.put(layers.values().get(i), numbers.value(i));
      }
    }
    return values;
  }
}
