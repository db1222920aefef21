/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder with real models beside the checkout, or where the system property {@code loupe.shared} says; tests that
 * need it are skipped where it is missing.
 */
public final class SharedData {
  private SharedData() {
  }

  public static Path folder() {
    String property = System.getProperty("loupe.shared");
    Path found = property == null ? null : Path.of(property);
    for (Path p = Path.of("").toAbsolutePath(); found == null && p != null; p = p.getParent()) {
      Path candidate = p.resolve("shared/data");
      found = Files.isDirectory(candidate) ? candidate : null;
    }
    assumeTrue(found != null && Files.isDirectory(found), "the folder shared/data is not there");
    return found;
  }
}
