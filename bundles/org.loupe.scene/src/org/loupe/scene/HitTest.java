/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds regions by position. */
final class HitTest {
  private HitTest() {
  }

  static Optional<HitRegion> topmost(List<Item> items, double x, double y) {
    for (int i = items.size() - 1; i >= 0; i--) {
      Optional<HitRegion> found = switch (items.get(i)) {
        case HitRegion r -> r.bounds().contains(x, y) ? Optional.of(r) : Optional.empty();
        case HitGrid g -> g.bounds().contains(x, y) ? Optional.of(cell(g, x, y)) : Optional.empty();
        case Group g -> {
          boolean cut = g.clip().isPresent() && !g.clip().get().contains(x - g.dx(), y - g.dy());
          yield cut ? Optional.empty() : topmost(g.items(), x - g.dx(), y - g.dy()).map(r -> moved(r, g));
        }
        case PathItem p -> Optional.empty();
        case ImageItem p -> Optional.empty();
        case TextItem t -> Optional.empty();
      };
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static HitRegion cell(HitGrid g, double x, double y) {
    Rect b = g.bounds();
    int row = Math.min(g.rows() - 1, (int) ((y - b.y()) / b.height() * g.rows()));
    int column = Math.min(g.columns() - 1, (int) ((x - b.x()) / b.width() * g.columns()));
    return g.region(row, column);
  }

  static List<HitRegion> all(List<Item> items) {
    List<HitRegion> out = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof HitRegion r) {
        out.add(r);
      } else if (item instanceof Group g) {
        for (HitRegion r : all(g.items())) {
          Rect seen = g.clip().map(c -> c.intersect(r.bounds())).orElse(r.bounds());
          if (seen.width() > 0 && seen.height() > 0) {
            out.add(moved(new HitRegion(seen, r.tooltip(), r.selection()), g));
          }
        }
      }
    }
    return out;
  }

  private static HitRegion moved(HitRegion r, Group g) {
    return new HitRegion(r.bounds().translate(g.dx(), g.dy()), r.tooltip(), r.selection());
  }
}
