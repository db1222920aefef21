/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Between what the workbench opens and files on disk. */
public final class EditorFiles {
  private EditorFiles() {
  }

  /** The file on this machine behind an editor's input, in the workspace or not. */
  static Optional<Path> path(IEditorInput input) {
    if (input instanceof IURIEditorInput uri) {
      try {
        IFileStore store = EFS.getStore(uri.getURI());
        return Optional.ofNullable(store.toLocalFile(EFS.NONE, null)).map(f -> f.toPath().toAbsolutePath().normalize());
      } catch (CoreException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The file of the workspace that lies there. */
  public static Optional<IFile> resource(Path file) {
    IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
    IFile[] found = root.findFilesForLocationURI(file.toUri());
    if (found.length > 0) {
      return Optional.of(found[0]);
    }
    return Optional.ofNullable(root.getFileForLocation(IPath.fromPath(file)));
  }

  /** Opens a model anew in the editors that it is in. */
  public static void reload(Path model) {
    for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
      for (IEditorReference reference : window.getActivePage().getEditorReferences()) {
        if (reference.getEditor(false) instanceof ModelEditor editor && editor.file().equals(Optional.of(model))) {
          editor.load();
        }
      }
    }
  }
}
