/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {

  @ParameterizedTest
  @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = {
      "plain text,plain text", "a\u0000b\u0007c,abc", "a\u001b[31mb,a[31mb", "\u202eevil\u202c,evil",
      "\u2066x\u2069,x", "\ufeffx,x", "a\uffffb,a\ufffdb", "a\ufdd0b,a\ufffdb", "\ud800x,\ufffdx", "x\udc00,x\ufffd",
      "\ud83d\ude00,\ud83d\ude00", "tab\there,tab here", "a\u2028b,a b",
      "Gr\u00fc\u00dfe \u732b,Gr\u00fc\u00dfe \u732b",
      "\u05d0\u05d1,\u05d0\u05d1", "\u0085x,x"})
  void labelsKeepWhatCanBeShown(String in, String out) {
    assertEquals(out, SafeText.label(in));
  }

  @Test
  void linesStayInParagraphsOnly() {
    assertEquals("a b  c", SafeText.label("a\nb\r\nc"));
    assertEquals("a\nb\nc", SafeText.paragraph("a\nb\r\nc"));
  }

  @Test
  void endlessTextIsCutWithoutReadingItAll() {
    String endless = "x".repeat(10_000_000);
    assertEquals(SafeText.MAX_LABEL + 1, SafeText.label(endless).length());
    assertTrue(SafeText.label(endless).endsWith("x\u2026"));
    assertEquals(SafeText.MAX_PARAGRAPH + 1, SafeText.paragraph(endless).length());
  }

  @Test
  void accentsDoNotPileUp() {
    assertEquals("a" + "\u0301".repeat(4) + "b\u0301", SafeText.label("a" + "\u0301".repeat(500) + "b\u0301"));
  }

  @Test
  void everyItemCleansItsText() {
    String evil = "a\u202e\u0000b";
    Rect r = new Rect(0, 0, 1, 1);
    assertEquals("ab", TextItem.of(evil, 0, 0, TextStyle.plain(10)).text());
    assertEquals("ab", HitRegion.of(r, evil).tooltip());
    assertEquals("ab", Group.of(evil, List.of()).label());
    assertEquals("ab", new ImageItem(Raster.of(1, 1, 0), r, true, 1, evil).alt());
    Scene s = new Scene(1, 1, SceneColor.argb(0), evil, evil, List.of());
    assertEquals("abab", s.title() + s.description());
  }
}
