/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.context;

import org.eclipse.ui.IWorkbenchPage;
import org.loupe.api.Progress;
import org.loupe.core.model.ModelLease;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunRequest;

/** Runs that are listed with the others, and where their results are seen. */
public interface ResultService {
  /** Runs a method to its end and stores what it found; not for the UI thread. @param progress to cancel it */
  RunOutcome run(ModelLease lease, RunRequest request, Progress progress);

  /** Shows a result in the Explanation view, which is opened for it; in the UI thread. */
  void show(IWorkbenchPage page, RunRecord record);
}
