/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.loupe.api.LoupeException;
import org.loupe.core.catalogue.Entry;
import org.loupe.core.catalogue.TargetNeed;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunStatus;
import org.loupe.ui.api.canvas.SceneCanvas;
import org.loupe.ui.api.canvas.SceneClipboard;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.InspectionView;
import org.loupe.ui.inputs.InputDrop;
import org.loupe.ui.parts.Prerequisites;
import org.loupe.ui.preferences.Defaults;
import org.loupe.ui.runs.RunHistory;

/** Why the model answers as it does: a method, its settings, and the picture that it gives. */
public final class ExplanationView extends InspectionView {
  private static final int PAUSE = 250;

  private ViewState state = ViewState.EMPTY;
  private ScrolledComposite scroll;
  private Composite content;
  private MethodBar methods;
  private TargetBar target;
  private ResultArea result;
  private ExplanationActions actions;
  private Recomputation running;
  private Recomputation cataloguing;
  private Question asked;
  private Inspection offeredFor = Inspection.NOTHING;
  private Optional<Inspection> storedFor = Optional.empty();

  @Override
  public void init(IViewSite site, IMemento memento) throws PartInitException {
    super.init(site, memento);
    state = ViewState.read(memento);
  }

  @Override
  public void saveState(IMemento memento) {
    new ViewState(inspection().method(), methods.choices(), result.plots().chosen(), result.options(),
        methods.expanded(), result.optionsExpanded(), result.detailsExpanded()).write(memento);
  }

  @Override
  protected Control createContent(Composite parent) {
    scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
    scroll.setExpandHorizontal(true);
    scroll.setExpandVertical(true);
    content = new Composite(scroll, SWT.NONE);
    scroll.setContent(content);
    scroll.addListener(SWT.Resize, e -> fit());
    GridLayout grid = new GridLayout();
    grid.verticalSpacing = 4;
    content.setLayout(grid);
    createControls();
    running = new Recomputation(content);
    cataloguing = new Recomputation(content);
    InputDrop.install(parent, getSite());
    new PlotPicks(context(), result.picture());
    actions = new ExplanationActions(this);
    return scroll;
  }

  private void createControls() {
    Composite top = new Composite(content, SWT.NONE);
    top.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    GridLayout grid = new GridLayout(4, false);
    grid.marginWidth = 0;
    grid.marginHeight = 0;
    top.setLayout(grid);
    methods = new MethodBar(top, content, state.settingsOpen(), state.choices(), this::methodChanged, this::fit);
    target = new TargetBar(top, context());
    result = new ResultArea(content, getSite(), state, this::cancel, this::run, this::fit);
  }

  private void fit() {
    content.layout(true, true);
    scroll.setMinHeight(content.computeSize(scroll.getClientArea().width, SWT.DEFAULT).y);
  }

  /** What shows the picture. */
  public SceneCanvas canvas() {
    return result.canvas();
  }

  /** The result that is shown. */
  public Optional<RunRecord> record() {
    return result.record();
  }

  /** Names of the plots that can be chosen; empty if there is one only. */
  public List<String> plots() {
    return result.plots().names();
  }

  /** Chooses how the result is drawn, as if by the user. @param at position among {@link #plots} */
  public void plot(int at) {
    result.plots().choose(at);
  }

  /** What the line above the picture says. */
  public String statusText() {
    return result.said();
  }

  /** What stands in place of the picture, if there is none. */
  public Optional<EmptyMessage> message() {
    return isEmpty() ? Optional.of(empty().message()) : result.message();
  }

  /** Whether there is something to explain. */
  boolean canRun() {
    return methods.method().isPresent()
        && Prerequisites.missing(inspection(), needsInput(), getSite()).isEmpty();
  }

  /** Whether a run is under way. */
  public boolean isRunning() {
    return running.running();
  }

