/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.ui.graph.model.Item;

/**
 * Where values cross the upper or lower border of an open group: side by side in the middle, however the lines stand
 * inside. Without that, a chain of open groups would drift sideways by what their entries are off their exits.
 */
final class Border {
  /** Between two crossings, and between the lines that lead to them. */
  private static final double STEP = 7;
  /** So many lines that they would cover what is below: they stay where they are. */
  private static final int MANY = 12;

  private final Map<Item, Double> inner;
  private final Map<Item, Double> ports = new IdentityHashMap<>();
  private final Map<Item, Integer> tracks = new IdentityHashMap<>();
  private int height;

  /** @param inner where each value stands inside */
  Border(Map<Item, Double> inner, double width) {
    this.inner = inner;
    List<Item> order = new ArrayList<>(inner.keySet());
    order.sort(Comparator.comparing(inner::get));
    for (int i = 0; i < order.size(); i++) {
      Item item = order.get(i);
      ports.put(item, order.size() > MANY ? inner.get(item) : width / 2 + (i - (order.size() - 1) / 2.0) * STEP);
    }
    // the outermost turns next to the border, so that no line crosses another
    int left = 0;
    for (Item item : order) {
      if (inner.get(item) < ports.get(item)) {
        tracks.put(item, left++);
      }
    }
    int right = 0;
    for (Item item : order.reversed()) {
      if (inner.get(item) > ports.get(item)) {
        tracks.put(item, right++);
      }
    }
    height = Math.max(left, right);
  }

  /** Room that the lines take up. */
  double height() {
    return height == 0 ? 0 : (height + 1) * STEP;
  }

  Map<Item, Double> ports() {
    return ports;
  }

  /** From the upper border to above where the value stands inside. */
  List<double[]> entry(Item value, double title) {
    return turns(value, 0, title + STEP * (tracks.getOrDefault(value, 0) + 1));
  }

  /** From below where the value stands inside to the lower border. */
  List<double[]> exit(Item value, double bottom) {
    return turns(value, bottom, bottom - STEP * (tracks.getOrDefault(value, 0) + 1)).reversed();
  }

  private List<double[]> turns(Item value, double border, double track) {
    double x = ports.get(value);
    double to = inner.get(value);
    return x == to ? List.of(new double[] {x, border})
        : List.of(new double[] {x, border}, new double[] {x, track}, new double[] {to, track});
  }
}
