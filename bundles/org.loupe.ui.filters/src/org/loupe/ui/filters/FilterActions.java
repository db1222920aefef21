/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;

/** The tool bar of the view. */
final class FilterActions {
  private FilterActions() {
  }

  static void install(FiltersView view, FilterExport export) {
    IActionBars bars = view.getViewSite().getActionBars();
    IToolBarManager tools = bars.getToolBarManager();
    tools.add(action(Messages.FilterActions_run, "run", () -> {
      if (view.page() == FiltersView.Page.LAYER) {
        view.makeAll();
      } else {
        view.bring(FiltersView.Page.ASCENT);
        view.climb();
      }
    }));
    tools.add(action(Messages.FilterActions_stop, "stop", view::stop));
    tools.add(new Separator());
    IAction copy = action(Messages.FilterActions_copy, "copy", export::copy);
    tools.add(copy);
    tools.add(action(Messages.FilterActions_export, "export", export::export));
    tools.add(new Separator());
    bars.setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
    bars.updateActionBars();
  }

  private static IAction action(String text, String icon, Runnable run) {
    Action action = new Action(text, Icons.get(icon)) {
      @Override
      public void run() {
        run.run();
      }
    };
    action.setToolTipText(text);
    return action;
  }
}
