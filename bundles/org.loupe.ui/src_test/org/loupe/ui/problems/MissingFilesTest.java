/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.problems;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights are copied to where the model wants them, and nowhere else. */
class MissingFilesTest {
  @TempDir
  Path folder;
  private Path model;
  private Path chosen;

  @BeforeEach
  void setUp() throws IOException {
    model = Files.createDirectory(folder.resolve("home")).resolve("m.onnx");
    chosen = Files.createDirectory(folder.resolve("chosen"));
  }

  private void copy(String... missing) throws IOException {
    MissingFiles.copy(model, List.of(missing), chosen, new NullProgressMonitor());
  }

  private List<Path> home() throws IOException {
    try (var files = Files.list(model.getParent())) {
      return files.toList();
    }
  }

  @Test
  void copiesUnderTheirPathOrTheirName() throws IOException {
    byte[] content = new byte[3 << 20];
    new Random(5).nextBytes(content);
    Files.write(Files.createDirectory(chosen.resolve("sub")).resolve("a.bin"), content);
    Files.write(chosen.resolve("b.bin"), new byte[] {7});
    copy("sub/a.bin", "deep/er/b.bin");
    assertArrayEquals(content, Files.readAllBytes(model.resolveSibling("sub/a.bin")));
    assertArrayEquals(new byte[] {7}, Files.readAllBytes(model.resolveSibling("deep/er/b.bin")));
    assertEquals(2, home().size(), "no half-written file is left");
  }

  @Test
  void copiesNothingWhereOneIsNotThere() throws IOException {
    Files.write(chosen.resolve("a.bin"), new byte[] {1});
    IOException e = assertThrows(IOException.class, () -> copy("a.bin", "b.bin"));
    assertTrue(e.getMessage().contains("b.bin") && !e.getMessage().contains("\n"), e.getMessage());
    assertEquals(List.of(), home());
  }

  @Test
  void staysInTheFolderOfTheModel() throws IOException {
    Files.write(chosen.resolve("evil.bin"), new byte[] {1});
    assertThrows(IOException.class, () -> copy("../evil.bin"));
    assertThrows(IOException.class, () -> copy(folder.resolve("evil.bin").toString()));
    assertFalse(Files.exists(folder.resolve("evil.bin")));
  }

  @Test
  void leavesNothingWhenCancelled() throws IOException {
    Files.write(chosen.resolve("a.bin"), new byte[1 << 20]);
    NullProgressMonitor monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    assertThrows(OperationCanceledException.class,
        () -> MissingFiles.copy(model, List.of("a.bin"), chosen, monitor));
    assertEquals(List.of(), home());
  }
}
