/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.Group;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.SceneColor;
import org.loupe.scene.TextItem;
import org.loupe.scene.text.TextMeasure;

/** The legend of categories: squares of colour with names, in lines as long as the area is wide. */
public record Swatches(List<Entry> entries) {
  private static final double SIDE = 11;

  /** One category. */
  public record Entry(SceneColor color, String label) {
  }

  public Swatches {
    entries = List.copyOf(entries);
  }

  /** Height needed in an area of some width. */
  public double height(double width, TextMeasure measure) {
    return entries.isEmpty() ? 0 : place(new Rect(0, 0, width, 0), measure).getLast().bottom();
  }

  /** From the upper left of an area on; a name longer than a line is cut, with all of it in a tooltip. */
  public Group draw(Rect area, TextMeasure measure) {
    List<Rect> places = place(area, measure);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Rect r = places.get(i);
      Rect square = new Rect(r.x(), r.centerY() - SIDE / 2, SIDE, SIDE);
      items.add(new PathItem(PathData.rect(square), Optional.of(entries.get(i).color),
          Optional.of(Styles.GRID_LINE)));
      items.addAll(SceneBuilder.label(TextItem.of(entries.get(i).label, square.right() + Styles.GAP, r.centerY(),
          Styles.SMALL).align(Anchor.START, Baseline.MIDDLE).limit(r.right() - square.right() - Styles.GAP + 0.01),
          measure));
    }
    return Group.of("", items);
  }

  private List<Rect> place(Rect area, TextMeasure measure) {
    double line = measure.height(Styles.SMALL) + 2;
    List<Rect> out = new ArrayList<>();
    double x = area.x();
    double y = area.y();
    for (Entry e : entries) {
      double width = Math.min(area.width(), SIDE + Styles.GAP + measure.width(e.label, Styles.SMALL));
      if (x > area.x() && x + width > area.right()) {
        x = area.x();
        y += line;
      }
      out.add(new Rect(x, y, width, line));
      x += width + Styles.MARGIN;
    }
    return out;
  }
}
