/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.problems;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.loupe.ui.editor.ModelEditor;

/** Something that the user can have done about a problem. */
final class Fix implements IMarkerResolution2 {
  private static final String CARD = ".card.json";

  private final String label;
  private final String description;
  private final Consumer<IMarker> action;

  Fix(String label, String description, Consumer<IMarker> action) {
    this.label = label;
    this.description = description;
    this.action = action;
  }

  @Override
  public String getLabel() {
    return label;
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public Image getImage() {
    return null;
  }

  @Override
  public void run(IMarker marker) {
    action.accept(marker);
  }

  /** Opens the model that a marker is about, on itself or on its card, and does something once it is open. */
  static void inEditor(IMarker marker, Consumer<ModelEditor> then) {
    IFile file = (IFile) marker.getResource();
    if (file.getName().endsWith(CARD)) {
      String model = file.getName().substring(0, file.getName().length() - CARD.length());
      file = file.getParent().getFile(IPath.fromOSString(model));
    }
    IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    try {
      if (IDE.openEditor(page, file) instanceof ModelEditor editor) {
        editor.whenOpen(() -> then.accept(editor));
      }
    } catch (PartInitException e) {
      ILog.of(Fix.class).log(e.getStatus());
    }
  }

  /** The file on disk. */
  static Path path(IMarker marker) {
    return marker.getResource().getLocation().toPath();
  }
}
