/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import java.util.ArrayList;
import java.util.List;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.TextMeasure;

/**
 * The legend of colours from low to high, in a line.
 *
 * @param what is low or high
 * @param low word or number at the low end
 * @param high word or number at the high end
 * @param missing whether something has no value
 */
public record LowHigh(String what, String low, String high, boolean missing) {
  private static final double THICK = 11;
  private static final double MOST = 120;
  private static final double LEAST = 30;
  private static final String NO_VALUE = "no value";

  public static double height(TextMeasure measure) {
    return measure.height(Styles.SMALL) + 2;
  }

  /** From the left of an area; without the first words where it is narrow. */
  public List<Item> draw(Rect area, TextMeasure measure) {
    double ends = measure.width(low, Styles.SMALL) + measure.width(high, Styles.SMALL) + 2 * Styles.GAP
        + (missing ? THICK + measure.width(NO_VALUE, Styles.SMALL) + Styles.MARGIN + Styles.GAP : 0);
    String said = what + ":";
    boolean words = measure.width(said, Styles.SMALL) + Styles.GAP + ends + LEAST <= area.width();
    double left = area.width() - ends - (words ? measure.width(said, Styles.SMALL) + Styles.GAP : 0);
    double bar = Math.clamp(left, LEAST, MOST);
    double middle = area.y() + measure.height(Styles.SMALL) / 2;
    List<Item> items = new ArrayList<>();
    double x = area.x();
    if (words) {
      x = text(said, x, middle, items, measure) + Styles.GAP;
    }
    x = text(low, x, middle, items, measure) + Styles.GAP;
    Rect place = new Rect(x, middle - THICK / 2, bar, THICK);
    items.add(new ImageItem(Raster.of(256, 1, (i, y) -> Colours.LOW_HIGH.argb(i / 255.0)), place, true, 1,
        what + " from " + low + " to " + high));
    x = text(high, place.right() + Styles.GAP, middle, items, measure);
    if (missing) {
      x += Styles.MARGIN;
      items.add(PathItem.filled(PathData.circle(x + THICK / 2, middle, THICK / 2 - 1), Colours.NO_VALUE));
      text(NO_VALUE, x + THICK + Styles.GAP, middle, items, measure);
    }
    return items;
  }

  private static double text(String text, double x, double y, List<Item> items, TextMeasure measure) {
    items.add(TextItem.of(text, x, y, Styles.SMALL).align(Anchor.START, Baseline.MIDDLE));
    return x + measure.width(text, Styles.SMALL);
  }
}
