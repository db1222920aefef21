/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.text;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.AffineTransform;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.loupe.scene.TextStyle;

/** Measures with Java's logical fonts, which the PNG writer draws with. Needs no display. */
public final class AwtTextMeasure implements TextMeasure {
  private static final FontRenderContext CONTEXT = new FontRenderContext(new AffineTransform(), true, true);
  private final Map<TextStyle, Font> fonts = new ConcurrentHashMap<>();

  /** @throws RuntimeException or an error of the Java runtime, if this machine has no fonts or no font library */
  public AwtTextMeasure() {
    width("x", TextStyle.plain(10));
  }

  /** The font for a style. */
  public static Font font(TextStyle style) {
    String face = style.fixedWidth() ? Font.MONOSPACED : Font.SANS_SERIF;
    Font font = new Font(face, style.bold() ? Font.BOLD : Font.PLAIN, 1);
    return font.deriveFont((float) style.size());
  }

  @Override
  public double width(String text, TextStyle style) {
    return cached(style).getStringBounds(text, CONTEXT).getWidth();
  }

  @Override
  public double ascent(TextStyle style) {
    return metrics(style).getAscent();
  }

  @Override
  public double descent(TextStyle style) {
    return metrics(style).getDescent();
  }

  private LineMetrics metrics(TextStyle style) {
    return cached(style).getLineMetrics("Ag", CONTEXT);
  }

  private Font cached(TextStyle style) {
    return fonts.computeIfAbsent(style, AwtTextMeasure::font);
  }
}
