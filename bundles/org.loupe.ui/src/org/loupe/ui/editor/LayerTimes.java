/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.loupe.api.model.facet.ModelProfile;

/**
 * How long layers take. Where the runtime does the work of several layers at once, the time is told at the last of
 * them, whose value it gives.
 */
final class LayerTimes {
  /** Nothing was measured. */
  static final LayerTimes NONE = new LayerTimes(new ModelProfile(0, 0, List.of()));

  private final Map<String, Double> micros = new HashMap<>();
  private final Map<String, String> within = new HashMap<>();
  private final double total;
  private double own;

  LayerTimes(ModelProfile profile) {
    for (ModelProfile.Node node : profile.nodes()) {
      if (node.layers().isEmpty()) {
        own += node.micros();
        continue;
      }
      String last = node.layers().getLast();
      micros.merge(last, node.micros(), Double::sum);
      node.layers().stream().filter(l -> !l.equals(last)).forEach(l -> within.put(l, last));
    }
    within.keySet().removeAll(micros.keySet());
    total = micros.values().stream().mapToDouble(Double::doubleValue).sum() + own;
  }

  /** Whether anything was measured. */
  boolean measured() {
    return !micros.isEmpty();
  }

  /** Empty if it was not measured by itself. */
  OptionalDouble micros(String layer) {
    Double found = micros.get(layer);
    return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
  }

  /** Part of the time of all nodes, from 0 to 1; empty if it was not measured by itself. */
  OptionalDouble share(String layer) {
    Double found = micros.get(layer);
    return found == null || total == 0 ? OptionalDouble.empty() : OptionalDouble.of(found / total);
  }

  /** The layer with which this one is computed; empty if it has a time of its own, or none is known. */
  String within(String layer) {
    return within.getOrDefault(layer, "");
  }

  /** Share of what the runtime does for itself, as to rearrange numbers in memory. */
  double ownShare() {
    return total == 0 ? 0 : own / total;
  }
}
