/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.nio.file.Path;

/** File names made from names in a model: only letters, digits and a few signs, of bounded length, never a path. */
final class FileNames {
  private static final int MAX_LENGTH = 80;

  private FileNames() {
  }

  /** The name as it may stand in a file name; different names may become equal, so number them. */
  static String sanitised(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9_+=.-]+", "_").replaceAll("\\.{2,}", "_")
        .replaceAll("^[._-]+|[._-]+$", "");
    if (safe.length() > MAX_LENGTH) {
      safe = safe.substring(0, MAX_LENGTH);
    }
    return safe.isEmpty() ? "value" : safe;
  }

  /** The file's name without its ending. */
  static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** The ending in lower case without its dot; empty if there is none. */
  static String ending(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT) : "";
  }
}
