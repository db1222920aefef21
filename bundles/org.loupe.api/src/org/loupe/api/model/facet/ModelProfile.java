/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model.facet;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a profiler measured. Times are means over the faster half of the runs: what else the machine did weighs on the
 * others, and means of the same runs add up, so that the nodes' times are within the total.
 *
 * @param runs how many runs
 * @param totalMicros time of a run
 * @param nodes what ran, in the order in which it ran
 */
public record ModelProfile(int runs, double totalMicros, List<Node> nodes) {
  public ModelProfile {
    nodes = List.copyOf(nodes);
  }

  /**
   * One node of the graph as it runs, which the runtime may have made of several layers, or put in by itself.
   *
   * @param name as the runtime calls it
   * @param operator as the runtime calls it
   * @param layers ids of the model's layers whose work it does, in the model's order; empty if it was put in
   * @param device what it ran on, as {@code CPU}
   * @param micros its time in a run; of a node with branches or a loop body, with what runs inside
   * @param outputBytes memory of what it gives; empty if the runtime does not tell
   * @param parameterBytes memory of its weights; empty if the runtime does not tell
   */
  public record Node(String name, String operator, List<String> layers, String device, double micros,
      OptionalLong outputBytes, OptionalLong parameterBytes) {
    public Node {
      layers = List.copyOf(layers);
    }
  }
}
