/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.product.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProduct;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.loupe.samples.workspace.SampleWorkspace;
import org.osgi.service.prefs.BackingStoreException;

/**
 * Puts the sample into a workspace that has nothing yet and opens its first model, once for each workspace: who deletes
 * the sample does not get it again.
 */
public final class FirstStart implements IStartup {
  private static final String PRODUCT = "org.loupe.product.product";
  private static final String BUNDLE = "org.loupe.product";
  private static final String OFFERED = "sampleOffered";
  /** System property: {@code none} leaves an empty workspace empty. */
  private static final String SAMPLE = "loupe.sample";
  private static final String FIRST_MODEL = "models/biased.onnx";

  @Override
  public void earlyStartup() {
    IProduct product = Platform.getProduct();
    IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(BUNDLE);
    if (product == null || !PRODUCT.equals(product.getId()) || preferences.getBoolean(OFFERED, false)
        || "none".equals(System.getProperty(SAMPLE))) {
      return;
    }
    preferences.putBoolean(OFFERED, true);
    try {
      preferences.flush();
    } catch (BackingStoreException e) {
      Platform.getLog(FirstStart.class).warn(e.getMessage(), e);
    }
    if (ResourcesPlugin.getWorkspace().getRoot().getProjects().length == 0) {
      new Copy().schedule();
    }
  }

  /** Makes the project in the background. */
  private static final class Copy extends WorkspaceJob {
    Copy() {
      super(Messages.FirstStart_job);
    }

    @Override
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
      IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(Messages.FirstStart_project);
      if (project.exists()) {
        return Status.OK_STATUS;
      }
      project.create(monitor);
      project.open(monitor);
      try {
        SampleWorkspace.shipped().copyTo(Path.of(project.getLocationURI()), monitor::isCanceled);
      } catch (IOException e) {
        return Status.error(Messages.FirstStart_failed + e.getMessage(), e);
      }
      project.refreshLocal(IResource.DEPTH_INFINITE, monitor);
      if (monitor.isCanceled()) {
        return Status.CANCEL_STATUS;
      }
      IFile model = project.getFile(FIRST_MODEL);
      PlatformUI.getWorkbench().getDisplay().asyncExec(() -> open(model));
      return Status.OK_STATUS;
    }
  }

  private static void open(IFile model) {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    IWorkbenchPage page = window == null ? null : window.getActivePage();
    // who has opened something meanwhile is not to be disturbed
    if (page == null || !model.exists() || page.getEditorReferences().length > 0) {
      return;
    }
    try {
      IDE.openEditor(page, model);
    } catch (PartInitException e) {
      Platform.getLog(FirstStart.class).log(e.getStatus());
    }
  }
}