  @Override
  protected void inspectionChanged(Inspection before, Inspection now) {
    Optional<EmptyMessage> missing = Prerequisites.missing(now, false, getSite());
    if (missing.isPresent()) {
      running.cancel();
      cataloguing.cancel();
      asked = null;
      none(missing.get());
      showEmpty(missing.get());
      return;
    }
    showContent();
    target.show(now);
    // the picture of a whole table stays while its rows are gone through
    storedFor = storedFor.filter(s -> now.sameQuestion(s) || result.picture().isOfManyRows() && now.sameButRow(s))
        .map(s -> now);
    if (methods.method().isEmpty() || !offeredFor.sameModel(now)) {
      offerMethods(now);
    } else {
      methods.select(now.method());
      if (storedFor.isEmpty()) {
        consider();
      }
    }
  }

  private void offerMethods(Inspection now) {
    if (storedFor.isEmpty()) {
      running.cancel();
      asked = null;
      none(Prerequisites.missing(now, needsInput(), getSite())
          .orElseGet(() -> EmptyMessage.working(Messages.ExplanationView_cataloguing, "")));
    }
    Inspector inspector = getSite().getService(Inspector.class);
    cataloguing.start(Messages.ExplanationView_cataloguing,
        p -> MethodChoice.all(inspector, now.model().orElseThrow().description(), p), new Outcome<>() {
          @Override
          public void done(List<MethodChoice> found) {
            offeredFor = now;
            methods.show(found, MethodChoice.applicable(found, now.method().isEmpty() ? state.method() : now.method()));
            fit();
            if (storedFor.isEmpty()) {
              methodChanged();
            }
          }

          @Override
          public void failed(LoupeException reason) {
            none(EmptyMessage.error(Messages.ExplanationView_failed, reason.getMessage()));
          }
        });
  }

  /** Method, profile or settings were changed. */
  private void methodChanged() {
    String id = methods.method().map(MethodChoice::id).orElse("");
    if (id.equals(inspection().method())) {
      consider();
    } else {
      context().update(i -> i.withMethod(id));
    }
    actions.update(this);
    fit();
  }

  /** Computes if something has changed and the user wants that. */
  private void consider() {
    if (target.setVisible(methods.method().map(m -> m.target() != TargetNeed.NONE).orElse(true))) {
      fit();
    }
    if (methods.method().isEmpty()) {
      none(EmptyMessage.warning(Messages.ExplanationView_noMethods, Messages.ExplanationView_noMethodsText));
      return;
    }
    Optional<EmptyMessage> missing = Prerequisites.missing(inspection(), needsInput(), getSite());
    if (missing.isPresent()) {
      running.cancel();
      asked = null;
      none(missing.get());
      return;
    }
    Question now = question();
    if (asked != null && asked.sameAnswer(now) && storedFor.isEmpty()) {
      return;
    }
    if (automatic()) {
      ask(now, PAUSE);
    } else if (asked == null || !asked.sameSubject(now)) {
      none(EmptyMessage.info(Messages.ExplanationView_ready, Messages.ExplanationView_readyText,
          new EmptyMessage.Action(Messages.ExplanationView_run, this::run)));
    } else {
      result.say(NLS.bind(Messages.ExplanationView_outdated, StatusLine.link(Messages.ExplanationView_run)));
    }
  }

  private Question question() {
    return Question.of(inspection(), methods.method().orElseThrow(), methods.choice());
  }

  private boolean needsInput() {
    return methods.method().map(MethodChoice::needsInput).orElse(true);
  }

  boolean automatic() {
    return Platform.getPreferencesService().getBoolean(Defaults.SCOPE, Defaults.AUTOMATIC, true, null);
  }

  void automatic(boolean on) {
    InstanceScope.INSTANCE.getNode(Defaults.SCOPE).putBoolean(Defaults.AUTOMATIC, on);
    if (on && !isEmpty()) {
      consider();
    }
  }

  /** Computes now, whether something has changed or not. */
  public void run() {
    if (canRun()) {
      ask(question(), 0);
    }
  }

  /** Stops what is under way. */
  public void cancel() {
    running.stop();
  }

