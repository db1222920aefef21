/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.function.Consumer;
import org.loupe.api.Progress;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunListener;

/** Shows the progress of a run as that of the job that waits for it, and passes on what there is to see already. */
public final class RunProgress implements RunListener {
  private static final int PARTS = 1000;

  private final Progress progress;
  private final Consumer<RunRecord> partial;
  private String task = "";
  private int done;

  /** @param partial is told of what is there so far, on a thread of the run */
  public RunProgress(Progress progress, Consumer<RunRecord> partial) {
    this.progress = progress;
    this.partial = partial;
  }

  @Override
  public synchronized void progress(String name, double fraction) {
    boolean known = !Double.isNaN(fraction);
    if (!name.equals(task)) {
      task = name;
      done = 0;
      progress.begin(name, known ? PARTS : 0);
    }
    int now = known ? (int) (fraction * PARTS) : done;
    if (now > done) {
      progress.worked(now - done);
      done = now;
    }
  }

  @Override
  public void partial(RunRecord record) {
    partial.accept(record);
  }
}
