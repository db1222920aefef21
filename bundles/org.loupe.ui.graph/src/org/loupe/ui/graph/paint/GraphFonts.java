/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.paint;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.loupe.ui.graph.layout.Metrics;
import org.loupe.ui.graph.layout.TextWidths;

/** The fonts of a drawing, by size. To be disposed of. */
public final class GraphFonts {
  private static final double POINTS_PER_INCH = 72;

  private final Device device;
  private final String face;
  private final Map<Integer, Font> fonts = new HashMap<>();

  /** @param base whose face is used */
  public GraphFonts(Device device, Font base) {
    this.device = device;
    this.face = base.getFontData()[0].getName();
  }

  /** The font that is nearest to the drawing's letters at a scale, but not larger. */
  Font font(double scale, boolean bold) {
    double points = Metrics.LETTERS * scale * POINTS_PER_INCH / device.getDPI().y;
    int whole = Math.max(1, (int) Math.floor(points + 0.25));
    return fonts.computeIfAbsent(2 * whole + (bold ? 1 : 0),
        k -> new Font(device, new FontData(face, whole, bold ? SWT.BOLD : SWT.NORMAL)));
  }

  /** How wide the letters are at 100 %. */
  public TextWidths widths() {
    double[] widths = new double[TextWidths.END - TextWidths.FIRST];
    GC gc = new GC(device);
    try {
      gc.setFont(font(1, false));
      for (char c = TextWidths.FIRST; c < TextWidths.END; c++) {
        // ten of them, so that rounding to whole pixels does not count
        widths[c - TextWidths.FIRST] = gc.stringExtent(String.valueOf(c).repeat(10)).x / 10.0;
      }
      return new TextWidths(widths, gc.stringExtent("\u00d7\u2026\u2013").x / 3.0);
    } finally {
      gc.dispose();
    }
  }

  public void dispose() {
    fonts.values().forEach(Font::dispose);
    fonts.clear();
  }
}
