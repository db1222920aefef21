/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.inputs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPartSite;
import org.osgi.framework.FrameworkUtil;

/**
 * Pictures that come as pixels, not as a file: kept in the workspace's metadata, so that a result can be done again.
 */
public final class PastedPictures {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH-mm-ss");

  private PastedPictures() {
  }

  /** Feeds the file or picture on the clipboard; says so in the status line if there is none. */
  public static void paste(IWorkbenchPartSite site) {
    say(site, null);
    Clipboard clipboard = new Clipboard(site.getShell().getDisplay());
    try {
      if (clipboard.getContents(FileTransfer.getInstance()) instanceof String[] files && files.length > 0) {
        Inputs.use(site, Path.of(files[0]));
      } else if (clipboard.getContents(ImageTransfer.getInstance()) instanceof ImageData picture) {
        use(site, picture);
      } else {
        say(site, Messages.PastedPictures_nothing);
      }
    } finally {
      clipboard.dispose();
    }
  }

  /** @param problem null for none */
  private static void say(IWorkbenchPartSite site, String problem) {
    IActionBars bars = site instanceof IViewSite view ? view.getActionBars()
        : site instanceof IEditorSite editor ? editor.getActionBars() : null;
    if (bars != null) {
      bars.getStatusLineManager().setErrorMessage(problem);
    }
  }

  static void use(IWorkbenchPartSite site, ImageData picture) {
    Display display = site.getShell().getDisplay();
    Job job = Job.create(Messages.PastedPictures_job, monitor -> {
      try {
        Path file = save(picture);
        display.asyncExec(() -> Inputs.use(site, file));
        return Status.OK_STATUS;
      } catch (IOException e) {
        return failed(e);
      }
    });
    job.schedule();
  }

  private static IStatus failed(IOException e) {
    return Status.error(NLS.bind(Messages.PastedPictures_failed, e.getMessage()), e);
  }

  private static Path save(ImageData picture) throws IOException {
    Path folder = Platform.getStateLocation(FrameworkUtil.getBundle(PastedPictures.class)).toPath().resolve("pasted");
    Files.createDirectories(folder);
    Path file = folder.resolve("pasted-" + LocalTime.now().format(TIME) + "-" + Long.toHexString(System.nanoTime())
        + ".png");
    ImageLoader loader = new ImageLoader();
    loader.data = new ImageData[] {picture};
    try (var out = Files.newOutputStream(file)) {
      loader.save(out, SWT.IMAGE_PNG);
    }
    return file;
  }
}
