/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.subject.Subject;
import org.loupe.core.model.ModelLease;
import org.loupe.math.tensor.Tensor;
import org.loupe.scene.Selection;
import org.loupe.toolkit.activation.LayerLayouts;
import org.loupe.toolkit.activation.Survey;
import org.loupe.toolkit.activation.Surveyor;
import org.loupe.ui.activations.draw.SurveyScene;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.EmptyState;

/** Sparsity, dead channels and entropy of all layers; computed when it is first looked at. */
final class SurveyTab {
  private static final long MEMORY = 256L << 20;

  private final Inspector inspector;
  private final Composite stack;
  private final StackLayout layout = new StackLayout();
  private final EmptyState empty;
  private final Composite page;
  private final Label first;
  private final FittedScene chart;
  private final Recomputation surveying;
  private Optional<Survey> survey = Optional.empty();
  private Optional<Inspection> about = Optional.empty();
  private Optional<String> layer = Optional.empty();

  /** @param chosen takes the id of the layer that the user selects */
  SurveyTab(Composite parent, Inspector inspector, Consumer<String> chosen) {
    this.inspector = inspector;
    stack = new Composite(parent, SWT.NONE);
    stack.setLayout(layout);
    empty = new EmptyState(stack);
    page = new Composite(stack, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(6, 4).applyTo(page);
    first = new Label(page, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(first);
    chart = new FittedScene(page);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(chart.canvas());
    chart.onSelection(s -> {
      if (s.kind().equals(Selection.LAYER)) {
        chosen.accept(s.id());
      }
    });
    surveying = new Recomputation(stack);
    layout.topControl = empty;
  }

  Control control() {
    return stack;
  }

  /** Forgets what was found of another model or input. */
  void forget() {
    surveying.cancel();
    survey = Optional.empty();
    about = Optional.empty();
    chart.show(null);
  }

  /** Looks at all layers, unless that was done already. */
  void look(Inspection now) {
    if (about.isPresent()) {
      return;
    }
    about = Optional.of(now);
    say(EmptyMessage.working(Messages.SurveyTab_working, "",
        new EmptyMessage.Action(Messages.ActivationsView_cancel, surveying::stop)));
    surveying.start(Messages.SurveyTab_job, p -> survey(now, p), new Outcome<Survey>() {
      @Override
      public void done(Survey value) {
        show(value);
      }

      @Override
      public void failed(LoupeException reason) {
        say(reason.kind() == LoupeException.Kind.NOT_APPLICABLE
            ? EmptyMessage.info(Messages.SurveyTab_none, reason.getMessage())
            : EmptyMessage.error(Messages.SurveyTab_failed, reason.getMessage(), again(now)));
      }

      @Override
      public void cancelled() {
        say(EmptyMessage.info(Messages.SurveyTab_cancelled, "", again(now)));
      }

      @Override
      public void progress(String task, double fraction) {
        empty.progress(task, fraction);
      }
    });
  }

  private EmptyMessage.Action again(Inspection now) {
    return new EmptyMessage.Action(Messages.ActivationsView_again, () -> {
      forget();
      look(now);
    });
  }

  /** Marks a layer. */
  void mark(String id) {
    layer = Optional.of(id);
    survey.ifPresent(s -> draw());
  }

  private Survey survey(Inspection now, Progress progress) throws LoupeException {
    Subject.Single subject = inspector.subject(now, progress);
    try (ModelLease lease = inspector.open(now.model().orElseThrow().file(), progress)) {
      Surveyor surveyor = new Surveyor(lease.description(), LayerLayouts.batch(subject.first().tensor()));
      progress.begin(Messages.SurveyTab_job, surveyor.layers());
      return surveyor.survey(MEMORY, ids -> {
        ForwardResult result = lease.forward(new ForwardRequest(subject.tensors(), ids), Quiet.of(progress));
        List<Tensor> values = new ArrayList<>();
        ids.forEach(id -> values.add(result.value(id)));
        return values;
      }, partial -> {
      }, progress);
    }
  }

  private void show(Survey value) {
    if (value.entries().isEmpty()) {
      say(EmptyMessage.info(Messages.SurveyTab_none, Messages.SurveyTab_noneText));
      return;
    }
    survey = Optional.of(value);
    first.setText(value.firstNonFinite().map(e -> NLS.bind(Messages.SurveyTab_firstNaN, new Object[] {e.layer().id(),
        e.layer().operator(), e.statistics().nonFinite()}).replace("&", "&&")).orElse(Messages.SurveyTab_finite));
    page.layout(true, true);
    layout.topControl = page;
    stack.layout();
    draw();
  }

  private void draw() {
    SurveyScene scene = new SurveyScene(survey.orElseThrow(), layer);
    chart.show(scene::draw);
  }

  private void say(EmptyMessage message) {
    empty.show(message);
    layout.topControl = empty;
    stack.layout();
  }
}
