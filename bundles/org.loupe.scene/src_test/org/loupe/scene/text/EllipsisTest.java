/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.Rect;
import org.loupe.scene.TextItem;
import org.loupe.scene.TextStyle;

class EllipsisTest {
  private static final TextStyle STYLE = TextStyle.plain(10);

  /** Ten pixels a code unit. */
  private static final TextMeasure TEN = new TextMeasure() {
    @Override
    public double width(String text, TextStyle style) {
      return 10 * text.length();
    }

    @Override
    public double ascent(TextStyle style) {
      return 8;
    }

    @Override
    public double descent(TextStyle style) {
      return 2;
    }
  };

  @Test
  void keepsTheLongestBeginningThatFits() {
    assertEquals("abcdef", Ellipsis.fit("abcdef", STYLE, 60, TEN));
    assertEquals("abcd\u2026", Ellipsis.fit("abcdef", STYLE, 59, TEN));
    assertEquals("\u2026", Ellipsis.fit("abcdef", STYLE, 10, TEN));
    assertEquals("", Ellipsis.fit("abcdef", STYLE, 9, TEN));
    assertEquals("", Ellipsis.fit("", STYLE, 0, TEN));
    assertEquals("ab\u2026", Ellipsis.fit("ab  cdef", STYLE, 50, TEN));
    assertEquals("x".repeat(500), Ellipsis.fit("x".repeat(500), STYLE, Double.POSITIVE_INFINITY, TEN));
  }

  @Test
  void doesNotCutThroughACharacter() {
    assertEquals("a\u2026", Ellipsis.fit("a\ud83d\ude00bcd", STYLE, 30, TEN));
    assertEquals("a\ud83d\ude00\u2026", Ellipsis.fit("a\ud83d\ude00bcd", STYLE, 40, TEN));
    assertEquals("\u2026", Ellipsis.fit("e\u0301e\u0301e\u0301", STYLE, 20, TEN));
  }

  @Test
  void whateverIsMeasuredFits() {
    Random random = new Random(9);
    TextMeasure average = new AverageTextMeasure();
    for (int i = 0; i < 300; i++) {
      StringBuilder b = new StringBuilder();
      random.ints(random.nextInt(40), 32, 0x3100).filter(c -> !Character.isSurrogate((char) c))
          .forEach(b::appendCodePoint);
      double room = random.nextDouble() * 200;
      assertTrue(average.width(Ellipsis.fit(b.toString(), STYLE, room, average), STYLE) <= room, b.toString());
    }
  }

  @Test
  void boundsFollowAnchorAndBaseline() {
    TextItem t = TextItem.of("abc", 100, 50, STYLE);
    assertEquals(new Rect(100, 42, 30, 10), TEN.bounds(t));
    assertEquals(new Rect(85, 50, 30, 10), TEN.bounds(t.align(Anchor.MIDDLE, Baseline.TOP)));
    assertEquals(new Rect(70, 40, 30, 10), TEN.bounds(t.align(Anchor.END, Baseline.BOTTOM)));
    assertEquals(53.6, TEN.baseline(t.align(Anchor.START, Baseline.MIDDLE)), 1e-12);
    assertEquals(20, TEN.bounds(t.limit(20)).width());
  }

  @Test
  void averagesGrowWithTextAndKnowWideAndNarrow() {
    TextMeasure m = new AverageTextMeasure();
    assertTrue(m.width("ii", STYLE) < m.width("mm", STYLE));
    assertTrue(m.width("ab", STYLE) < m.width("ab", TextStyle.bold(10)));
    assertEquals(20, m.width("\u732b\u732b", STYLE), 1e-12);
    assertEquals(m.width("e", STYLE), m.width("e\u0301", STYLE));
    assertEquals(m.width("iiii", new TextStyle(10, false, true)), m.width("mmmm", new TextStyle(10, false, true)));
    assertEquals(2 * m.width("label", STYLE), m.width("label", TextStyle.plain(20)), 1e-12);
    assertFalse(m.height(STYLE) < 10);
  }
}
