/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.context;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;

/**
 * The ways to an input, the same for all parts. A part gets it by {@code getSite().getService(InputService.class)};
 * confined to the UI thread.
 */
public interface InputService {
  /** Feeds a file to the model of the window; a model file is opened instead. */
  void use(IWorkbenchPartSite site, Path file);

  /** Asks the user for a file, and feeds it. */
  void choose(IWorkbenchPartSite site);

  /** Files that models were fed lately, newest first. */
  List<Path> recent();

  /** Lets files be dropped on a control and all in it. */
  void acceptDrops(Control control, IWorkbenchPartSite site);
}
