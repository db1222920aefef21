/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileNamesTest {
  @Test
  void aNameFromAModelNeverLeavesItsFolder() {
    for (String name : List.of("../../etc/passwd", "/abs", "C:\\x", "..", ".", "", "a/../../b", "a\0b",
        "\u202egnp", "~/x", "..\\..\\x", "con\n", "a".repeat(5000))) {
      String safe = FileNames.sanitised(name);
      assertTrue(safe.matches("[A-Za-z0-9_+=][A-Za-z0-9_+=.-]{0,79}"), name + " became " + safe);
      assertEquals(1, Path.of(safe).getNameCount());
    }
  }

  @Test
  void ordinaryNamesStayReadable() {
    assertEquals("MobilenetV1_Conv2d_0_Relu6_0", FileNames.sanitised("MobilenetV1/Conv2d_0/Relu6:0"));
    assertEquals("conv1.weight", FileNames.sanitised("conv1.weight"));
  }

  @Test
  void stemsAndEndings() {
    assertEquals("cat", FileNames.stem(Path.of("x/cat.png")));
    assertEquals("png", FileNames.ending(Path.of("x/cat.PNG")));
    assertEquals(".hidden", FileNames.stem(Path.of(".hidden")));
    assertEquals("", FileNames.ending(Path.of(".hidden")));
    assertEquals("", FileNames.ending(Path.of("/")));
  }
}
