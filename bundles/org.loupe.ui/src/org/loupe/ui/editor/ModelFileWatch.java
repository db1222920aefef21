/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Display;

/** Sees that the model's file was changed or deleted in the workspace, and opens it anew or closes the editor. */
final class ModelFileWatch implements IResourceChangeListener, AutoCloseable {
  private final ModelEditor editor;
  private final Display display;

  ModelFileWatch(ModelEditor editor) {
    this.editor = editor;
    this.display = editor.getSite().getShell().getDisplay();
    ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
  }

  @Override
  public void resourceChanged(IResourceChangeEvent event) {
    IFile file = editor.getEditorInput().getAdapter(IFile.class);
    IResourceDelta delta = file == null || event.getDelta() == null ? null
        : event.getDelta().findMember(file.getFullPath());
    if (delta == null) {
      return;
    }
    if (delta.getKind() == IResourceDelta.REMOVED) {
      display.asyncExec(() -> editor.getSite().getPage().closeEditor(editor, true));
    } else if ((delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0) {
      display.asyncExec(editor::fileChanged);
    }
  }

  @Override
  public void close() {
    ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
  }
}
