/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.problems;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.MonitorProgress;
import org.loupe.ui.inputs.ModelFiles;

/**
 * Looks at model files and cards that nobody has opened: at what the file says of itself, and whether its companions
 * are there. What is open in an editor is left to that.
 */
public final class FileCheck extends Job {
  private static final String CARD = ".card.json";
  private static final int PAUSE = 500;
  private static final QualifiedName CHECKED = new QualifiedName("org.loupe.ui", "checked");
  private static final Set<Path> EDITED = ConcurrentHashMap.newKeySet();

  private final Inspector inspector;
  private final Set<IFile> waiting = new LinkedHashSet<>();
  private final Set<IProject> grown = new LinkedHashSet<>();
  private volatile boolean all;

  FileCheck(Inspector inspector) {
    super(Messages.FileCheck_job);
    this.inspector = inspector;
    setSystem(true);
    setPriority(DECORATE);
  }

  /** An editor sees to this file from now on. */
  public static void edited(Path file) {
    EDITED.add(file);
  }

  /** No editor sees to this file any more. */
  public static void released(Path file) {
    EDITED.remove(file);
  }

  @Override
  public boolean belongsTo(Object family) {
    return family == FileCheck.class;
  }

  /** Looks at a file soon. @param added whether it was not there before, so that others may have missed it */
  void look(IFile file, boolean added) {
    synchronized (waiting) {
      waiting.add(file);
      if (added) {
        grown.add(file.getProject());
      }
    }
    schedule(PAUSE);
  }

  /** Looks at all files soon; those that have not changed since they were looked at take no time. */
  void lookAtAll() {
    all = true;
    schedule(PAUSE);
  }

  private void all() throws CoreException {
    if (all) {
      all = false;
      ResourcesPlugin.getWorkspace().getRoot().accept(proxy -> {
        if (proxy.getType() == IResource.FILE) {
          synchronized (waiting) {
            waiting.add((IFile) proxy.requestResource());
          }
        }
        return true;
      }, IResource.NONE);
    }
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    Progress progress = new MonitorProgress(monitor, getName(), (task, fraction) -> {
      // nobody watches
    });
    try {
      all();
      check(progress);
    } catch (CoreException e) {
      ILog.of(FileCheck.class).log(e.getStatus());
    } catch (CancellationException e) {
      return Status.CANCEL_STATUS;
    }
    return Status.OK_STATUS;
  }

  private void check(Progress progress) throws CoreException {
    Set<IFile> files;
    Set<IProject> projects;
    synchronized (waiting) {
      files = new LinkedHashSet<>(waiting);
      projects = new LinkedHashSet<>(grown);
      waiting.clear();
      grown.clear();
    }
    for (IProject project : projects) {
      files.addAll(missing(project));
    }
    for (IFile file : files) {
      progress.check();
      check(file, progress);
    }
  }

  /** Models of a project that lack files. */
  private static Set<IFile> missing(IProject project) throws CoreException {
    Set<IFile> out = new LinkedHashSet<>();
    if (project.isAccessible()) {
      for (IMarker marker : project.findMarkers(ModelProblems.MARKER, true, IResource.DEPTH_INFINITE)) {
        if (ModelProblems.kind(marker).filter(k -> k == ProblemKind.MISSING_FILES).isPresent()
            && marker.getResource() instanceof IFile file) {
          file.setPersistentProperty(CHECKED, null);
          out.add(file);
        }
      }
    }
    return out;
  }

  private void check(IFile file, Progress progress) throws CoreException {
    if (!file.exists() || file.getLocation() == null) {
      return;
    }
    Path path = file.getLocation().toPath();
    boolean card = file.getName().endsWith(CARD);
    if (!card && !ModelFiles.isModel(inspector, path)) {
      return;
    }
    String stamp = Long.toString(file.getModificationStamp());
    Path model = card ? path.resolveSibling(file.getName().substring(0, file.getName().length() - CARD.length()))
        : path;
    if (EDITED.contains(model) || stamp.equals(file.getPersistentProperty(CHECKED))) {
      return;
    }
    try {
      if (card) {
        inspector.loupe().cards().read(path);
        ModelProblems.show(path, ProblemKind.CARD, List.of());
      } else {
        inspector.loupe().models().check(path, progress);
        ModelProblems.opened(path);
      }
    } catch (LoupeException e) {
      if (card) {
        ModelProblems.show(path, ProblemKind.CARD, List.of(Problem.of(e)));
      } else {
        ModelProblems.notOpened(path, e);
      }
    }
    file.setPersistentProperty(CHECKED, stamp);
  }
}
