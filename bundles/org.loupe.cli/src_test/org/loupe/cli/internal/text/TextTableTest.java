/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void wordsGoLeftAndNumbersRight() {
    TextTable table = new TextTable().left("layer").right("size").left("file");
    table.row("a", "5", "x").row("longer-id", "1000", "");
    assertEquals("""
        : layer      size  file
        : a             5  x
        : longer-id  1000
        """, print(table, ": "));
  }

  @Test
  void withoutHeadingsThereIsNoHeadingLine() {
    assertEquals("a  b\n", print(new TextTable().left("").left("").row("a", "b"), ""));
  }

  @Test
  void cellsCannotBreakOutOfTheirLine() {
    assertEquals("a\\nb\\u001b  c\n", print(new TextTable().left("").left("").row("a\nb\u001b", "c"), ""));
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    TextTable table = new TextTable().left("");
    assertThrows(IllegalArgumentException.class, () -> table.row("a", "b"));
  }

  private static String print(TextTable table, String indent) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), indent);
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
