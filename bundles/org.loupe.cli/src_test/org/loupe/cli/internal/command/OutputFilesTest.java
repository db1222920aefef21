/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;

class OutputFilesTest {
  @TempDir
  Path folder;

  @Test
  void oneInputGoesToTheNamedFiles() throws LoupeException {
    InputFiles one = inputs(false, "cat.png");
    List<String> named = List.of(path("a.npy"), path("maps/{}.PNG"));
    assertEquals(List.of(folder.resolve("a.npy"), folder.resolve("maps/cat.PNG")),
        OutputFiles.of(named, one).of(one.items().get(0)));
    assertTrue(Files.isDirectory(folder.resolve("maps")));
  }

  @Test
  void aBareFolderMeansAPictureAndARecord() throws LoupeException {
    InputFiles many = inputs(true, "cat.png", "sub/dog.png");
    OutputFiles outputs = OutputFiles.of(List.of(path("maps")), many);
    assertEquals(List.of(folder.resolve("maps/sub/dog.png"), folder.resolve("maps/sub/dog.xai")),
        outputs.of(many.items().get(1)));
    assertEquals(folder.resolve("maps"), outputs.root());
  }

  @Test
  void inputsThatDifferByTheirEndingsDoNotOverwriteEachOther() throws LoupeException {
    InputFiles many = inputs(true, "cat.png", "cat.jpg", "dog.png", "sub/cat.png");
    OutputFiles outputs = OutputFiles.of(List.of(path("{}.npy")), many);
    List<String> names = new ArrayList<>();
    for (InputFiles.Item item : many.items()) {
      names.add(folder.relativize(outputs.of(item).get(0)).toString().replace('\\', '/'));
    }
    assertEquals(List.of("cat-png.npy", "cat-jpg.npy", "dog.npy", "sub/cat.npy"), names);
  }

  @Test
  void anEndingThatIsNotWrittenIsRefusedBeforeAnythingRuns() {
    assertUsage(".npy, .png", inputs(false, "cat.png"), "a.gif");
    assertUsage("{}", inputs(true, "cat.png", "dog.png"), "a.png");
  }

  private void assertUsage(String part, InputFiles inputs, String out) {
    LoupeException e = assertThrows(LoupeException.class, () -> OutputFiles.of(List.of(path(out)), inputs));
    assertEquals(LoupeException.Kind.USAGE, e.kind());
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }

  private String path(String relative) {
    return folder + "/" + relative;
  }

  private static InputFiles inputs(boolean folder, String... names) {
    return new InputFiles(Stream.of(names).map(n -> new InputFiles.Item(n, Map.of("", Path.of("in", n)))).toList(),
        folder, List.of());
  }
}
