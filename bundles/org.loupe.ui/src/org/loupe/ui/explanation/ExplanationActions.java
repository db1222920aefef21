/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.loupe.ui.parts.Icons;

/** The tool bar of the view; a button that would do nothing is grey. */
final class ExplanationActions {
  private final IAction run;
  private final IAction cancel;
  private final IAction copy;
  private final IAction export;

  ExplanationActions(ExplanationView view) {
    IActionBars bars = view.getViewSite().getActionBars();
    IToolBarManager tools = bars.getToolBarManager();
    run = action(Messages.ExplanationActions_run, "icons/run.svg", "org.loupe.ui.explain", view::run);
    cancel = action(Messages.ExplanationActions_cancel, "icons/stop.svg", "org.loupe.ui.cancel", view::cancel);
    copy = action(Messages.ExplanationActions_copy, "icons/copy.svg", "org.eclipse.ui.edit.copy", view::copy);
    export = action(Messages.ExplanationActions_export, "icons/export.svg", "org.loupe.ui.export", view::export);
    tools.add(run);
    tools.add(cancel);
    tools.add(automatic(view));
    tools.add(new Separator());
    tools.add(copy);
    tools.add(export);
    tools.add(new Separator());
    bars.setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
    bars.updateActionBars();
    update(view);
  }

  /** To be called when it may have changed what can be done. */
  void update(ExplanationView view) {
    boolean shown = view.record().isPresent();
    run.setEnabled(view.canRun());
    cancel.setEnabled(view.isRunning());
    copy.setEnabled(shown);
    export.setEnabled(shown);
  }

  private static IAction action(String text, String icon, String command, Runnable run) {
    Action action = new Action(text, Icons.get(icon)) {
      @Override
      public void run() {
        run.run();
      }
    };
    action.setActionDefinitionId(command);
    action.setToolTipText(text);
    return action;
  }

  private static IAction automatic(ExplanationView view) {
    Action action = new Action(Messages.ExplanationActions_automatic, IAction.AS_CHECK_BOX) {
      @Override
      public void run() {
        view.automatic(isChecked());
      }
    };
    action.setImageDescriptor(Icons.get("icons/auto.svg"));
    action.setToolTipText(Messages.ExplanationActions_automaticTip);
    action.setChecked(view.automatic());
    return action;
  }
}
