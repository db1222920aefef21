/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.loupe.graph.Node;
import org.loupe.graph.analysis.Captures;
import org.loupe.graph.analysis.TopologicalOrder;

/** Says in words why a gradient does not exist. */
final class RequestCheck {
  private RequestCheck() {
  }

  /** The paths between sinks and sources. @throws GradientException if one of them is missing */
  static GradientPaths paths(GraphFacts graph, RuleSet rules, GradientRequest request) throws GradientException {
    if (graph.opset() == 0) {
      throw new GradientException("the model does not say which version of the standard operators it uses");
    }
    for (String value : request.sources()) {
      requireFloating(graph, value);
    }
    for (String value : request.sinks()) {
      requireFloating(graph, value);
    }
    GradientPaths paths = GradientPaths.of(graph, rules, request.sources(), request.sinks());
    for (String sink : request.sinks()) {
      if (!paths.leads(sink)) {
        throw new GradientException("'" + sink + "' does not lead to " + String.join(", ", request.sources())
            + because(graph, sink, request.sources().get(0)));
      }
    }
    for (String source : request.sources()) {
      if (!paths.isReached(source)) {
        throw new GradientException("'" + source + "' does not depend on " + String.join(", ", request.sinks())
            + because(graph, request.sinks().get(0), source));
      }
    }
    return paths;
  }

  private static void requireFloating(GraphFacts graph, String value) throws GradientException {
    if (!graph.index().has(value)) {
      throw new GradientException("the graph has no value '" + value + "'");
    }
    if (!graph.isFloating(value)) {
      throw new GradientException("'" + value + "' holds " + graph.type(value).name().toLowerCase(Locale.ROOT)
          + ": gradients exist only for floating-point numbers");
    }
  }

  private static String because(GraphFacts graph, String sink, String source) {
    Set<String> reached = new HashSet<>(Set.of(sink));
    for (Node node : TopologicalOrder.of(graph.model().graph()).sorted()) {
      if (Captures.allInputs(node).stream().anyMatch(reached::contains)) {
        reached.addAll(node.outputs());
      }
    }
    return reached.contains(source) ? " except through whole numbers or shapes, which carry no gradient" : "";
  }
}
