/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.Progress;

class FolderFilesTest {
  @TempDir
  Path temp;

  private Path file(String name) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, name);
  }

  private List<String> names(Path folder) throws Exception {
    return FolderFiles.list(folder, Progress.NONE).files().stream().map(Path::toString)
        .map(n -> n.replace('\\', '/')).toList();
  }

  @Test
  void filesBelowAreFoundInOrderWithoutHiddenOnes() throws Exception {
    file("d/b.png");
    file("d/a.png");
    file("d/sub/deep/c.png");
    file("d/.hidden.png");
    file("d/.git/x.png");
    assertEquals(List.of("a.png", "b.png", "sub/deep/c.png"), names(temp.resolve("d")));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksDoNotLeadOutside() throws Exception {
    Path outside = file("outside/secret.png");
    Path inside = file("d/a.png");
    Files.createSymbolicLink(temp.resolve("d/out.png"), outside);
    Files.createSymbolicLink(temp.resolve("d/out"), outside.getParent());
    Files.createSymbolicLink(temp.resolve("d/same.png"), inside);
    Files.createSymbolicLink(temp.resolve("d/loop"), temp.resolve("d"));
    Files.createSymbolicLink(temp.resolve("d/gone.png"), temp.resolve("d/nowhere"));
    assertEquals(List.of("a.png", "same.png"), names(temp.resolve("d")));
  }

  @Test
  void stampChangesWithNamesSizesAndTimes() throws Exception {
    Path a = file("d/a.png");
    Files.setLastModifiedTime(a, FileTime.fromMillis(1_000_000));
    String first = FolderFiles.list(temp.resolve("d"), Progress.NONE).stamp();
    assertEquals(first, FolderFiles.list(temp.resolve("d"), Progress.NONE).stamp());
    Files.setLastModifiedTime(a, FileTime.fromMillis(2_000_000));
    String later = FolderFiles.list(temp.resolve("d"), Progress.NONE).stamp();
    assertNotEquals(first, later);
    Files.move(a, temp.resolve("d/b.png"));
    assertNotEquals(later, FolderFiles.list(temp.resolve("d"), Progress.NONE).stamp());
  }

  @Test
  void listIsBounded() throws Exception {
    for (int i = 0; i < 5; i++) {
      file("d/" + i);
    }
    FolderFiles cut = FolderFiles.list(temp.resolve("d"), 3, Progress.NONE);
    assertEquals(3, cut.files().size());
    assertTrue(cut.cut());
    assertFalse(FolderFiles.list(temp.resolve("d"), 5, Progress.NONE).cut());
  }
}
