/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PaletteTest {
  private static String printed(boolean colours) {
    Palette palette = new Palette(colours);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TextTable().left("a").right("b").painted(c -> palette.paint(c, Palette.Tone.BAD)).left("c")
        .row("x", "1", "y").row("\u001b[31m", "22", "z")
        .print(new PrintStream(out, true, StandardCharsets.UTF_8), "");
    return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void coloursCellsAndNothingElse() {
    String escape = "\u001b";
    String plain = printed(false);
    assertEquals(plain, printed(true).replace(escape + "[31m", "").replace(escape + "[0m", ""));
    assertEquals(2, printed(true).split(escape + "\\[31m", -1).length - 1);
    assertEquals(false, plain.contains(escape));
  }
}
