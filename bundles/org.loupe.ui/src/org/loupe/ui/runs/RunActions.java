/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.actions.ActionFactory;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.core.Loupe;
import org.loupe.core.model.ModelLease;
import org.loupe.core.result.ExportOptions;
import org.loupe.core.result.RerunReport;
import org.loupe.core.result.Reruns;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.Run;
import org.loupe.math.scale.Numbers;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.jobs.Work;
import org.loupe.ui.explanation.ExplanationView;
import org.loupe.ui.explanation.ResultExport;
import org.loupe.ui.parts.Icons;
import org.loupe.ui.perspective.ModelDebugging;
import org.loupe.ui.perspective.Views;

/** What can be done with runs: show, cancel, do again, export, delete. */
final class RunActions {
  private final RunsView view;
  private final RunHistory history;
  private final Action show = action(Messages.RunActions_show, "icons/explanation.svg", this::show);
  private final Action cancel = action(Messages.RunActions_cancel, "icons/stop.svg", this::cancel);
  private final Action rerun = action(Messages.RunActions_rerun, "icons/auto.svg", this::rerun);
  private final Action export = action(Messages.RunActions_export, "icons/export.svg", this::export);
  private final Action delete = action(Messages.RunActions_delete, "icons/delete.svg", this::delete);
  private Recomputation working;

  RunActions(RunsView view, RunHistory history) {
    this.view = view;
    this.history = history;
  }

  private static Action action(String text, String icon, Runnable run) {
    Action action = new Action(text, Icons.get(icon)) {
      @Override
      public void run() {
        run.run();
      }
    };
    action.setToolTipText(text.replace("&", ""));
    return action;
  }

  void install(Table table, IActionBars bars) {
    working = new Recomputation(table);
    MenuManager menu = new MenuManager();
    for (Action a : List.of(show, cancel, rerun, export)) {
      bars.getToolBarManager().add(a);
      menu.add(a);
    }
    menu.add(new Separator());
    menu.add(delete);
    bars.getToolBarManager().add(new Separator());
    bars.getToolBarManager().add(delete);
    table.setMenu(menu.createContextMenu(table));
    bars.setGlobalActionHandler(ActionFactory.DELETE.getId(), delete);
    bars.updateActionBars();
    update();
  }

  void update() {
    List<RunEntry> selected = view.selection();
    boolean one = one().isPresent();
    show.setEnabled(one);
    rerun.setEnabled(one);
    export.setEnabled(one);
    cancel.setEnabled(selected.stream().anyMatch(RunEntry::running));
    delete.setEnabled(!selected.isEmpty() && selected.stream().noneMatch(RunEntry::running));
  }

  void show() {
    one().ifPresent(entry -> work(Messages.RunActions_loading, p -> history.record(entry), this::open));
  }

  private void open(RunRecord record) {
    if (Views.show(site().getPage(), ModelDebugging.EXPLANATION) instanceof ExplanationView explanation) {
      explanation.show(record);
    }
  }

  private void cancel() {
    view.selection().stream().filter(RunEntry::running).flatMap(e -> e.run().stream()).forEach(Run::cancel);
  }

  private void rerun() {
    Loupe loupe = inspector().loupe();
    one().ifPresent(entry -> work(Messages.RunActions_rerunning, p -> rerun(loupe, entry, p), this::report));
  }

  private RerunReport rerun(Loupe loupe, RunEntry entry, Progress progress) throws LoupeException {
    RunRecord record = history.record(entry);
    Path model = Path.of(record.provenance().model());
    try (ModelLease lease = loupe.models().open(model, Reruns.loadOptions(record), progress)) {
      return loupe.reruns().rerun(record, lease, progress);
    }
  }

  private void report(RerunReport report) {
    String same = report.bitEqual() ? Messages.RunActions_bitEqual
        : NLS.bind(Messages.RunActions_different, Numbers.format(report.maxDifference()));
    MessageDialog.openInformation(site().getShell(), Messages.RunActions_rerunTitle,
        report.differences().isEmpty() ? same : same + "\n\n" + String.join("\n", report.differences()));
  }

  private void export() {
    one().ifPresent(entry -> ResultExport.ask(site().getShell(), entry.subject() + "-" + entry.method(),
        file -> work(Messages.RunActions_exporting, p -> {
          inspector().loupe().exporters().export(history.record(entry), file, ExportOptions.DEFAULT);
          return file;
        }, done -> {
        })));
  }

  private void delete() {
    List<RunEntry> doomed = view.selection();
    String question = doomed.size() == 1 ? Messages.RunActions_deleteOne
        : NLS.bind(Messages.RunActions_deleteSeveral, doomed.size());
    if (MessageDialog.openConfirm(site().getShell(), Messages.RunActions_deleteTitle, question)) {
      work(Messages.RunActions_deleting, p -> {
        for (RunEntry entry : doomed) {
          history.delete(entry);
        }
        return doomed;
      }, done -> {
      });
    }
  }

  /** The one entry that is selected, if it has a result. */
  private Optional<RunEntry> one() {
    List<RunEntry> selected = view.selection();
    return selected.size() == 1 ? Optional.of(selected.get(0)).filter(RunEntry::hasResult) : Optional.empty();
  }

  private <T> void work(String name, Work<T> work, java.util.function.Consumer<T> then) {
    working.start(name, work, new Outcome<T>() {
      @Override
      public void done(T value) {
        then.accept(value);
      }

      @Override
      public void failed(LoupeException reason) {
        MessageDialog.openError(site().getShell(), name, reason.getMessage());
      }
    });
  }

  private Inspector inspector() {
    return site().getService(Inspector.class);
  }

  private IWorkbenchPartSite site() {
    return view.getSite();
  }
}
