/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void ordinaryTextIsLeftAlone() {
    String text = "chelsea (Größe 3) \u732b C:\\new";
    assertSame(text, Printable.of(text));
  }

  @Test
  void terminalSequencesAndForgedLinesAreShown() {
    assertEquals("a\\u001b[2Jb", Printable.of("a\u001b[2Jb"));
    assertEquals("ok\\nloupe: done\\r\\t", Printable.of("ok\nloupe: done\r\t"));
    assertEquals("\\u009b\\u007f\\u0000", Printable.of("\u009b\u007f\0"));
  }

  @Test
  void textThatHidesOrReordersIsShown() {
    assertEquals("a\\u202egnp.exe", Printable.of("a\u202egnp.exe"));
    assertEquals("x\\u200by\\u2028z", Printable.of("x\u200by\u2028z"));
    assertEquals("\\u{e0041}", Printable.of(new String(Character.toChars(0xe0041))));
    assertEquals("\\ud800", Printable.of("\ud800"));
  }
}
