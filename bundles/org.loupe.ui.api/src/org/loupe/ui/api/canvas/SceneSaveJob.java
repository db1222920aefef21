/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.loupe.scene.Scene;
import org.loupe.scene.Theme;
import org.loupe.scene.write.HtmlPage;
import org.loupe.scene.write.HtmlWriter;
import org.loupe.scene.write.PngWriter;
import org.loupe.scene.write.SvgWriter;
import org.loupe.ui.api.internal.Messages;

/** Writes a scene to a file by its ending. */
final class SceneSaveJob extends Job {
  private static final double SCALE = 2;

  private final Scene scene;
  private final Theme theme;
  private final Path file;

  SceneSaveJob(Scene scene, Theme theme, Path file) {
    super(NLS.bind(Messages.SceneSaveJob_name, file.getFileName()));
    this.scene = scene;
    this.theme = theme;
    this.file = file;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".svg")) {
        SvgWriter.write(scene, Optional.of(theme), file);
      } else if (name.endsWith(".html") || name.endsWith(".htm")) {
        HtmlWriter.write(HtmlPage.titled(scene.title()).figure(scene, scene.description()).build(), file);
      } else {
        PngWriter.write(scene, theme, SCALE, file);
      }
      return Status.OK_STATUS;
    } catch (IOException e) {
      return Status.error(NLS.bind(Messages.SceneSaveJob_failed, file, e.getMessage()), e);
    }
  }
}
