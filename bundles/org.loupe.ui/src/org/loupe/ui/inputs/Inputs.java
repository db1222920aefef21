/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.inputs;

import java.nio.file.Path;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.api.context.InspectionContext;
import org.loupe.ui.api.context.Inspector;

/** Feeds files to the model that is looked at. */
public final class Inputs {
  private Inputs() {
  }

  /** Makes a file the input of the model; a model file is opened instead. */
  public static void use(IWorkbenchPartSite site, Path file) {
    if (ModelFiles.isModel(site.getService(Inspector.class), file)) {
      open(site.getPage(), file);
      return;
    }
    InspectionContext context = site.getService(InspectionContext.class);
    context.current().model().ifPresent(model -> {
      site.getService(RecentInputs.class).add(model.file(), file);
      context.update(i -> i.withInput(InspectedInput.of(file)));
    });
  }

  /** Opens a model in the editor. */
  public static void open(IWorkbenchPage page, Path file) {
    try {
      IDE.openEditorOnFileStore(page, EFS.getLocalFileSystem().getStore(file.toUri()));
    } catch (PartInitException e) {
      ILog.of(Inputs.class).log(e.getStatus());
    }
  }
}
