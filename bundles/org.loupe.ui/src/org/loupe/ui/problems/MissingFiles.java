/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.problems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.loupe.ui.editor.EditorFiles;

/** Copies the files that a model lacks from a folder that the user chooses. */
public final class MissingFiles {
  private static final int BLOCK = 1 << 20;

  private MissingFiles() {
  }

  /** Asks for the folder. @param missing relative to the model's folder */
  public static void ask(Path model, List<String> missing) {
    DirectoryDialog dialog = new DirectoryDialog(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(),
        SWT.OPEN);
    dialog.setText(Messages.MissingFiles_title);
    dialog.setMessage(NLS.bind(Messages.MissingFiles_message, String.join(", ", missing)));
    dialog.setFilterPath(model.getParent().toString());
    String folder = dialog.open();
    if (folder != null) {
      copyInJob(model, missing, Path.of(folder));
    }
  }

  /** Copies and, when all is there, opens the model anew where an editor waits for it. */
  public static void copyInJob(Path model, List<String> missing, Path folder) {
    Display display = Display.getCurrent();
    Job job = Job.create(NLS.bind(Messages.MissingFiles_job, model.getFileName()), (IProgressMonitor monitor) -> {
      try {
        copy(model, missing, folder, monitor);
        refresh(model, monitor);
        display.asyncExec(() -> EditorFiles.reload(model));
        return Status.OK_STATUS;
      } catch (IOException e) {
        return Status.error(NLS.bind(Messages.MissingFiles_failed, e.getMessage()), e);
      } catch (OperationCanceledException e) {
        return Status.CANCEL_STATUS;
      }
    });
    job.setUser(true);
    job.schedule();
  }

  /**
   * Copies files to where a model wants them. They are looked for under their path, then under their name.
   *
   * @throws IOException if one is not there, would not lie below the model's folder, or cannot be written; in one line
   */
  static void copy(Path model, List<String> missing, Path folder, IProgressMonitor monitor) throws IOException {
    Path home = model.toAbsolutePath().normalize().getParent();
    List<Path> sources = new ArrayList<>();
    for (String name : missing) {
      if (!home.resolve(name).normalize().startsWith(home)) {
        throw new IOException(NLS.bind(Messages.MissingFiles_outside, name));
      }
      Path there = folder.resolve(name).normalize();
      Path source = Files.isRegularFile(there) ? there : folder.resolve(Path.of(name).getFileName());
      if (!Files.isRegularFile(source)) {
        throw new IOException(NLS.bind(Messages.MissingFiles_notThere, name, folder));
      }
      sources.add(source);
    }
    SubMonitor progress = SubMonitor.convert(monitor, missing.size());
    for (int i = 0; i < missing.size(); i++) {
      copy(sources.get(i), home.resolve(missing.get(i)).normalize(), progress.split(1));
    }
  }

  private static void copy(Path source, Path target, SubMonitor monitor) throws IOException {
    Files.createDirectories(target.getParent());
    Path part = Files.createTempFile(target.getParent(), "copy", ".part");
    try {
      long blocks = Files.size(source) / BLOCK + 1;
      monitor.setWorkRemaining((int) Math.min(Integer.MAX_VALUE, blocks));
      try (var in = Files.newInputStream(source); var out = Files.newOutputStream(part)) {
        byte[] block = new byte[BLOCK];
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
          out.write(block, 0, n);
          monitor.split(1);
        }
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void refresh(Path model, IProgressMonitor monitor) {
    try {
      IFile resource = EditorFiles.resource(model).orElse(null);
      if (resource != null) {
        resource.getParent().refreshLocal(IResource.DEPTH_INFINITE, monitor);
      }
    } catch (CoreException e) {
      ILog.of(MissingFiles.class).log(e.getStatus());
    }
  }
}
