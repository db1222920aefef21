/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.target.ScoreRequest;
import org.loupe.core.model.ModelLease;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.visualize.ChannelPicture;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.EmptyMessage;

/** One picture that climbs: for a channel, a neuron, a layer, a direction or a class. */
final class AscentPane {
  /** Figure of a result: how often the picture was changed. */
  private static final String STEPS = "steps";

  private final Composite control;
  private final Inspector inspector;
  private final MethodBar bar;
  private final LayerProposals proposals;
  private final Runnable changed;
  private final Text detail;
  private final Pane pane;
  private final ClimbPlayer player;
  private final Recomputation running;
  private final Recomputation looking;
  private Focus focus;
  private Method method;
  private RunRecord record;

  /** @param changed when it begins or stops to run */
  AscentPane(Composite parent, Inspector inspector, MethodBar bar, LayerProposals proposals, Runnable changed) {
    this.inspector = inspector;
    this.bar = bar;
    this.proposals = proposals;
    this.changed = changed;
    control = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 3).applyTo(control);
    detail = new Text(control, SWT.BORDER | SWT.SINGLE);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(detail);
    detail.addListener(SWT.DefaultSelection, e -> climb());
    pane = new Pane(control);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(pane.control());
    player = new ClimbPlayer(pane.parent());
    pane.content(player.control());
    running = new Recomputation(control);
    looking = new Recomputation(control);
    showDetail();
  }

  Control control() {
    return control;
  }

  ClimbPlayer player() {
    return player;
  }

  /** Whether something climbs. */
  boolean running() {
    return running.running();
  }

  /** What was made last; empty if nothing was. */
  Optional<RunRecord> record() {
    return Optional.ofNullable(record);
  }

  /** What stands in place of the picture, if there is none. */
  Optional<EmptyMessage> message() {
    return pane.isEmpty() ? Optional.of(pane.message()) : Optional.empty();
  }

  /** @param offered null while it is looked for */
  void show(Focus next, Method offered) {
    boolean other = !next.sameLayer(focus) || next.channel() != focus.channel() || !Objects.equals(offered, method);
    focus = next;
    method = offered;
    if (other || pane.message() == null) {
      reset();
    }
  }

  /** Shows the picture that is kept for what is chosen, or offers to make it. */
  void reset() {
    running.cancel();
    looking.cancel();
    record = null;
    player.clear();
    changed.run();
    if (method == null) {
      pane.showEmpty(EmptyMessage.working(Messages.FiltersView_cataloguing, ""));
      return;
    }
    if (method.obstacle().isPresent()) {
      pane.showEmpty(EmptyMessage.warning(Messages.AscentPane_cannot, method.obstacle().get()));
      return;
    }
    if (gap().isPresent()) {
      pane.showEmpty(proposals.withoutGradient(focus.model(), gap().get()));
      return;
    }
    offer();
    if (focus != null && bar.objective() == Objective.CHANNEL && bar.problem().isEmpty()) {
      lookForKept();
    }
  }

  /** What is in the way of a climb for the layer; a class is no matter of the layer. */
  private Optional<GradientPaths.Gap> gap() {
    return method == null || focus == null || bar.objective() == Objective.CLASS ? Optional.empty() : method.gap();
  }

  /** Whether there is something to climb for, as far as is known. */
  boolean possible() {
    return method != null && method.obstacle().isEmpty() && gap().isEmpty();
  }

  private void offer() {
    String what = switch (bar.objective()) {
      case CHANNEL, NEURON -> Texts.bind(Messages.AscentPane_offerChannel, focus.channel(), focus.layer().id());
      case LAYER, DIRECTION -> Texts.bind(Messages.AscentPane_offerLayer, focus.layer().id());
      case CLASS -> Messages.AscentPane_offerClass;
    };
    pane.showEmpty(EmptyMessage.info(Messages.AscentPane_offer, what,
        new EmptyMessage.Action(Messages.AscentPane_climb, this::climb)));
  }

  private void lookForKept() {
    Focus about = focus;
    Choice choice = bar.choice();
    looking.start(Messages.AscentPane_looking, p -> kept(about, choice, p), new Outcome<Optional<ChannelPicture>>() {
      @Override
      public void done(Optional<ChannelPicture> found) {
        found.ifPresent(c -> display(c.record(), null));
      }

      @Override
      public void failed(LoupeException reason) {
        // what keeps it from being found keeps it from being made, and is said then
      }
    });
  }

  private Optional<ChannelPicture> kept(Focus about, Choice choice, Progress progress) throws LoupeException {
    try (ModelLease lease = inspector.open(about.model().file(), progress)) {
      return inspector.loupe().contactSheets().cached(lease, Climb.request(inspector, about, choice),
          about.layer().id(), about.channel(), progress);
    }
  }

  /** Shows a picture that was made elsewhere. */
  void display(RunRecord made, String status) {
    record = made;
    player.show(Steps.of((GeneratedInput) made.result(), player.steps()), true);
    player.say(status == null ? summary(made) : status);
    pane.showContent();
  }

  /** Shows a picture that was opened on the sheet, in place of one that is being looked for. */
  void opened(RunRecord made) {
    running.cancel();
    looking.cancel();
    player.clear();
    display(made, null);
    changed.run();
  }

  private static String summary(RunRecord made) {
    GeneratedInput g = (GeneratedInput) made.result();
    double first = g.scores().isEmpty() ? Double.NaN : g.scores().get(0);
    double last = g.scores().isEmpty() ? Double.NaN : g.scores().get(g.scores().size() - 1);
    double steps = g.figures().getOrDefault(STEPS, Math.max(0, g.scores().size() - 1.0));
    String text = Texts.bind(Messages.AscentPane_done, first, last, Math.round(steps));
    return made.notes().isEmpty() ? text : text + " " + String.join(" ", made.notes());
  }

  /** Climbs for something else. */
  void climbFor(Objective what, String word) {
    bar.select(what);
    detail.setText(word);
    objectiveChosen();
    climb();
  }

  void objectiveChosen() {
    showDetail();
    reset();
  }

  private void showDetail() {
    boolean wanted = bar.objective().hasDetail();
    detail.setVisible(wanted);
    ((GridData) detail.getLayoutData()).exclude = !wanted;
    detail.setMessage(bar.objective().hint());
    detail.setToolTipText(bar.objective().hint());
    control.layout(true);
  }

  void stop() {
    running.stop();
  }

  void climb() {
    if (focus == null || !possible()) {
      return;
    }
    Optional<String> problem = bar.problem();
    if (problem.isPresent()) {
      pane.showEmpty(EmptyMessage.warning(Messages.AscentPane_settings, problem.get()));
      return;
    }
    try {
      start(bar.objective().target(focus, detail.getText()));
    } catch (LoupeException e) {
      pane.showEmpty(EmptyMessage.warning(Messages.AscentPane_settings, e.getMessage()));
    }
  }

  private void start(ScoreRequest target) {
    Focus about = focus;
    Choice choice = bar.choice();
    looking.cancel();
    record = null;
    player.clear();
    pane.showEmpty(EmptyMessage.working(Messages.AscentPane_working, "",
        new EmptyMessage.Action(Messages.Stop, this::stop)));
    AtomicReference<RunRecord> latest = new AtomicReference<>();
    running.start(Texts.bind(Messages.AscentPane_job, about.layer().id()),
        p -> Climb.one(inspector, about.model(), target, choice, r -> partial(r, latest), p), new Ending());
    changed.run();
  }

  /** Called by the run; the display takes the newest picture when it has time. */
  private void partial(RunRecord some, AtomicReference<RunRecord> latest) {
    if (some.result() instanceof GeneratedInput && latest.getAndSet(some) == null) {
      control.getDisplay().asyncExec(() -> {
        RunRecord newest = latest.getAndSet(null);
        if (!control.isDisposed() && running.running()) {
          record = newest;
          player.show(Steps.of((GeneratedInput) newest.result(), player.steps()), false);
          pane.showContent();
        }
      });
    }
  }

  private final class Ending implements Outcome<RunOutcome> {
    @Override
    public void done(RunOutcome outcome) {
      changed.run();
      if (outcome.record().isPresent()) {
        RunRecord made = outcome.record().get();
        List<Double> scores = ((GeneratedInput) made.result()).scores();
        if (!scores.isEmpty() && scores.stream().noneMatch(Double::isFinite)) {
          player.clear();
          pane.showEmpty(EmptyMessage.warning(Messages.AscentPane_nothing,
              Texts.bind(Messages.AscentPane_nothingText, scores.get(0))));
          return;
        }
        display(made, outcome.message().isEmpty() ? null : summary(made) + " " + outcome.message());
      } else if (record != null) {
        display(record, outcome.message().isEmpty() ? Messages.AscentPane_stopped : outcome.message());
      } else {
        switch (outcome.status()) {
          case CANCELLED -> offer();
          case NOT_APPLICABLE -> pane.showEmpty(EmptyMessage.warning(Messages.AscentPane_cannot, outcome.message()));
          default -> failed(outcome.message());
        }
      }
    }

    @Override
    public void failed(LoupeException reason) {
      changed.run();
      failed(reason.getMessage());
    }

    private void failed(String message) {
      pane.showEmpty(EmptyMessage.error(Messages.AscentPane_failed, message,
          new EmptyMessage.Action(Messages.Again, AscentPane.this::climb)));
    }

    @Override
    public void cancelled() {
      changed.run();
      offer();
    }

    @Override
    public void progress(String task, double fraction) {
      pane.progress("", fraction);
      if (!Double.isNaN(fraction)) {
        player.say(Texts.bind(Messages.AscentPane_percent, Math.round(100 * fraction)));
      }
    }
  }
}
