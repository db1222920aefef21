/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.graph.Attribute;
import org.loupe.graph.Graph;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.graph.ValueInfo;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/**
 * Finds producers, consumers, constants and declarations of a graph's values by name. Immutable, for one graph; what
 * its subgraphs take from it counts as taken by the node that holds them.
 */
public final class GraphIndex {
  private final Graph graph;
  private final Map<String, Node> producers = new HashMap<>();
  private final Map<String, List<Node>> consumers = new HashMap<>();
  private final Map<String, Initializer> initializers = new HashMap<>();
  private final Map<String, Initializer> constants = new HashMap<>();
  private final Map<String, ValueInfo> declared = new HashMap<>();

  private GraphIndex(Graph graph) {
    this.graph = graph;
    graph.initializers().forEach(i -> initializers.putIfAbsent(i.name(), i));
    graph.inputs().forEach(v -> declared.putIfAbsent(v.name(), v));
    graph.outputs().forEach(v -> declared.putIfAbsent(v.name(), v));
    graph.valueInfos().forEach(v -> declared.putIfAbsent(v.name(), v));
    for (Node node : graph.nodes()) {
      node.outputs().stream().filter(o -> !o.isEmpty()).forEach(o -> producers.putIfAbsent(o, node));
      if (node.is("Constant")) {
        constantOf(node).ifPresent(c -> constants.putIfAbsent(c.name(), c));
      }
      Captures.allInputs(node).forEach(i -> consumers.computeIfAbsent(i, k -> new ArrayList<>(1)).add(node));
    }
  }

  public static GraphIndex of(Graph graph) {
    return new GraphIndex(graph);
  }

  public Graph graph() {
    return graph;
  }

  /** The node that gives a value, empty for inputs, initializers and unknown names. */
  public Optional<Node> producer(String value) {
    return Optional.ofNullable(producers.get(value));
  }

  /** The nodes that take a value, each once, in graph order. */
  public List<Node> consumers(String value) {
    return List.copyOf(consumers.getOrDefault(value, List.of()));
  }

  /** The initializer of this very name. */
  public Optional<Initializer> initializer(String value) {
    return Optional.ofNullable(initializers.get(value));
  }

  /** What the model declares about a value. */
  public Optional<ValueInfo> declared(String value) {
    return Optional.ofNullable(declared.get(value));
  }

  /** Whether the graph knows a value of this name. */
  public boolean has(String value) {
    return producers.containsKey(value) || initializers.containsKey(value)
        || graph.inputs().stream().anyMatch(i -> i.name().equals(value));
  }

  /** The value that a value is a mere alias of, through Identity nodes; itself if it is none. */
  public String unaliased(String value) {
    String name = value;
    // A cycle of aliases cannot be longer than the graph.
    for (int i = 0; i <= graph.nodes().size(); i++) {
      Node node = producers.get(name);
      if (node == null || !node.is("Identity") || node.inputs().size() != 1) {
        return name;
      }
      name = node.input(0);
    }
    return value;
  }

  /** The constant behind a value: an initializer or the tensor of a Constant node, through aliases. */
  public Optional<Initializer> constant(String value) {
    String name = unaliased(value);
    return Optional.ofNullable(initializers.getOrDefault(name, constants.get(name)));
  }

  private static Optional<Initializer> constantOf(Node node) {
    String name = node.output(0);
    for (Attribute a : node.attributes().values()) {
      Tensor tensor = switch (a) {
        case Attribute.FloatValue v -> ArrayTensor.of(Shape.of(), v.value());
        case Attribute.FloatList v -> ArrayTensor.of(Shape.of(v.values().length), v.values());
        case Attribute.IntValue v -> ArrayTensor.of(Shape.of(), v.value());
        case Attribute.IntList v -> ArrayTensor.of(Shape.of(v.values().length), v.values());
        case Attribute.StringValue v -> new TextTensor(Shape.of(), List.of(v.value()));
        case Attribute.StringList v -> new TextTensor(Shape.of(v.values().size()), v.values());
        default -> null;
      };
      if (tensor != null) {
        return Optional.of(Initializer.of(name, tensor));
      }
      if (a instanceof Attribute.TensorValue t) {
        return Optional.of(new Initializer(name, t.tensor().type(), t.tensor().shape(), t.tensor().storage()));
      }
    }
    return Optional.empty();
  }
}
