/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.Item;
import org.loupe.scene.Rect;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.Axis;
import org.loupe.scene.build.PlotFrame;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.TextMeasure;

/**
 * The names of layers below a plot: side by side where all have room, else upright, as many as there is room for.
 *
 * @param names shortened to fit
 * @param upright whether they stand
 * @param room height that they take below the line that the frame leaves free for them
 * @param line height of a line of text
 */
record LayerAxis(List<String> names, boolean upright, double room, double line) {
  /** Fonts of the screen may be wider than those that are measured with. */
  private static final double WIDER = 1.2;
  /** Part of the height that names may take. */
  private static final double SHARE = 0.42;
  private static final double PAD = 7;

  static LayerAxis of(List<String> ids, Rect area, TextMeasure measure) {
    double line = measure.height(Styles.SMALL);
    double widest = 0;
    for (String id : ids) {
      widest = Math.max(widest, WIDER * measure.width(id, Styles.SMALL));
    }
    if (widest + Styles.GAP <= area.width() / Math.max(1, ids.size() + 1)) {
      return new LayerAxis(ids, false, 0, line);
    }
    double length = Math.max(line, Math.min(widest, area.height() * SHARE));
    return new LayerAxis(ShortNames.of(ids, length, s -> WIDER * measure.width(s, Styles.SMALL)), true, length - line,
        line);
  }

  /** An axis without names of its own. */
  Axis axis() {
    return Axis.categories(Collections.nCopies(names.size(), ""), "");
  }

  /** The names below a frame. */
  List<Item> items(PlotFrame frame) {
    List<Item> items = new ArrayList<>();
    double band = frame.inner().width() / Math.max(1, names.size());
    int every = upright ? (int) Math.max(1, Math.ceil(line / band)) : 1;
    for (int i = 0; i < names.size(); i += every) {
      TextItem name = TextItem.of(names.get(i), frame.x(i), frame.inner().bottom() + PAD, Styles.SMALL)
          .color(Styles.MUTED);
      items.add(upright ? name.rotate(-90).align(Anchor.END, Baseline.MIDDLE)
          : name.align(Anchor.MIDDLE, Baseline.TOP));
    }
    return items;
  }
}
