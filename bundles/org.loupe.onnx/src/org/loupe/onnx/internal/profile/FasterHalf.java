/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.loupe.api.model.facet.ModelProfile;

/**
 * Makes one profile of several runs: the mean of the faster half of them. What else the machine did weighs on the
 * slower ones; and means of the same runs add up, as medians of each node do not.
 */
final class FasterHalf {
  private static final String PROVIDER = "ExecutionProvider";

  private FasterHalf() {
  }

  /**
   * @param runs at least one
   * @param layers ids of the layers whose work a node does, by the node's name
   */
  static ModelProfile of(List<TraceRun> runs, Map<String, List<String>> layers) {
    int half = (runs.size() + 1) / 2;
    List<TraceRun> faster = runs.stream().sorted(Comparator.comparingLong(TraceRun::micros)).limit(half).toList();
    Map<String, TraceEvent> first = new LinkedHashMap<>();
    Map<String, Long> sums = new LinkedHashMap<>();
    for (TraceRun run : faster) {
      for (TraceEvent event : run.events()) {
        first.putIfAbsent(event.name(), event);
        sums.merge(event.name(), event.micros(), Long::sum);
      }
    }
    List<ModelProfile.Node> nodes = new ArrayList<>();
    first.forEach((name, event) -> nodes.add(new ModelProfile.Node(name, event.operator(),
        layers.getOrDefault(name, List.of()), device(event.provider()), (double) sums.get(name) / half,
        event.outputBytes(), event.parameterBytes())));
    double total = faster.stream().mapToLong(TraceRun::micros).average().orElseThrow();
    return new ModelProfile(runs.size(), total, nodes);
  }

  private static String device(String provider) {
    String name = provider.endsWith(PROVIDER) ? provider.substring(0, provider.length() - PROVIDER.length()) : provider;
    return name.toUpperCase(Locale.ROOT);
  }
}
