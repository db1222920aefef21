/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every source file. */
class SourcesTest {
  private static final String HEADER = """
      /*
       * Copyright (c) 2026 The Loupe authors.
       * This program and the accompanying materials are made available under the terms of the
       * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
       * SPDX-License-Identifier: EPL-2.0
       */
      """;
  private static final List<String> FOLDERS = List.of("bundles", "tests", "releng", "vendor");
  private static final Pattern SERIALISATION = Pattern.compile("\\bObject(In|Out)putStream\\b");
  private static final int LONGEST_CLASS = 400;
  private static final int LONGEST_LINE = 120;

  @Test
  void beginsWithTheLicenceHeader() throws IOException {
    assertEquals(List.of(), sources(text -> !text.startsWith(HEADER)));
  }

  @Test
  void isReadable() throws IOException {
    assertEquals(List.of(), sources(text -> text.lines().count() > LONGEST_CLASS), "longer than " + LONGEST_CLASS);
    assertEquals(List.of(), sources(text -> text.lines().anyMatch(l -> l.length() > LONGEST_LINE)), "lines too long");
    assertEquals(List.of(), sources(text -> text.contains("\t")), "tabs");
  }

  @Test
  void usesNoJavaSerialisation() throws IOException {
    String self = "SourcesTest.java";
    assertEquals(List.of(), sources(text -> SERIALISATION.matcher(text).find()).stream()
        .filter(f -> !f.endsWith(self)).toList());
  }

  /** The Java files, as paths in the checkout, whose text is as asked for. */
  private static List<String> sources(Predicate<String> wanted) throws IOException {
    List<String> found = new ArrayList<>();
    for (String folder : FOLDERS) {
      Path top = Bundle.root().resolve(folder);
      if (!Files.isDirectory(top)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(top)) {
        for (Path file : files.filter(SourcesTest::isSource).sorted().toList()) {
          if (wanted.test(Files.readString(file))) {
            found.add(Bundle.root().relativize(file).toString());
          }
        }
      }
    }
    return found;
  }

  private static boolean isSource(Path file) {
    Path inside = Bundle.root().relativize(file);
    for (Path part : inside) {
      if (part.toString().equals("target")) {
        return false;
      }
    }
    return file.toString().endsWith(".java");
  }
}
