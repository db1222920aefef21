/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The real models and data beside the project; a test that asks for what is not there is skipped by name. */
final class SharedData {
  private SharedData() {
  }

  /** A file, by its path inside the folder. */
  static Path file(String relative) {
    Path file = folder().resolve(relative);
    assumeTrue(Files.exists(file), "there is no shared data " + relative);
    return file;
  }

  static Path folder() {
    Optional<Path> folder = find();
    assumeTrue(folder.isPresent(), "there is no folder of shared data");
    return folder.get();
  }

  private static Optional<Path> find() {
    String told = System.getProperty("loupe.shared");
    if (told != null && Files.isDirectory(Path.of(told))) {
      return Optional.of(Path.of(told));
    }
    Path start = Path.of("").toAbsolutePath();
    return Stream.iterate(start, p -> p != null, Path::getParent)
        .flatMap(p -> Stream.of("shared/data", "../shared/data").map(p::resolve))
        .filter(Files::isDirectory).map(Path::normalize).findFirst();
  }
}
