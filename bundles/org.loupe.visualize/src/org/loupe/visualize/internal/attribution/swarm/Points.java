/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.swarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.SceneColor;
import org.loupe.visualize.internal.attribution.Colours;
import org.loupe.visualize.internal.attribution.FeatureLines;

/**
 * A line of points, each at its attribution; those that would lie over each other stand above and below the line in
 * turn, the nearer the more there are, so that none leaves it.
 */
final class Points {
  private static final double MOST_RADIUS = 3.5;
  private static final double LEAST_RADIUS = 1.8;
  private static final double SHARE = 0.13;

  private Points() {
  }

  static List<Item> of(Swarm swarm, FeatureLines lines, Rect line) {
    double radius = Math.clamp(line.height() * SHARE, LEAST_RADIUS, MOST_RADIUS);
    double[] y = heights(swarm.values(), lines, line, radius);
    List<Item> items = new ArrayList<>();
    IntStream.range(0, y.length).boxed().sorted(Comparator.comparing(i -> !Double.isNaN(swarm.positions()[i])))
        .forEach(i -> {
          double x = lines.x(swarm.values()[i]);
          items.add(PathItem.filled(PathData.circle(x, y[i], radius),
              SceneColor.argb(Colours.LOW_HIGH.argb(swarm.positions()[i]))));
          items.add(HitRegion.of(new Rect(x - radius, y[i] - radius, 2 * radius, 2 * radius), swarm.tooltip(i),
              swarm.selection(i)));
        });
    return items;
  }

  private static double[] heights(double[] values, FeatureLines lines, Rect line, double radius) {
    Map<Long, List<Integer>> bins = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      bins.computeIfAbsent(Math.round(lines.x(values[i]) / (2 * radius)), k -> new ArrayList<>()).add(i);
    }
    int highest = bins.values().stream().mapToInt(List::size).max().orElse(1);
    double room = Math.max(0, line.height() * 0.92 - 2 * radius);
    double apart = highest > 1 ? Math.min(2 * radius, room / (highest - 1)) : 0;
    double[] out = new double[values.length];
    for (List<Integer> bin : bins.values()) {
      for (int k = 0; k < bin.size(); k++) {
        int step = (k + 1) / 2 * (k % 2 == 0 ? 1 : -1);
        // an even number of points is centred by half a step
        double shift = bin.size() % 2 == 0 ? 0.5 : 0;
        out[bin.get(k)] = line.centerY() + (step + shift) * apart;
      }
    }
    return out;
  }
}
