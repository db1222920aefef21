/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.loupe.api.LoupeException;

/** Failures of files in one line. */
public final class Failures {
  private Failures() {
  }

  /** Reading failed: the file is at fault. */
  public static LoupeException reading(Path file, IOException e) {
    return LoupeException.badInput("cannot read " + file + ": " + reason(file, e), e);
  }

  /** Writing failed: the place is. */
  public static LoupeException writing(Path file, IOException e) {
    return LoupeException.failed("cannot write " + file + ": " + reason(file.toAbsolutePath().getParent(), e), e);
  }

  /** The exceptions of the file system have the path alone as their message. */
  private static String reason(Path place, IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "there is no " + place;
      case AccessDeniedException denied -> "access to " + denied.getFile() + " is denied";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().replaceAll("\\s+", " ");
    };
  }
}
