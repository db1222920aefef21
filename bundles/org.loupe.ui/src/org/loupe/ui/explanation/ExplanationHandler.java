/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.loupe.ui.perspective.ModelDebugging;
import org.loupe.ui.perspective.Views;

/** Does something with the Explanation view, which is opened for it. */
abstract class ExplanationHandler extends AbstractHandler {
  abstract void execute(ExplanationView view);

  @Override
  public final Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
    if (page != null && Views.show(page, ModelDebugging.EXPLANATION) instanceof ExplanationView view) {
      execute(view);
    }
    return null;
  }
}
