/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.EmptyState;

/** A place that shows either its content or why there is none. */
final class Pane {
  private final Composite stack;
  private final StackLayout layout = new StackLayout();
  private final EmptyState empty;
  private Control content;

  Pane(Composite parent) {
    stack = new Composite(parent, SWT.NONE);
    stack.setLayout(layout);
    empty = new EmptyState(stack);
  }

  /** Where the content is to be made. */
  Composite parent() {
    return stack;
  }

  Composite control() {
    return stack;
  }

  void content(Control made) {
    content = made;
    bring(made);
  }

  void showContent() {
    bring(content);
  }

  void showEmpty(EmptyMessage message) {
    empty.show(message);
    bring(empty);
  }

  void progress(String task, double fraction) {
    empty.progress(task, fraction);
  }

  boolean isEmpty() {
    return layout.topControl == empty;
  }

  /** What stands in place of the content; null before the first message. */
  EmptyMessage message() {
    return empty.message();
  }

  private void bring(Control control) {
    if (layout.topControl != control) {
      layout.topControl = control;
      stack.layout();
    }
  }
}
