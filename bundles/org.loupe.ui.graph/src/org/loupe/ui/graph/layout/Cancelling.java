/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.layout;

import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.loupe.api.Progress;

/** Lets the layout be cancelled between its phases. */
final class Cancelling extends BasicProgressMonitor {
  private final Progress progress;

  Cancelling(Progress progress) {
    this.progress = progress;
  }

  @Override
  public boolean isCanceled() {
    return progress.cancelled();
  }

  @Override
  protected BasicProgressMonitor doSubTask(float work, int maxLevels) {
    return new Cancelling(progress);
  }
}
