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
 * A picture as a display list.
 *
 * @param width in pixels, more than 0
 * @param height in pixels, more than 0
 * @param background colour of the ground
 * @param title what it is, one line
 * @param description what it shows, for those who do not see it
 * @param items drawn in order
 */
public record Scene(double width, double height, SceneColor background, String title, String description,
    List<Item> items) {
  /** Longest side in pixels. */
  public static final int MAX_SIDE = 1_000_000;

  /** @throws IllegalArgumentException if the size is out of bounds */
  public Scene {
    if (!(width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE)) {
      throw new IllegalArgumentException("no scene of " + width + " x " + height + " pixels");
    }
    title = SafeText.label(title);
    description = SafeText.paragraph(description);
    items = List.copyOf(items);
  }

  /** The whole area. */
  public Rect bounds() {
    return new Rect(0, 0, width, height);
  }

  /** The topmost region at a point, in the coordinates of the scene. */
  public Optional<HitRegion> hit(double x, double y) {
    return HitTest.topmost(items, x, y);
  }

  /**
   * Outlines of all places that stand for a thing, in the coordinates of the scene; none if every place of its kind
   * does, as in a picture that is about this thing alone.
   */
  public List<PathData> outlines(Selection thing) {
    return new Outlines(thing).of(items);
  }

  /** All regions, grids left out, bottom first, in the coordinates of the scene; what keyboard focus steps through. */
  public List<HitRegion> regions() {
    return HitTest.all(items);
  }
}
