/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.core.result.RunRecord;
import org.loupe.scene.Selection;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.InspectionContext;
import org.loupe.ui.api.context.InspectionListener;

/** Rows and features of pictures: other views follow a click on one, and a row that is selected elsewhere is marked. */
final class PlotPicks {
  private final InspectionContext context;
  private final ResultPane result;

  PlotPicks(InspectionContext context, ResultPane result) {
    this.context = context;
    this.result = result;
    Consumer<Selection> picked = this::picked;
    InspectionListener other = this::inspectionChanged;
    context.addPickListener(picked);
    context.addListener(other);
    result.canvas().onSelection(this::clicked);
    result.canvas().addDisposeListener(e -> {
      context.removePickListener(picked);
      context.removeListener(other);
    });
  }

  private void clicked(Selection selection) {
    if (result.record().map(RunRecord::result)
        .filter(r -> r instanceof AttributionTable || r instanceof FeatureAttribution).isPresent()) {
      context.pick(selection);
    }
  }

  private void picked(Selection selection) {
    if (selection.kind().equals(Selection.ROW)) {
      result.mark(Optional.of(selection));
    }
  }

  private void inspectionChanged(Inspection before, Inspection now) {
    if (!Objects.equals(files(before), files(now))) {
      result.mark(Optional.empty());
    }
  }

  private static Object files(Inspection inspection) {
    return inspection.input().map(InspectedInput::files);
  }
}
