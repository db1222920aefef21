/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.profile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loupe.graph.Graph;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.analysis.TopologicalOrder;

/**
 * Which nodes of a model's graph the nodes of the optimised graph stand for. Values that keep their names are the fixed
 * points: a node does the work of all that lies between the values that it takes and those that it gives. Where a value
 * has lost its name, the node's name or what else it was fused with tells; what the runtime put in does no layer's
 * work.
 */
final class LayerMapping {
  private static final Set<String> COPIES =
      Set.of("ReorderInput", "ReorderOutput", "MemcpyFromHost", "MemcpyToHost");
  /** What the runtime puts in between by itself. */
  private static final Set<String> PUT_IN = Set.of("Transpose", "Cast", "Reshape", "Squeeze", "Unsqueeze", "Gather",
      "Identity", "QuantizeLinear", "DequantizeLinear");

  /** What the runtime calls a node that it made of several, after the last of them. */
  private static final Pattern FUSED = Pattern.compile("(.+)/\\w+Fusion/?");

  private final GraphIndex original;
  private final FusedValues fused;
  private final Map<String, Node> byName = new HashMap<>();
  /** Values of the optimised graph: constants, and what its nodes give. */
  private final Set<String> there = new HashSet<>();
  private final Map<Node, Integer> order = new HashMap<>();
  /** Values of the original graph by the name that they have in the optimised one. */
  private final Map<String, String> same = new HashMap<>();
  /** Nodes of the original graph that several nodes do, by the values between these. */
  private final Map<String, Node> within = new HashMap<>();
  private final Set<Node> claimed = new HashSet<>();
  /** Those among the claimed that a node does only a part of. */
  private final Set<Node> parted = new HashSet<>();

  private LayerMapping(Graph graph, Graph running) {
    original = GraphIndex.of(graph);
    fused = new FusedValues(original);
    Set<String> twice = new HashSet<>();
    for (Node node : graph.nodes()) {
      if (node.name().isEmpty() || byName.putIfAbsent(node.name(), node) != null) {
        twice.add(node.name());
      }
    }
    twice.forEach(byName::remove);
    running.initializers().stream().map(Initializer::name).forEach(there::add);
    running.nodes().forEach(n -> there.addAll(n.outputs()));
    TopologicalOrder.of(graph).sorted().forEach(n -> order.put(n, order.size()));
  }

  /** The nodes whose work each node does, in the graph's order, by its name. */
  static Map<String, List<Node>> of(Graph graph, Graph running) {
    LayerMapping mapping = new LayerMapping(graph, running);
    for (Node node : running.nodes()) {
      if (node.opType().equals("ReorderOutput") && mapping.original.producer(node.output(0)).isPresent()) {
        mapping.same.put(node.input(0), node.output(0));
      }
    }
    Map<String, List<Node>> work = new LinkedHashMap<>();
    for (Node node : TopologicalOrder.of(running).sorted()) {
      work.put(node.name(), mapping.work(node));
    }
    return work;
  }

  private List<Node> work(Node node) {
    if (COPIES.contains(node.opType())) {
      alias(node);
      return List.of();
    }
    List<String> gives = gives(node);
    if (!gives.isEmpty()) {
      return claim(gives);
    }
    Optional<Node> part = partOf(node);
    if (part.isEmpty()) {
      alias(node);
      return List.of();
    }
    claimed.add(part.get());
    parted.add(part.get());
    for (String output : node.outputs()) {
      within.put(output, part.get());
      same.putIfAbsent(output, part.get().output(0));
    }
    return List.of(part.get());
  }

  private void alias(Node node) {
    String value = original(node.input(0));
    node.outputs().forEach(o -> same.putIfAbsent(o, value));
  }

  private String original(String value) {
    return same.getOrDefault(value, value);
  }

  /** The values of the original graph that a node gives. */
  private List<String> gives(Node node) {
    List<String> kept = node.outputs().stream().map(this::original)
        .filter(o -> original.producer(o).isPresent()).distinct().toList();
    if (!kept.isEmpty()) {
      return kept;
    }
    Optional<String> told = fused.of(node);
    if (told.isPresent()) {
      same.put(node.output(0), told.get());
      return List.of(told.get());
    }
    Node named = byName.get(node.name());
    Matcher name = FUSED.matcher(node.name());
    if (named == null && name.matches()) {
      named = byName.get(name.group(1));
    }
    if (named == null) {
      return List.of();
    }
    for (int i = 0; i < Math.min(node.outputs().size(), named.outputs().size()); i++) {
      same.put(node.output(i), named.output(i));
    }
    return named.outputs();
  }

  /** Back from what a node gives to what others give or have done, or what is the same for every input. */
  private List<Node> claim(List<String> values) {
    List<Node> found = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>(values);
    while (!open.isEmpty()) {
      String value = open.pop();
      Node node = original.producer(value).orElse(null);
      if (values.contains(value) && parted.contains(node)) {
        found.add(node);
      } else if (node != null && (values.contains(value) || !there.contains(value)) && claimed.add(node)) {
        found.add(node);
        open.addAll(node.inputs());
      }
    }
    found.sort(Comparator.comparing(order::get));
    return found;
  }

  /** The node that this one does a part of, as where the runtime writes an operator out by simpler ones. */
  private Optional<Node> partOf(Node node) {
    for (String input : node.inputs()) {
      if (within.containsKey(input)) {
        return Optional.of(within.get(input));
      }
    }
    List<Node> open = node.inputs().stream().flatMap(i -> original.consumers(original(i)).stream())
        .filter(n -> !claimed.contains(n)).toList();
    Optional<Node> alike = open.stream().filter(n -> n.opType().equals(node.opType())).findFirst();
    return alike.isPresent() || PUT_IN.contains(node.opType()) ? alike : open.stream().findFirst();
  }
}
