/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.prediction;

import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.loupe.api.LoupeException;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.Target;
import org.loupe.core.predict.OutputPrediction;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.InspectionView;
import org.loupe.ui.inputs.InputDrop;
import org.loupe.ui.parts.Prerequisites;

/** What the model answers to the input; the class that is selected is what explanations are about. */
public final class PredictionView extends InspectionView {
  private Composite content;
  private InputLine input;
  private Combo output;
  private ClassTable classes;
  private Label warnings;
  private Recomputation predicting;
  private Inspection asked;
  private Predicted shown;

  @Override
  protected Control createContent(Composite parent) {
    content = new Composite(parent, SWT.NONE);
    GridLayout grid = new GridLayout();
    grid.verticalSpacing = 6;
    content.setLayout(grid);
    input = new InputLine(content, getSite());
    output = new Combo(content, SWT.READ_ONLY | SWT.DROP_DOWN);
    output.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    output.addListener(SWT.Selection, e -> outputChosen());
    classes = new ClassTable(content, this::classChosen);
    classes.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    warnings = new Label(content, SWT.WRAP);
    GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
    data.widthHint = 120;
    warnings.setLayoutData(data);
    predicting = new Recomputation(content);
    InputDrop.install(parent, getSite());
    return content;
  }

  @Override
  protected void inspectionChanged(Inspection before, Inspection now) {
    if (asked != null && asked.model().equals(now.model()) && asked.input().equals(now.input())) {
      classes.mark(now.target());
      return;
    }
    asked = now;
    Optional<EmptyMessage> missing = Prerequisites.missing(now, getSite());
    if (missing.isPresent()) {
      predicting.cancel();
      showEmpty(missing.get());
    } else {
      predict(now);
    }
  }

  private void predict(Inspection now) {
    String name = now.input().orElseThrow().name();
    showEmpty(EmptyMessage.working(NLS.bind(Messages.PredictionView_working, name), "",
        new EmptyMessage.Action(Messages.PredictionView_cancel, predicting::stop)));
    Inspector inspector = getSite().getService(Inspector.class);
    predicting.start(NLS.bind(Messages.PredictionView_job, name), p -> Predicted.compute(inspector, now, p),
        new Outcome<Predicted>() {
          @Override
          public void done(Predicted value) {
            show(now, value);
          }

          @Override
          public void failed(LoupeException reason) {
            showEmpty(EmptyMessage.error(Messages.PredictionView_failed, reason.getMessage(),
                Prerequisites.showCard(getSite()),
                new EmptyMessage.Action(Messages.PredictionView_again, () -> predict(now))));
          }

          @Override
          public void cancelled() {
            showEmpty(EmptyMessage.info(Messages.PredictionView_cancelled, "",
                new EmptyMessage.Action(Messages.PredictionView_again, () -> predict(now))));
          }

          @Override
          public void progress(String task, double fraction) {
            empty().progress(task, fraction);
          }
        });
  }

  private void show(Inspection about, Predicted predicted) {
    shown = predicted;
    List<OutputPrediction> outputs = predicted.prediction().outputs();
    input.show(about.input().orElseThrow(), predicted.picture());
    output.setItems(outputs.stream().map(o -> o.output().name()).toArray(String[]::new));
    boolean several = outputs.size() > 1;
    output.setVisible(several);
    ((GridData) output.getLayoutData()).exclude = !several;
    int chosen = about.target().output().map(output::indexOf).filter(i -> i >= 0).orElse(0);
    output.select(chosen);
    String text = String.join("\n", predicted.prediction().warnings());
    warnings.setText(text.replace("&", "&&"));
    ((GridData) warnings.getLayoutData()).exclude = text.isEmpty();
    warnings.setVisible(!text.isEmpty());
    showOutput(chosen);
    content.layout(true, true);
    showContent();
  }

  private void showOutput(int index) {
    if (!shown.prediction().outputs().isEmpty()) {
      classes.show(shown.prediction().outputs().get(index), shown.summaries().get(index));
      classes.mark(inspection().target());
    }
  }

  private void outputChosen() {
    int index = output.getSelectionIndex();
    showOutput(index);
    if (!shown.prediction().outputs().get(index).top().isEmpty()) {
      choose(new Target.TopClass());
    }
  }

  private void classChosen(Target target) {
    choose(target);
  }

  private void choose(Target target) {
    Optional<String> of = output.getSelectionIndex() <= 0 ? Optional.empty() : Optional.of(output.getText());
    context().update(i -> i.withTarget(new ScoreRequest(target, of, i.target().scale())));
  }
}
