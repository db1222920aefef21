/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.explain.Applicability;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.tables.rows.LoadedTable;

/**
 * A table that was read, and what can explain its rows.
 *
 * @param table the rows
 * @param methods those that take many rows and apply to the model
 */
record Opened(LoadedTable table, List<RowsMethod> methods) {
  /** Reads it. @param partial as for {@link LoadedTable#read} @throws LoupeException if it cannot be read */
  static Opened read(Inspector inspector, Inspection inspection, Progress progress, Consumer<Opened> partial)
      throws LoupeException {
    InspectedModel model = inspection.model().orElseThrow();
    List<RowsMethod> methods = new ArrayList<>();
    for (ExplainerEntry entry : inspector.loupe().catalogues().explainers().entries()) {
      try {
        if (entry.takesRows() && !(entry.applicable(model.description()) instanceof Applicability.No)) {
          methods.add(new RowsMethod(entry, entry.schema()));
        }
      } catch (LoupeException e) {
        // a defective method is no reason not to show the table
        ILog.of(Opened.class).warn(e.getMessage(), e);
      }
    }
    LoadedTable table = LoadedTable.read(inspector.loupe().inputs(), model.description(), model.card(),
        inspection.input().orElseThrow().files(), progress, t -> partial.accept(new Opened(t, methods)));
    return new Opened(table, methods);
  }
}