  private void ask(Question question, int pause) {
    MethodChoice method = methods.method().orElseThrow();
    Optional<String> problem = methods.problem();
    boolean keep = asked != null && asked.sameSubject(question) && storedFor.isEmpty() && result.message().isEmpty();
    asked = question;
    storedFor = Optional.empty();
    if (problem.isPresent() || method.obstacle().isPresent()) {
      running.cancel();
      none(problem.map(p -> EmptyMessage.warning(Messages.ExplanationView_settingsWrong, p))
          .orElseGet(() -> EmptyMessage.warning(Messages.ExplanationView_notApplicable, method.obstacle().get())));
      return;
    }
    if (!keep) {
      none(EmptyMessage.working(NLS.bind(Messages.ExplanationView_working, method.name()), "",
          new EmptyMessage.Action(Messages.StatusLine_cancel, this::cancel)));
    }
    result.progress(method.name(), Double.NaN);
    Inspector inspector = getSite().getService(Inspector.class);
    RunHistory history = getSite().getService(RunHistory.class);
    running.start(NLS.bind(Messages.ExplanationView_job, method.name(), question.subject()), pause,
        p -> question.answer(inspector, history, new RunProgress(p, record -> partial(question, record)), p),
        new Answer(question));
    actions.update(this);
  }

  private void partial(Question question, RunRecord record) {
    content.getDisplay().asyncExec(() -> {
      if (!content.isDisposed() && asked == question && running.running()) {
        result.partial(record);
        actions.update(this);
      }
    });
  }

  /** What comes of a question. */
  private final class Answer implements Outcome<RunOutcome> {
    private final Question question;

    Answer(Question question) {
      this.question = question;
    }

    @Override
    public void done(RunOutcome outcome) {
      outcome.cause().ifPresent(cause -> ILog.of(ExplanationView.class).error(outcome.message(), cause));
      String more = outcome.cause().isEmpty() ? "" : "\n" + Messages.ExplanationView_logged;
      switch (outcome.status()) {
        case COMPLETED, PARTIAL -> display(outcome.record().orElseThrow(), outcome.message());
        case NOT_APPLICABLE -> none(EmptyMessage.warning(Messages.ExplanationView_notApplicable, outcome.message()));
        case FAILED -> none(EmptyMessage.error(Messages.ExplanationView_failed, outcome.message() + more,
            new EmptyMessage.Action(Messages.ExplanationView_again, ExplanationView.this::run)));
        case CANCELLED -> cancelled();
      }
    }

    @Override
    public void failed(LoupeException reason) {
      none(EmptyMessage.error(Messages.ExplanationView_failed, reason.getMessage(), Prerequisites.showCard(getSite()),
          new EmptyMessage.Action(Messages.ExplanationView_again, ExplanationView.this::run)));
    }

    @Override
    public void cancelled() {
      none(EmptyMessage.info(Messages.ExplanationView_cancelled, "",
          new EmptyMessage.Action(Messages.ExplanationView_again, ExplanationView.this::run)));
    }

    @Override
    public void progress(String task, double fraction) {
      if (asked == question) {
        result.progress(task, fraction);
      }
    }
  }

  private void none(EmptyMessage message) {
    result.none(message);
    actions.update(this);
  }

  private void display(RunRecord record, String message) {
    result.show(record, methodName(record.provenance().explainer()), message);
    actions.update(this);
  }

  /** Shows a stored result until something else is chosen. */
  public void show(RunRecord record) {
    running.cancel();
    showContent();
    display(record, Messages.ExplanationView_partialStored);
    storedFor = Optional.of(inspection());
    result.say(StatusLine.escape(RunWords.stored(record, methodName(record.provenance().explainer())))
        + (canRun() ? "  " + StatusLine.link(RunWords.ofManyRows(record) ? Messages.ExplanationView_backToRow
            : Messages.ExplanationView_back) : ""));
  }

  private String methodName(String id) {
    return getSite().getService(Inspector.class).loupe().catalogues().explainers().get(id).map(Entry::name).orElse(id);
  }

  /** Writes the result to a file that the user chooses. */
  public void export() {
    result.record().ifPresent(record -> result.export(record, methodName(record.provenance().explainer())));
  }

  /** Copies the picture. */
  public void copy() {
    SceneClipboard.copy(result.canvas());
  }
}
