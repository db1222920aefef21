/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.loupe.scene.Raster;
import org.loupe.scene.Scene;
import org.loupe.scene.Theme;
import org.loupe.scene.write.PngWriter;
import org.loupe.scene.write.SvgWriter;

/** Writes the drawing to a file by its ending. */
final class SaveJob extends Job {
  private static final double SCALE = 2;
  private static final double SMALLEST = 0.1;

  private final Scene scene;
  private final Theme theme;
  private final Path file;

  SaveJob(Scene scene, Theme theme, Path file) {
    super(NLS.bind(Messages.SaveJob_name, file.getFileName()));
    this.scene = scene;
    this.theme = theme;
    this.file = file;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
        SvgWriter.write(scene, Optional.of(theme), file);
      } else {
        // what is very long is made smaller rather than refused
        double most = Raster.MAX_SIDE / Math.max(scene.width(), scene.height());
        PngWriter.write(scene, theme, Math.max(SMALLEST, Math.min(SCALE, Math.floor(most * 100) / 100)), file);
      }
      return Status.OK_STATUS;
    } catch (IOException e) {
      return Status.error(NLS.bind(Messages.SaveJob_failed, file, e.getMessage()), e);
    }
  }
}
