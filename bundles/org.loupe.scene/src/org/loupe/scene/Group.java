/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

import java.util.List;
import java.util.Optional;

/**
 * Items moved together.
 *
 * @param items drawn in order
 * @param dx moved to the right by
 * @param dy moved down by
 * @param clip nothing outside is seen or hit; in the coordinates of the items
 * @param label what the group shows, for those who do not see it; may be empty
 */
public record Group(List<Item> items, double dx, double dy, Optional<Rect> clip, String label) implements Item {
  public Group {
    if (!Double.isFinite(dx + dy)) {
      throw new IllegalArgumentException("a group cannot be moved by " + dx + ", " + dy);
    }
    items = List.copyOf(items);
    label = SafeText.label(label);
  }

  public static Group of(String label, List<? extends Item> items) {
    return new Group(List.copyOf(items), 0, 0, Optional.empty(), label);
  }

  public Group moved(double x, double y) {
    return new Group(items, dx + x, dy + y, clip, label);
  }

  public Group clipped(Rect to) {
    return new Group(items, dx, dy, Optional.of(to), label);
  }
}
