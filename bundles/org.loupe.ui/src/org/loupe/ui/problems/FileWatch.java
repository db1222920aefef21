/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.problems;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.loupe.ui.api.context.Inspector;

/** Has files looked at when they come into the workspace or change, and those that changed while nobody was there. */
public final class FileWatch implements IStartup, IResourceChangeListener {
  private FileCheck check;

  @Override
  public void earlyStartup() {
    PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
      check = new FileCheck(PlatformUI.getWorkbench().getService(Inspector.class));
      ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
      check.lookAtAll();
    });
  }

  @Override
  public void resourceChanged(IResourceChangeEvent event) {
    try {
      if (event.getDelta() != null) {
        event.getDelta().accept(this::visit);
      }
    } catch (CoreException e) {
      ILog.of(FileWatch.class).log(e.getStatus());
    }
  }

  private boolean visit(IResourceDelta delta) {
    boolean added = delta.getKind() == IResourceDelta.ADDED;
    boolean changed = added || delta.getKind() == IResourceDelta.CHANGED
        && (delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0;
    if (changed && delta.getResource().getType() == IResource.FILE) {
      check.look((IFile) delta.getResource(), added);
    }
    return true;
  }
}
