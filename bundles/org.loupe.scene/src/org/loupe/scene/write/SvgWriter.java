/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.write;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.loupe.scene.Scene;
import org.loupe.scene.Theme;
import org.loupe.scene.text.TextMeasure;

/**
 * Writes a scene as SVG 1.1 that needs nothing else: pictures within, text as text, tooltips as titles, no script.
 */
public final class SvgWriter {
  private SvgWriter() {
  }

  /** Writes a file in the colours of a theme, or, with none, following the reader's light or dark setting. */
  public static void write(Scene scene, Optional<Theme> theme, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      write(scene, theme, out);
    }
  }

  /** Writes to a stream, which stays open. Colours as {@link #write(Scene, Optional, Path)}. */
  public static void write(Scene scene, Optional<Theme> theme, OutputStream out) throws IOException {
    Markup markup = new Markup(out).raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    new SvgPainter(markup, new Palette(theme), TextMeasure.best(), "s").paint(scene, theme.isEmpty());
    markup.raw("\n").flush();
  }
}
