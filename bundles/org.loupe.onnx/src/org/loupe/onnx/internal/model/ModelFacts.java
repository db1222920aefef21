/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.loupe.graph.Graph;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.analysis.GraphCheck;

/** What a model's file says of itself beside the graph, and what is odd about it. */
final class ModelFacts {
  /** Domains of which ONNX Runtime has operators. */
  private static final Set<String> KNOWN_DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml", "ai.onnx.preview",
      "ai.onnx.training", "ai.onnx.preview.training", "com.microsoft", "com.microsoft.nchwc",
      "com.microsoft.experimental", "com.ms.internal.nhwc", "org.pytorch.aten");

  private ModelFacts() {
  }

  /** In the order to show them; what the file does not say is left out. */
  static Map<String, String> properties(OnnxModel model) {
    Map<String, String> facts = new LinkedHashMap<>();
    OnnxModel.Header header = model.header();
    put(facts, "Producer", (header.producerName() + " " + header.producerVersion()).strip());
    put(facts, "IR version", Long.toString(header.irVersion()));
    put(facts, "Operator sets", model.opsets().entrySet().stream()
        .map(e -> (e.getKey().isEmpty() ? "ai.onnx" : e.getKey()) + " " + e.getValue())
        .collect(Collectors.joining(", ")));
    put(facts, "Graph", model.graph().name());
    put(facts, "Nodes", Integer.toString(model.graph().nodes().size()));
    put(facts, "Functions", model.functions().stream()
        .map(f -> f.domain().isEmpty() ? f.name() : f.domain() + "." + f.name()).collect(Collectors.joining(", ")));
    put(facts, "Domain", header.domain());
    put(facts, "Model version", header.modelVersion() == 0 ? "" : Long.toString(header.modelVersion()));
    put(facts, "Description", header.description());
    header.metadata().forEach((key, value) -> put(facts, "Metadata " + key, value));
    return facts;
  }

  /** A line for each oddity. */
  static List<String> warnings(OnnxModel model) {
    List<String> warnings = new ArrayList<>();
    GraphCheck.check(model).forEach(issue -> warnings.add(issue.message()));
    Set<String> foreign = new LinkedHashSet<>();
    foreign(model, model.graph(), foreign);
    foreign.forEach(operator -> warnings.add("operator " + operator
        + " is of a domain that ONNX Runtime does not have: the model can be inspected, but not run"));
    return warnings;
  }

  private static void foreign(OnnxModel model, Graph graph, Set<String> found) {
    for (Node node : graph.nodes()) {
      if (!KNOWN_DOMAINS.contains(node.domain()) && model.functionOf(node).isEmpty()) {
        found.add(node.qualifiedType());
      }
      node.subgraphs().forEach(g -> foreign(model, g, found));
    }
  }

  private static void put(Map<String, String> facts, String key, String value) {
    if (!value.isEmpty()) {
      facts.put(key, value);
    }
  }
}
