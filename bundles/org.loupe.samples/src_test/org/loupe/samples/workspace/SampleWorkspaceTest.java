/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleWorkspaceTest {
  private static final Path SOURCE = Path.of("workspace");
  private static final long LARGEST_BYTES = 5_000_000;
  private static final int SIDE = 128;

  @TempDir
  Path temp;

  @Test
  void listsExactlyItsFiles() throws IOException {
    TreeSet<String> onDisk = new TreeSet<>(below(SOURCE));
    onDisk.remove("index.txt");
    assertEquals(onDisk, new TreeSet<>(sample().files()));
  }

  @Test
  void copiesEveryByte() throws IOException {
    int written = sample().copyTo(temp.resolve("new"), () -> false);
    List<String> copied = below(temp.resolve("new"));
    assertEquals(sample().files().size(), written);
    assertEquals(written, copied.size());
    for (String name : copied) {
      assertArrayEquals(Files.readAllBytes(SOURCE.resolve(name)), Files.readAllBytes(temp.resolve("new").resolve(name)),
          name);
    }
  }

  @Test
  void copiesOutOfAJar() throws IOException {
    Path jar = temp.resolve("a b.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of("index.txt", "labels.csv", "README.md")) {
        out.putNextEntry(new JarEntry("workspace/" + name));
        out.write(name.equals("index.txt") ? "README.md\nlabels.csv\n".getBytes()
            : Files.readAllBytes(SOURCE.resolve(name)));
        out.closeEntry();
      }
    }
    URL inside = URI.create("jar:" + jar.toUri() + "!/workspace/").toURL();
    assertEquals(2, new SampleWorkspace(inside).copyTo(temp.resolve("out"), () -> false));
    assertEquals(Files.readString(SOURCE.resolve("labels.csv")), Files.readString(temp.resolve("out/labels.csv")));
  }

  @Test
  void keepsWhatTheUserChanged() throws IOException {
    Files.writeString(temp.resolve("labels.csv"), "mine");
    int written = sample().copyTo(temp, () -> false);
    assertEquals(sample().files().size() - 1, written);
    assertEquals("mine", Files.readString(temp.resolve("labels.csv")));
    assertEquals(0, sample().copyTo(temp, () -> false));
  }

  @Test
  void stopsWhenCancelled() throws IOException {
    int[] asked = {0};
    assertEquals(2, sample().copyTo(temp, () -> ++asked[0] > 2));
    assertEquals(2, below(temp).size());
  }

  @Test
  void refusesFilesOutside() throws IOException {
    for (String bad : List.of("../escape.txt", "a/../../escape.txt", "/escape.txt", ".")) {
      Files.writeString(temp.resolve("index.txt"), "README.md\n" + bad + "\n");
      SampleWorkspace hostile = new SampleWorkspace(temp.toUri().toURL());
      IOException refusal = assertThrows(IOException.class, () -> hostile.copyTo(temp.resolve("to"), () -> false), bad);
      assertTrue(refusal.getMessage().contains(bad), refusal.getMessage());
    }
    assertFalse(Files.exists(temp.resolve("to")));
  }

  @Test
  void wantsAFolder() throws IOException {
    URL file = SOURCE.resolve("labels.csv").toUri().toURL();
    assertThrows(IllegalArgumentException.class, () -> new SampleWorkspace(file));
  }

  @Test
  void isSmallAndWhole() throws IOException {
    long bytes = 0;
    for (String name : sample().files()) {
      bytes += Files.size(SOURCE.resolve(name));
    }
    assertTrue(bytes < LARGEST_BYTES, bytes + " bytes");
    List<String> rows = Files.readAllLines(SOURCE.resolve("labels.csv"));
    assertEquals("picture,animal,ground,mask", rows.get(0));
    assertEquals(below(SOURCE.resolve("pictures")).size(), rows.size() - 1);
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",");
      assertTrue(cells[0].startsWith("pictures/" + cells[1] + "-on-" + cells[2] + "/"), row);
      var picture = ImageIO.read(SOURCE.resolve(cells[0]).toFile());
      var mask = ImageIO.read(SOURCE.resolve(cells[3]).toFile());
      assertEquals(List.of(SIDE, SIDE, SIDE, SIDE),
          List.of(picture.getWidth(), picture.getHeight(), mask.getWidth(), mask.getHeight()), row);
    }
  }

  private static SampleWorkspace sample() throws IOException {
    return new SampleWorkspace(SOURCE.toUri().toURL());
  }

  private static List<String> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString().replace('\\', '/')).sorted()
          .toList();
    }
  }
}
