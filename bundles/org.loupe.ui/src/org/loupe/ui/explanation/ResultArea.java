/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.Map;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPartSite;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunStatus;
import org.loupe.ui.api.canvas.SceneCanvas;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.parts.EmptyMessage;

/** What came of a run: a line that says what it is, the picture with a choice of plots and options, details. */
final class ResultArea {
  private final StatusLine status;
  private final PlotChoice plots;
  private final ResultPane picture;
  private final Details details;
  private final ResultExporter exporter;
  private final Runnable resized;

  /** @param cancel what the link beside the progress does; @param follow what a link in the line does */
  ResultArea(Composite parent, IWorkbenchPartSite site, ViewState state, Runnable cancel, Runnable follow,
      Runnable resized) {
    this.resized = resized;
    Composite words = new Composite(parent, SWT.NONE);
    words.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    GridLayout sideBySide = new GridLayout(2, false);
    sideBySide.marginWidth = 0;
    sideBySide.marginHeight = 0;
    words.setLayout(sideBySide);
    status = new StatusLine(words, cancel, follow);
    plots = new PlotChoice(words, state.plots());
    picture = new ResultPane(parent, site.getService(Inspector.class), plots, state.options());
    picture.optionsIn(parent, state.viewOpen(), resized);
    details = new Details(parent, state.detailsOpen(), resized);
    details.setVisible(false);
    exporter = new ResultExporter(parent, site, status);
  }

  SceneCanvas canvas() {
    return picture.canvas();
  }

  /** What shows the picture, or why there is none. */
  ResultPane picture() {
    return picture;
  }

  PlotChoice plots() {
    return plots;
  }

  Optional<RunRecord> record() {
    return picture.record();
  }

  Map<String, Map<String, String>> options() {
    return picture.options();
  }

  boolean optionsExpanded() {
    return picture.optionsExpanded();
  }

  boolean detailsExpanded() {
    return details.expanded();
  }

  /** What the line above the picture says. */
  String said() {
    return status.text();
  }

  /** @param words may hold one link */
  void say(String words) {
    status.say(words);
  }

  /** What stands in place of the picture; empty if there is one. */
  Optional<EmptyMessage> message() {
    return picture.isEmpty() ? Optional.ofNullable(picture.empty().message()) : Optional.empty();
  }

  /** Shows no picture, but a message. */
  void none(EmptyMessage message) {
    picture.optionsVisible(false);
    status.say("");
    details.setVisible(false);
    picture.say(message);
    resized.run();
  }

  void progress(String task, double fraction) {
    status.progress(task, fraction);
    picture.empty().progress(task, fraction);
  }

  /** Shows what there is before a run has ended. */
  void partial(RunRecord record) {
    picture.show(record);
  }

  /** @param method name of the method; @param message why the result is partial, if it is */
  void show(RunRecord record, String method, String message) {
    if (record.status() == RunStatus.PARTIAL) {
      status.warn(StatusLine.escape(NLS.bind(Messages.ExplanationView_partial, message)));
    } else {
      status.say(StatusLine.escape(RunWords.completed(record, method)));
    }
    details.show(record, method);
    details.setVisible(true);
    resized.run();
    picture.show(record);
  }

  /** Writes the result to a file that the user chooses. @param method name of the method */
  void export(RunRecord record, String method) {
    exporter.export(record, method, picture.exportOptions());
  }
}
