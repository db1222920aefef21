/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.bars;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.math.scale.Numbers;

/**
 * One bar.
 *
 * @param name of the feature, with its value where that is shown
 * @param value attribution
 * @param feature index of the feature; empty for the sum of others
 */
record Bar(String name, double value, Optional<Integer> feature) {

  /** The strongest features in falling order of size, then the sum of the others; what is not finite is left out. */
  static List<Bar> of(FeatureAttribution result, int top, boolean values) {
    List<Integer> order = IntStream.range(0, result.features().size()).boxed()
        .filter(i -> Double.isFinite(result.values().get(i)))
        .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(result.values().get(i))))
        .toList();
    // A rest of one is shown by itself: it takes no more room than its sum would.
    int own = order.size() <= top + 1 ? order.size() : top;
    List<Bar> out = new ArrayList<>();
    for (int i : order.subList(0, own)) {
      boolean value = values && !result.inputs().isEmpty();
      String name = result.features().get(i) + (value ? " = " + Numbers.format(result.inputs().get(i)) : "");
      out.add(new Bar(name, result.values().get(i), Optional.of(i)));
    }
    List<Integer> rest = order.subList(own, order.size());
    if (!rest.isEmpty()) {
      double sum = rest.stream().mapToDouble(i -> result.values().get(i)).sum();
      out.add(new Bar("sum of " + rest.size() + " others", sum, Optional.empty()));
    }
    return out;
  }
}
