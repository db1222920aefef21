/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A temporary folder that only this user may read; it goes when it is closed, or with the process. */
public final class ScratchFolder implements AutoCloseable {
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(ScratchFolder::delete), "loupe-onnx-scratch"));
  }

  private final Path folder;

  public ScratchFolder() throws IOException {
    folder = Files.createTempDirectory("loupe-onnx");
    OPEN.add(folder);
  }

  public Path path() {
    return folder;
  }

  @Override
  public void close() {
    delete(folder);
    OPEN.remove(folder);
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : innermostFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // What a file system does not let go now is left to those who clean temporary folders.
      System.getLogger("org.loupe.onnx").log(System.Logger.Level.DEBUG, e.getMessage(), e);
    }
  }
}
