/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loupe.api.LoupeException;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.Table;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.Selection;

/** What the table of a layer's channels says of each. */
final class ChannelFigures {
  private static final int MOST_LINES = 12;
  private final FeatureMaps maps;

  ChannelFigures(FeatureMaps maps) {
    this.maps = maps;
  }

  /** What a channel is called. */
  String noun() {
    return maps.layout().kind() == FeatureLayout.Kind.ATTENTION ? "head" : "channel";
  }

  /** Name and figures of a channel, a line each. */
  String text(int channel) {
    StringBuilder out = new StringBuilder(noun()).append(' ').append(channel);
    maps.channels().columns().stream().skip(1).limit(MOST_LINES).filter(c -> channel < c.size()).forEach(column -> {
      String value = switch (column) {
        case Table.Texts t -> t.values().get(channel);
        case Table.Numbers n -> Numbers.format(n.value(channel)) + (n.unit().isEmpty() ? "" : " " + n.unit());
      };
      out.append('\n').append(column.name()).append(' ').append(value);
    });
    return out.toString();
  }

  Selection selection(int channel) {
    return Selection.of(Selection.CHANNEL, maps.layer(), channel);
  }

  /**
   * Channels in an order.
   *
   * @param count of channels
   * @param order {@code index} or the name of a figure, the greatest first, NaN last
   * @throws LoupeException USAGE for what is neither, naming those that there are
   */
  int[] order(int count, String order, boolean reverse) throws LoupeException {
    IntStream all = IntStream.range(0, count);
    if (!order.equals("index")) {
      double[] by = figure(order).orElseThrow(() -> LoupeException.usage("channels have no figure " + order
          + "; there are index" + maps.channels().columns().stream().skip(1)
              .filter(Table.Numbers.class::isInstance).map(c -> ", " + c.name()).reduce("", String::concat))).values();
      all = all.boxed().sorted(Comparator.<Integer>comparingDouble(c -> Double.isNaN(by[c])
          ? Double.POSITIVE_INFINITY : -by[c])).mapToInt(Integer::intValue);
    }
    int[] out = all.toArray();
    return reverse ? IntStream.range(0, count).map(i -> out[count - 1 - i]).toArray() : out;
  }

  private Optional<Table.Numbers> figure(String name) {
    return maps.channels().columns().stream().filter(Table.Numbers.class::isInstance).map(Table.Numbers.class::cast)
        .filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
  }
}
