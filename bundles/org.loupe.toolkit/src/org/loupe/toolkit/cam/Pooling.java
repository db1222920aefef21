/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.cam;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.LayerInfo;

/**
 * A layer that takes the mean, or the maximum, over a whole grid.
 *
 * @param map what it pools
 * @param layer the pooled value: one number for each channel
 */
public record Pooling(FeatureMap map, LayerInfo layer) {
  private static final Set<String> GLOBAL = Set.of("GlobalAveragePool", "GlobalMaxPool", "GlobalLpPool");
  private static final Set<String> WINDOWED = Set.of("AveragePool", "MaxPool");
  private static final Set<String> REDUCTIONS = Set.of("ReduceMean", "ReduceMax");

  /** A layer as pooling, empty if it is none. @param graph the layer of an id, null for inputs of the model */
  static Optional<Pooling> of(LayerInfo layer, Function<String, LayerInfo> graph, Layouts layouts) {
    String operator = layer.operator();
    if (layer.inputs().isEmpty()) {
      return Optional.empty();
    }
    LayerInfo input = graph.apply(layer.inputs().get(0));
    boolean may = GLOBAL.contains(operator) || WINDOWED.contains(operator) || REDUCTIONS.contains(operator);
    if (!may || input == null) {
      return Optional.empty();
    }
    if (!REDUCTIONS.contains(operator)) {
      boolean whole = GLOBAL.contains(operator) || !Layouts.isGrid(layer, 1) && Ancestors.dims(layer).size() == 4;
      return whole && Layouts.isGrid(input, 1)
          ? Optional.of(new Pooling(new FeatureMap(input, 1, true), layer)) : Optional.empty();
    }
    return channelAxis(Ancestors.dims(input), Ancestors.dims(layer), layouts.isChannelsFirst(input))
        .filter(axis -> Layouts.isGrid(input, axis))
        .map(axis -> new Pooling(new FeatureMap(input, axis, true), layer));
  }

  /** The axis that a reduction over the grid leaves, from the extents before and after. */
  private static Optional<Integer> channelAxis(List<Dimension> in, List<Dimension> out, boolean channelsFirst) {
    if (in.size() != 4 || out.size() != 2 && out.size() != 4) {
      return Optional.empty();
    }
    boolean first = out.size() == 2 ? same(in.get(1), out.get(1))
        : same(in.get(1), out.get(1)) && isOne(out.get(2)) && isOne(out.get(3));
    boolean last = out.size() == 2 ? same(in.get(3), out.get(1))
        : same(in.get(3), out.get(3)) && isOne(out.get(1)) && isOne(out.get(2));
    if (first && last) {
      return Optional.of(channelsFirst ? 1 : 3);
    }
    return first ? Optional.of(1) : last ? Optional.of(3) : Optional.empty();
  }

  private static boolean same(Dimension a, Dimension b) {
    return a.known() && b.known() && a.size() == b.size();
  }

  private static boolean isOne(Dimension d) {
    return d.known() && d.size() == 1;
  }
}
