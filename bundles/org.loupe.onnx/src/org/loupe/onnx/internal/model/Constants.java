/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.loupe.graph.Graph;
import org.loupe.graph.Node;

/** The values of a graph that are the same for every input. */
public final class Constants {
  private static final Set<String> RANDOM = Set.of("RandomNormal", "RandomUniform", "RandomNormalLike",
      "RandomUniformLike", "Multinomial", "Bernoulli");

  private Constants() {
  }

  /** @param sorted the nodes of the graph, each after those that it needs */
  public static Set<String> of(Graph graph, List<Node> sorted) {
    Set<String> constant = new HashSet<>();
    graph.initializers().forEach(i -> constant.add(i.name()));
    for (Node node : sorted) {
      boolean fixed = node.inputs().stream().allMatch(i -> i.isEmpty() || constant.contains(i));
      if (fixed && node.subgraphs().isEmpty() && !(node.domain().isEmpty() && RANDOM.contains(node.opType()))) {
        node.outputs().stream().filter(o -> !o.isEmpty()).forEach(constant::add);
      }
    }
    return constant;
  }
}
