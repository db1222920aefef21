/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.problems;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRunnable;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.loupe.ui.editor.EditorFiles;

/** Problem markers on model files and cards of the workspace; files outside have none. */
public final class ModelProblems {
  public static final String MARKER = "org.loupe.ui.problem";

  private ModelProblems() {
  }

  /** Replaces the markers of a file, in a job. @param messages one line each; none clears them */
  public static void show(Path file, int severity, List<String> messages) {
    Job job = Job.createSystem("markers", (ICoreRunnable) monitor -> mark(file, severity, messages, monitor));
    job.schedule();
  }

  private static void mark(Path file, int severity, List<String> messages, IProgressMonitor monitor) {
    IFile resource = EditorFiles.resource(file).orElse(null);
    if (resource == null || !resource.getProject().isOpen()) {
      return;
    }
    IWorkspaceRunnable change = m -> {
      if (!resource.exists()) {
        resource.refreshLocal(IResource.DEPTH_ZERO, m);
      }
      if (resource.exists()) {
        replace(resource, severity, messages);
      }
    };
    try {
      ResourcesPlugin.getWorkspace().run(change, resource.getParent(), 0, monitor);
    } catch (CoreException e) {
      // a marker is a help; its absence must not stop the work that it tells of
      ILog.of(ModelProblems.class).log(e.getStatus());
    }
  }

  private static void replace(IFile resource, int severity, List<String> messages) throws CoreException {
    resource.deleteMarkers(MARKER, true, IResource.DEPTH_ZERO);
    for (String message : messages) {
      resource.createMarker(MARKER, Map.of(IMarker.MESSAGE, message, IMarker.SEVERITY, severity));
    }
  }
}
