/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.build;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.loupe.scene.Group;
import org.loupe.scene.Item;
import org.loupe.scene.Rect;
import org.loupe.scene.TextItem;
import org.loupe.scene.text.Ellipsis;
import org.loupe.scene.text.TextMeasure;

/** Finds where the texts of items stand, turned ones included. */
final class TextBoxes {
  private static final double SLACK = 0.5;

  record Box(String text, Rect bounds) {
  }

  private TextBoxes() {
  }

  static List<Box> of(List<? extends Item> items, TextMeasure measure) {
    List<Box> out = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof TextItem t && !Ellipsis.fit(t.text(), t.style(), t.maxWidth(), measure).isEmpty()) {
        Rect r = measure.bounds(t);
        // quarter turns are all that layouts use: swap the sides about the position
        out.add(new Box(t.text(), t.rotation() == -90
            ? new Rect(t.x() + r.y() - t.y(), t.y() - (r.right() - t.x()), r.height(), r.width()) : r));
      } else if (item instanceof Group g) {
        of(g.items(), measure).forEach(b -> out.add(new Box(b.text, b.bounds.translate(g.dx(), g.dy()))));
      }
    }
    return out;
  }

  /** Fails if a text leaves an area or two texts touch. */
  static void check(String what, Rect area, List<? extends Item> items, TextMeasure measure) {
    List<Box> boxes = of(items, measure);
    for (int i = 0; i < boxes.size(); i++) {
      Rect a = boxes.get(i).bounds;
      assertTrue(a.x() >= area.x() - SLACK && a.y() >= area.y() - SLACK && a.right() <= area.right() + SLACK
          && a.bottom() <= area.bottom() + SLACK, what + ": " + boxes.get(i) + " leaves " + area);
      for (int j = 0; j < i; j++) {
        Rect shared = a.intersect(boxes.get(j).bounds);
        assertTrue(shared.width() <= SLACK || shared.height() <= SLACK,
            what + ": " + boxes.get(i) + " overlaps " + boxes.get(j));
      }
    }
  }
}
