/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.card.InputCard;
import org.loupe.api.model.facet.ModelProfile;
import org.loupe.api.model.facet.Profiler;
import org.loupe.api.subject.Subject;
import org.loupe.core.model.ModelLease;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.Quantity;

/** A button by which the user has the layers timed, and a line that says what was measured, or that nothing was. */
final class MeasureBar {
  private static final int RUNS = 10;

  private final ModelEditor editor;
  private final LoadedModel model;
  private final Consumer<LayerTimes> measured;
  private final Recomputation running;
  private final Button button;
  private final Label line;

  private record Measured(String input, ModelProfile profile) {
  }

  MeasureBar(Composite parent, ModelEditor editor, LoadedModel model, Consumer<LayerTimes> measured) {
    this.editor = editor;
    this.model = model;
    this.measured = measured;
    Composite bar = new Composite(parent, SWT.NONE);
    bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    GridLayout grid = new GridLayout(2, false);
    grid.marginWidth = 0;
    grid.marginHeight = 0;
    bar.setLayout(grid);
    button = new Button(bar, SWT.PUSH);
    button.setText(Messages.MeasureBar_measure);
    button.setToolTipText(NLS.bind(Messages.MeasureBar_tip, RUNS));
    button.addListener(SWT.Selection, e -> pressed());
    line = new Label(bar, SWT.WRAP);
    GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
    data.widthHint = 200;
    line.setLayoutData(data);
    running = new Recomputation(bar);
    say(Messages.MeasureBar_none);
  }

  private void pressed() {
    if (running.running()) {
      running.stop();
      return;
    }
    Inspection inspection = editor.context().current();
    boolean ours = inspection.model().filter(m -> m.file().equals(model.lease().file())).isPresent();
    InputCard card = editor.card().card();
    Inspector inspector = editor.inspector();
    button.setText(Messages.MeasureBar_stop);
    button.requestLayout();
    say(Messages.MeasureBar_working);
    running.start(Messages.MeasureBar_job, p -> measure(inspector, ours ? inspection : Inspection.NOTHING, card, p),
        new Outcome<Measured>() {
          @Override
          public void done(Measured value) {
            show(value);
          }

          @Override
          public void failed(LoupeException reason) {
            ended(NLS.bind(Messages.MeasureBar_failed, reason.getMessage()));
          }

          @Override
          public void cancelled() {
            ended(Messages.MeasureBar_cancelled);
          }

          @Override
          public void progress(String task, double fraction) {
            say(task);
          }
        });
  }

  private Measured measure(Inspector inspector, Inspection inspection, InputCard card, Progress progress)
      throws LoupeException {
    try (ModelLease own = model.lease().share()) {
      Profiler profiler = own.facet(Profiler.class)
          .orElseThrow(() -> LoupeException.notApplicable(Messages.MeasureBar_noProfiler));
      boolean given = inspection.input().isPresent();
      Subject.Single subject = given ? inspector.subject(inspection, progress)
          : inspector.loupe().inputs().blank(model.description(), card);
      return new Measured(given ? subject.name() : Messages.MeasureBar_blank,
          profiler.profile(subject.tensors(), RUNS, progress));
    } catch (IllegalStateException e) {
      // The editor was closed meanwhile, and its lease with it.
      throw (CancellationException) new CancellationException().initCause(e);
    }
  }

  private void show(Measured value) {
    LayerTimes times = new LayerTimes(value.profile());
    String text = NLS.bind(Messages.MeasureBar_measured, new Object[] {value.input(),
        Quantity.MICROS.format(value.profile().totalMicros()), value.profile().runs()});
    if (times.ownShare() > 0) {
      text += " " + NLS.bind(Messages.MeasureBar_own, Quantity.SHARE.format(times.ownShare()));
    }
    ended(text);
    measured.accept(times);
  }

  private void ended(String text) {
    button.setText(Messages.MeasureBar_measure);
    button.requestLayout();
    say(text);
  }

  private void say(String text) {
    line.setText(text.replace("&", "&&"));
    line.requestLayout();
  }
}
