/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.loupe.scene.TextStyle;
import org.loupe.scene.text.TextMeasure;

/** Measures with the fonts that the canvas draws with. */
record GcTextMeasure(GC gc, Fonts fonts) implements TextMeasure {
  static final int FLAGS = SWT.DRAW_TRANSPARENT;

  @Override
  public double width(String text, TextStyle style) {
    Fonts.Scaled font = fonts.font(style);
    gc.setFont(font.font());
    return gc.textExtent(text, FLAGS).x * font.factor();
  }

  @Override
  public double ascent(TextStyle style) {
    Fonts.Scaled font = fonts.font(style);
    gc.setFont(font.font());
    return (gc.getFontMetrics().getAscent() + gc.getFontMetrics().getLeading()) * font.factor();
  }

  @Override
  public double descent(TextStyle style) {
    Fonts.Scaled font = fonts.font(style);
    gc.setFont(font.font());
    return gc.getFontMetrics().getDescent() * font.factor();
  }
}
