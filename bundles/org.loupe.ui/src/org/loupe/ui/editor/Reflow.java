/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.ScrolledForm;

/** Makes room in a form for what has grown. */
final class Reflow {
  private Reflow() {
  }

  /** To be called when a control in a form has another content. */
  static void around(Control control) {
    control.requestLayout();
    for (Composite c = control.getParent(); c != null; c = c.getParent()) {
      if (c instanceof ScrolledForm form) {
        form.reflow(true);
      }
    }
  }
}
