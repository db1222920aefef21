/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {
  @TempDir
  Path cache;

  @Test
  void unpacksOnceAndRepairs() throws Exception {
    Path folder = NativeLibraries.unpack(cache).orElseThrow();
    Path library = folder.resolve(System.mapLibraryName("onnxruntime"));
    long size = Files.size(library);
    assertTrue(size > 1 << 20);
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(library, old);
    assertEquals(folder, NativeLibraries.unpack(cache).orElseThrow());
    assertEquals(old, Files.getLastModifiedTime(library), "it was there");
    Files.write(library, new byte[10]);
    NativeLibraries.unpack(cache);
    assertEquals(size, Files.size(library));
    assertNotEquals(old, Files.getLastModifiedTime(library));
  }

  @Test
  void unpacksForManyAtATime() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Path>> tasks = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        tasks.add(() -> NativeLibraries.unpack(cache).orElseThrow());
      }
      Path folder = NativeLibraries.unpack(cache).orElseThrow();
      for (Future<Path> done : threads.invokeAll(tasks)) {
        assertEquals(folder, done.get());
      }
      assertEquals(List.of(System.mapLibraryName("onnxruntime"), System.mapLibraryName("onnxruntime4j_jni")),
          names(folder).stream().filter(n -> !n.contains("providers_shared")).toList(), "nothing half done is left");
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
