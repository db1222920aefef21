/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.loupe.ui.graph.colour.NodeValues;
import org.loupe.ui.graph.layout.Box;

/** What the colours mean, with numbers. */
final class Legend {
  private static final int GAP = 14;
  private static final int SWATCH = 12;
  private static final int BAR = 180;
  private static final int TICKS = 3;
  private static final int LEFT = 4;
  private static final int LEAST_WIDTH = 80;

  private final Canvas canvas;
  private final List<Entry> entries = new ArrayList<>();
  private NodeValues.Numbers numbers;
  private Scale scale;
  private String text = "";

  private record Entry(Color color, String label) {
  }

  Legend(Composite parent) {
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    canvas.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    canvas.setData("org.loupe.ui.graph.id", "legend");
    canvas.addListener(SWT.Paint, e -> {
      // no theme gives a canvas the ground of what is around it
      e.gc.setBackground(parent.getBackground());
      e.gc.fillRectangle(canvas.getClientArea());
      paint(e.gc, false);
    });
    canvas.addListener(SWT.Resize, e -> resized());
    canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
      @Override
      public void getName(AccessibleEvent e) {
        e.result = Messages.Legend_name + " " + describe();
      }
    });
  }

  /** Only a sentence. */
  void say(String sentence) {
    entries.clear();
    numbers = null;
    text = sentence;
    resized();
  }

  /** Shows kinds with how many layers each has, or numbers from the least to the greatest that is drawn. */
  void show(NodeValues values, List<Box> boxes) {
    entries.clear();
    numbers = null;
    text = values.note();
    switch (values) {
      case NodeValues.Kinds kinds -> kinds.kinds().forEach(kind -> {
        long count = kinds.byLayer().values().stream().filter(kind.id()::equals).count();
        if (count > 0) {
          entries.add(new Entry(new Color(kind.rgb() >> 16 & 255, kind.rgb() >> 8 & 255, kind.rgb() & 255),
              kind.label() + String.format(" (%,d)", count)));
        }
      });
      case NodeValues.Numbers n -> {
        numbers = n;
        scale = BoxColours.scale(n, boxes);
        if (!n.remarks().isEmpty()) {
          text = NLS.bind(n.remarks().size() == 1 ? Messages.Legend_oneWithout : Messages.Legend_without, text,
              n.remarks().size());
        }
      }
    }
    resized();
  }

  /** All that the legend says, in words. */
  String describe() {
    List<String> parts = new ArrayList<>();
    entries.forEach(e -> parts.add(e.label()));
    if (numbers != null) {
      parts.add(numbers.quantity());
      parts.add(numbers.unit().format(scale.least()) + " - " + numbers.unit().format(scale.greatest()));
    }
    parts.add(text);
    return String.join(", ", parts);
  }

  private void resized() {
    GC gc = new GC(canvas);
    int height = paint(gc, true);
    gc.dispose();
    GridData data = (GridData) canvas.getLayoutData();
    if (data.heightHint != height) {
      data.heightHint = height;
      canvas.requestLayout();
    }
    canvas.setToolTipText(describe().replace("&", "&&"));
    canvas.redraw();
  }

  /** @param measure whether nothing is to be drawn @return the height that is needed */
  private int paint(GC gc, boolean measure) {
    int line = Math.max(SWATCH, gc.getFontMetrics().getHeight()) + 6;
    Point at = new Point(LEFT, 3);
    gc.setForeground(canvas.getForeground());
    for (Entry e : entries) {
      wrap(at, SWATCH + 5 + gc.textExtent(e.label()).x, line);
      if (!measure) {
        gc.setBackground(e.color());
        gc.fillRectangle(at.x, at.y + 2, SWATCH, SWATCH);
        gc.drawRectangle(at.x, at.y + 2, SWATCH - 1, SWATCH - 1);
        gc.drawText(e.label(), at.x + SWATCH + 5, at.y, SWT.DRAW_TRANSPARENT);
      }
      at.x += SWATCH + 5 + gc.textExtent(e.label()).x + GAP;
    }
    if (numbers != null) {
      bar(gc, at, line, measure);
    }
    // the numbers below the bar
    int ticks = numbers == null ? 0 : SWATCH + 2;
    int bottom = at.y + line + ticks;
    if (!text.isEmpty()) {
      if (at.x + gc.textExtent(text).x > right() && at.x > LEFT) {
        at.x = LEFT;
        at.y = bottom;
      }
      for (String words : lines(gc, text)) {
        if (!measure) {
          gc.drawText(words, at.x, at.y, SWT.DRAW_TRANSPARENT);
        }
        at.y += line;
      }
    }
    return Math.max(bottom, at.y);
  }

  /** A text in lines that have room. */
  private List<String> lines(GC gc, String words) {
    List<String> out = new ArrayList<>();
    String now = "";
    for (String word : words.split(" ")) {
      String longer = now.isEmpty() ? word : now + " " + word;
      if (!now.isEmpty() && LEFT + gc.textExtent(longer).x > right()) {
        out.add(now);
        longer = word;
      }
      now = longer;
    }
    out.add(now);
    return out;
  }

  private int right() {
    return Math.max(LEAST_WIDTH, canvas.getSize().x) - LEFT;
  }

  private void wrap(Point at, int width, int line) {
    if (at.x > LEFT && at.x + width > right()) {
      at.x = LEFT;
      at.y += line;
    }
  }

  private void bar(GC gc, Point at, int line, boolean measure) {
    String title = numbers.quantity();
    int titleWidth = gc.textExtent(title).x + 10;
    String[] ticks = new String[TICKS];
    int last = 0;
    for (int i = 0; i < TICKS; i++) {
      ticks[i] = numbers.unit().format(scale.value(i / (TICKS - 1.0)));
      last = gc.textExtent(ticks[i]).x;
    }
    int width = Math.max(BAR, TICKS * (last + GAP));
    wrap(at, titleWidth + width + last, line);
    if (!measure) {
      gc.drawText(title, at.x, at.y, SWT.DRAW_TRANSPARENT);
      int x = at.x + titleWidth;
      for (int i = 0; i < width; i++) {
        int argb = BoxColours.MAP.argb(i / (width - 1.0));
        gc.setBackground(new Color(argb >> 16 & 255, argb >> 8 & 255, argb & 255));
        gc.fillRectangle(x + i, at.y + 2, 1, SWATCH);
      }
      for (int i = 0; i < TICKS; i++) {
        int size = gc.textExtent(ticks[i]).x;
        int tick = x + i * (width - 1) / (TICKS - 1);
        gc.drawLine(tick, at.y + 2 + SWATCH, tick, at.y + 5 + SWATCH);
        gc.drawText(ticks[i], Math.max(x, tick - size / 2), at.y + SWATCH + 6, SWT.DRAW_TRANSPARENT);
      }
    }
    at.x += titleWidth + width + last + GAP;
  }
}
