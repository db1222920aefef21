/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.context;

import org.eclipse.ui.IWorkbenchPage;
import org.loupe.api.Progress;
import org.loupe.core.model.ModelLease;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunRequest;
import org.loupe.ui.api.context.ResultService;
import org.loupe.ui.explanation.ExplanationView;
import org.loupe.ui.explanation.RunProgress;
import org.loupe.ui.perspective.ModelDebugging;
import org.loupe.ui.perspective.Views;
import org.loupe.ui.runs.RunHistory;

/** Runs for parts of other bundles. */
record WorkbenchResults(RunHistory runs) implements ResultService {
  @Override
  public RunOutcome run(ModelLease lease, RunRequest request, Progress progress) {
    return runs.run(lease, request, new RunProgress(progress, partial -> {
      // only the whole is of use
    }), progress);
  }

  @Override
  public void show(IWorkbenchPage page, RunRecord record) {
    if (Views.show(page, ModelDebugging.EXPLANATION) instanceof ExplanationView view) {
      view.show(record);
    }
  }
}
