/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.perspective;

import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Brings views to the front. */
public final class Views {
  private Views() {
  }

  /** Shows a view and gives it the focus; null if it cannot be made, which the workbench shows in its place. */
  public static IViewPart show(IWorkbenchPage page, String id) {
    try {
      return page.showView(id);
    } catch (PartInitException e) {
      ILog.of(Views.class).log(e.getStatus());
      return null;
    }
  }
}
