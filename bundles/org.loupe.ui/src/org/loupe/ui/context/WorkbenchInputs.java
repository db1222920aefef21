/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.context;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;
import org.loupe.ui.api.context.InputService;
import org.loupe.ui.inputs.InputChooser;
import org.loupe.ui.inputs.InputDrop;
import org.loupe.ui.inputs.Inputs;
import org.loupe.ui.inputs.RecentInputs;

/** Inputs for parts of other bundles. */
record WorkbenchInputs(RecentInputs files) implements InputService {
  @Override
  public void use(IWorkbenchPartSite site, Path file) {
    Inputs.use(site, file);
  }

  @Override
  public void choose(IWorkbenchPartSite site) {
    InputChooser.choose(site);
  }

  @Override
  public List<Path> recent() {
    return files.files();
  }

  @Override
  public void acceptDrops(Control control, IWorkbenchPartSite site) {
    InputDrop.install(control, site);
  }
}
