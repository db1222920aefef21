/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Widget;
import org.loupe.api.LoupeException;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.context.ResultService;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;

/** Explains rows in a job, tells how far it has come, and is stopped when the user wants that. */
final class Explaining {
  private final Recomputation running;
  private final Inspector inspector;
  private final ResultService results;
  private final RowsLine line;
  private final Runnable whenChanged;
  private final Consumer<RowsRun> whenDone;

  /** @param line says how far it has come and how it ended @param whenChanged is told when it begins and ends */
  Explaining(Widget owner, Inspector inspector, ResultService results, RowsLine line, Runnable whenChanged,
      Consumer<RowsRun> whenDone) {
    running = new Recomputation(owner);
    this.inspector = inspector;
    this.results = results;
    this.line = line;
    this.whenChanged = whenChanged;
    this.whenDone = whenDone;
  }

  void start(RowsQuestion question) {
    String name = question.method().name();
    running.start(NLS.bind(Messages.RowsView_explaining, name), p -> RowsRun.of(question, inspector, results, p),
        new Answer());
    line.progress(name, Double.NaN);
    whenChanged.run();
  }

  /** As the user's wish: the line says so. */
  void stop() {
    running.stop();
  }

  /** Nothing more is said of it. */
  void cancel() {
    if (running.running()) {
      running.cancel();
      line.ended();
      whenChanged.run();
    }
  }

  boolean running() {
    return running.running();
  }

  /** What comes of it. */
  private final class Answer implements Outcome<RowsRun> {
    @Override
    public void done(RowsRun run) {
      ended();
      whenDone.accept(run);
    }

    @Override
    public void failed(LoupeException reason) {
      ended();
      line.say(reason.getMessage());
    }

    @Override
    public void cancelled() {
      ended();
      line.say(Messages.RowsView_stopped);
    }

    @Override
    public void progress(String task, double fraction) {
      line.progress(task, fraction);
    }

    private void ended() {
      line.ended();
      whenChanged.run();
    }
  }
}
