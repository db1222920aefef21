/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPartReference;

/** Makes the model of the editor that the user works in the one that the window looks at. */
final class ActiveModel implements IPartListener2, AutoCloseable {
  private final ModelEditor editor;

  ActiveModel(ModelEditor editor) {
    this.editor = editor;
    editor.getSite().getPage().addPartListener(this);
  }

  /**
   * The model was opened, or its card has changed: the window looks at it unless another model is in front. While a
   * window opens no editor may be active yet, and nothing tells later that this one is.
   */
  void publish() {
    IEditorPart active = editor.getSite().getPage().getActiveEditor();
    if (active == editor || !(active instanceof ModelEditor)) {
      show();
    }
  }

  private void show() {
    editor.inspected().ifPresent(model -> {
      editor.context().show(model);
      if (editor.context().current().input().isEmpty()) {
        editor.loaded().flatMap(LoadedModel::lastInput)
            .ifPresent(input -> editor.context().update(i -> i.withInput(input)));
      }
    });
  }

  @Override
  public void partActivated(IWorkbenchPartReference part) {
    if (part.getPart(false) == editor) {
      show();
    }
  }

  @Override
  public void partBroughtToTop(IWorkbenchPartReference part) {
    if (part.getPart(false) == editor) {
      show();
    }
  }

  @Override
  public void close() {
    editor.getSite().getPage().removePartListener(this);
    editor.file().ifPresent(editor.context()::close);
  }
}
