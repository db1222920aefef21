/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.visualize;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.loupe.api.LoupeException;
import org.loupe.api.subject.Picture;
import org.loupe.core.internal.io.AtomicFiles;
import org.loupe.core.internal.io.Failures;
import org.loupe.core.internal.result.PngPictures;
import org.loupe.scene.Scene;
import org.loupe.scene.Theme;
import org.loupe.scene.write.PngWriter;

/** Writes pictures and sheets as PNG files, atomically. */
public final class PictureFiles {
  private PictureFiles() {
  }

  /** What goes into a file. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** Pixel by pixel. @throws LoupeException FAILED if it cannot be written */
  public static void write(Picture picture, Path file) throws LoupeException {
    write(file, out -> PngPictures.write(picture, out));
  }

  /** A sheet on a light ground. @throws LoupeException FAILED if it cannot be written */
  public static void write(Scene sheet, Path file) throws LoupeException {
    write(file, out -> PngWriter.write(sheet, Theme.LIGHT, 1, out));
  }

  /** Anything else. @throws LoupeException FAILED if it cannot be written */
  public static void write(Path file, Content content) throws LoupeException {
    try {
      AtomicFiles.write(file, content::write);
    } catch (IOException e) {
      throw Failures.writing(file, e);
    }
  }
}
