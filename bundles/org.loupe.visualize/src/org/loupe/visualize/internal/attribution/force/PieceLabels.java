/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.force;

import java.util.ArrayList;
import java.util.List;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.Item;
import org.loupe.scene.Rect;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.TextMeasure;
import org.loupe.visualize.internal.attribution.Texts;
import org.loupe.visualize.internal.attribution.Wrap;

/**
 * Names below the pieces that they belong to, on as many levels as there is room for, each with a line up to its piece
 * that crosses no other name. What finds no place is left to the tooltip; the strongest choose first.
 */
final class PieceLabels {
  private static final double MOST_WIDTH = 220;
  private static final double LEADER = 8;
  private final Rect area;
  private final TextMeasure measure;
  private final double level;
  private final List<Rect> texts = new ArrayList<>();
  private final List<Rect> leaders = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private double bottom;

  PieceLabels(Rect area, TextMeasure measure) {
    this.area = area;
    this.measure = measure;
    level = 2 * measure.height(Styles.SMALL) + LEADER;
    bottom = area.y();
  }

  void add(Piece piece, double x) {
    String name = Wrap.fit(piece.name(), piece.shown(), Styles.SMALL, Math.min(MOST_WIDTH, area.width() / 2), false,
        measure).getFirst();
    String value = Texts.signed(piece.value());
    double width = Math.max(measure.width(name, Styles.SMALL), measure.width(value, Styles.SMALL));
    for (double y = area.y(); y + level <= area.bottom() + 0.01; y += level) {
      for (double share : new double[] {0.5, 0.1, 0.9}) {
        double left = Math.clamp(x - width * share, area.x(), Math.max(area.x(), area.right() - width));
        Rect text = new Rect(left - Styles.GAP / 2, y + LEADER, width + Styles.GAP, level - LEADER);
        Rect leader = new Rect(x - 1, area.y(), 2, y + LEADER - area.y());
        if (free(text, leader)) {
          texts.add(text);
          leaders.add(leader);
          items.add(piece.leader(x, area.y(), y + LEADER - 1));
          items.add(line(name, left + width / 2, text.y()));
          items.add(line(value, left + width / 2, text.y() + measure.height(Styles.SMALL)).color(Styles.MUTED));
          bottom = Math.max(bottom, text.bottom());
          return;
        }
      }
    }
  }

  private static TextItem line(String text, double x, double y) {
    return TextItem.of(text, x, y, Styles.SMALL).align(Anchor.MIDDLE, Baseline.TOP);
  }

  private boolean free(Rect text, Rect leader) {
    return texts.stream().noneMatch(t -> meet(t, text) || meet(t, leader))
        && leaders.stream().noneMatch(l -> meet(l, text));
  }

  private static boolean meet(Rect a, Rect b) {
    Rect shared = a.intersect(b);
    return shared.width() > 0 && shared.height() > 0;
  }

  List<Item> items() {
    return items;
  }

  double bottom() {
    return bottom;
  }
}
