/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.problems;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.loupe.api.LoupeException;
import org.loupe.ui.editor.EditorFiles;

/** Problem markers on model files and cards of the workspace; files outside have none. */
public final class ModelProblems {
  public static final String MARKER = "org.loupe.ui.problem";
  static final String LAYER = "layer";
  static final String FILES = "files";
  private static final String KIND = "kind";
  private static final List<ProblemKind> OPENING = List.of(ProblemKind.UNREADABLE, ProblemKind.MISSING_FILES);

  private ModelProblems() {
  }

  /** Replaces the markers of one kind of a file, in a job. @param problems none clears them */
  public static void show(Path file, ProblemKind kind, List<Problem> problems) {
    Job job = Job.createSystem("markers", (ICoreRunnable) monitor -> mark(file, kind, problems, monitor));
    job.schedule();
  }

  /** Shows why a file could not be opened, in place of what was wrong with it before. */
  public static void notOpened(Path file, LoupeException reason) {
    for (ProblemKind kind : OPENING) {
      show(file, kind, kind == Problem.kind(reason) ? List.of(Problem.of(reason)) : List.of());
    }
  }

  /** Clears what kept a file from being opened. */
  public static void opened(Path file) {
    OPENING.forEach(kind -> show(file, kind, List.of()));
  }

  /** The kind of a marker; empty if it is no problem of a model. */
  public static Optional<ProblemKind> kind(IMarker marker) {
    String name = marker.getAttribute(KIND, "");
    return Arrays.stream(ProblemKind.values()).filter(k -> k.name().equals(name)).findFirst();
  }

  private static void mark(Path file, ProblemKind kind, List<Problem> problems, IProgressMonitor monitor) {
    IFile resource = EditorFiles.resource(file).orElse(null);
    if (resource == null || !resource.getProject().isOpen()) {
      return;
    }
    IWorkspaceRunnable change = m -> {
      if (!resource.exists()) {
        resource.refreshLocal(IResource.DEPTH_ZERO, m);
      }
      if (resource.exists()) {
        replace(resource, kind, problems);
      }
    };
    try {
      ResourcesPlugin.getWorkspace().run(change, resource.getParent(), 0, monitor);
    } catch (CoreException e) {
      // a marker is a help; its absence must not stop the work that it tells of
      ILog.of(ModelProblems.class).log(e.getStatus());
    }
  }

  private static void replace(IFile resource, ProblemKind kind, List<Problem> problems) throws CoreException {
    for (IMarker marker : resource.findMarkers(MARKER, true, IResource.DEPTH_ZERO)) {
      // one without a kind is of a former version
      if (kind(marker).orElse(kind) == kind) {
        marker.delete();
      }
    }
    for (Problem problem : problems) {
      resource.createMarker(MARKER, Map.of(IMarker.MESSAGE, problem.message(), IMarker.SEVERITY, kind.severity(),
          IMarker.LOCATION, problem.layer(), KIND, kind.name(), LAYER, problem.layer(),
          FILES, String.join("\n", problem.files())));
    }
  }
}
