/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

import java.util.ArrayList;
import java.util.List;

/** Finds where in a scene a thing is seen. */
final class Outlines {
  private static final double SMALL = 24;
  private static final double AWAY = 2.5;

  private final Selection thing;
  private final List<PathData> found = new ArrayList<>();
  private boolean others;

  Outlines(Selection thing) {
    this.thing = thing;
  }

  List<PathData> of(List<Item> items) {
    collect(items, 0, 0);
    return others ? List.copyOf(found) : List.of();
  }

  private void collect(List<Item> items, double dx, double dy) {
    for (Item item : items) {
      switch (item) {
        case Group g -> collect(g.items(), dx + g.dx(), dy + g.dy());
        case HitGrid g -> {
          others = true;
          g.cells().outlines(thing).forEach(path -> found.add(path.translate(dx, dy)));
        }
        case HitRegion r -> r.selection().filter(s -> s.kind().equals(thing.kind())).ifPresent(s -> {
          if (s.sameThing(thing)) {
            found.add(around(r.bounds()).translate(dx, dy));
          } else {
            others = true;
          }
        });
        default -> {
          // only to be seen
        }
      }
    }
  }

  /** A ring around a point, a frame around a larger place. */
  private static PathData around(Rect place) {
    return place.width() <= SMALL && place.height() <= SMALL
        ? PathData.circle(place.centerX(), place.centerY(), Math.max(place.width(), place.height()) / 2 + AWAY)
        : PathData.rect(place);
  }
}
