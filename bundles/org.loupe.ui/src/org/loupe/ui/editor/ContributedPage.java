/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.editor.FormPage;
import org.loupe.ui.api.editor.ModelPage;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.EmptyState;

/** Holds a page of another bundle, made when it is first turned to. What that throws stays in here. */
final class ContributedPage extends FormPage {
  private final ModelEditor editor;
  private final LoadedModel model;
  private final PageEntry entry;
  private Composite body;
  private ModelPage page;
  private EmptyState broken;

  ContributedPage(ModelEditor editor, LoadedModel model, PageEntry entry) {
    super(editor, entry.id(), entry.title());
    this.editor = editor;
    this.model = model;
    this.entry = entry;
  }

  @Override
  public void createPartControl(Composite parent) {
    body = new Composite(parent, SWT.NONE);
    body.setLayout(new FillLayout());
    PageStyle.install(body, editor.getToolkit());
    try {
      page = entry.create();
      page.create(body, new PageSite(editor, model, entry.id()));
    } catch (CoreException | RuntimeException | LinkageError e) {
      giveUp(e);
    }
  }

  private void contained(Runnable call) {
    if (page != null) {
      try {
        call.run();
      } catch (RuntimeException | LinkageError e) {
        giveUp(e);
      }
    }
  }

  private void giveUp(Throwable reason) {
    log(reason);
    // it may listen to the window
    release();
    if (body.isDisposed()) {
      return;
    }
    for (Control child : body.getChildren()) {
      child.dispose();
    }
    broken = new EmptyState(body);
    broken.show(EmptyMessage.error(NLS.bind(Messages.ContributedPage_broken, entry.title()),
        NLS.bind(Messages.ContributedPage_reason, entry.bundle(), reason)));
    body.layout();
  }

  /** Calls the page for the last time. */
  private void release() {
    ModelPage last = page;
    page = null;
    if (last != null) {
      try {
        last.dispose();
      } catch (RuntimeException | LinkageError e) {
        log(e);
      }
    }
  }

  private void log(Throwable reason) {
    ILog.of(ContributedPage.class).error(entry.title(), reason);
  }

  /** Shows a layer; what to do before it is looked at is nothing: it follows the window by itself then. */
  void reveal(String layer) {
    contained(() -> page.reveal(layer));
  }

  @Override
  public Control getPartControl() {
    return body;
  }

  @Override
  public void setFocus() {
    if (broken != null) {
      broken.setFocus();
    } else {
      contained(() -> page.setFocus());
    }
  }

  @Override
  public void dispose() {
    release();
    super.dispose();
  }
}
