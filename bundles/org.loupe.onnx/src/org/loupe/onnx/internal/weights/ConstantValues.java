/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.weights;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.Graph;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.analysis.TopologicalOrder;
import org.loupe.graph.shape.ShapeInference;
import org.loupe.math.tensor.Shape;
import org.loupe.onnx.internal.model.Constants;
import org.loupe.onnx.internal.model.ElementTypes;

/** The constants of a model by name: those that the file keeps, bodies included, and those computed from them. */
final class ConstantValues {
  private final GraphIndex index;
  private final Set<String> constant;
  private final Map<String, DataType> types;
  private final Map<String, List<Dim>> shapes;
  /** Of branches and loop bodies; the first of a name. */
  private final Map<String, Initializer> inner = new HashMap<>();

  /** @throws IOException if a constant that a shape depends on cannot be read */
  ConstantValues(OnnxModel model) throws IOException {
    Graph graph = model.graph();
    List<Node> sorted = TopologicalOrder.of(graph).sorted();
    this.index = GraphIndex.of(graph);
    this.constant = Constants.of(graph, sorted);
    this.types = ElementTypes.of(graph, sorted);
    this.shapes = ShapeInference.infer(model, index);
    graph.nodes().forEach(this::bodies);
  }

  private void bodies(Node node) {
    for (Graph body : node.subgraphs()) {
      GraphIndex within = GraphIndex.of(body);
      body.initializers().forEach(i -> inner.putIfAbsent(i.name(), i));
      for (Node part : body.nodes()) {
        within.constant(part.output(0)).ifPresent(c -> inner.putIfAbsent(c.name(), c));
        bodies(part);
      }
    }
  }

  GraphIndex index() {
    return index;
  }

  /**
   * The constant behind a value, through aliases; of a computed one, whose extents are known.
   *
   * @return empty if it depends on an input, or cannot be told
   */
  Optional<Constant> find(String value) {
    Optional<Initializer> kept = index.constant(value).or(() -> Optional.ofNullable(inner.get(value)));
    return kept.isPresent() ? kept.map(Constant::stored) : computed(index.unaliased(value));
  }

  private Optional<Constant> computed(String value) {
    List<Dim> dims = shapes.get(value);
    DataType type = types.get(value);
    boolean told = constant.contains(value) && type != null && dims != null
        && dims.stream().allMatch(Dim.Fixed.class::isInstance);
    if (!told) {
      return Optional.empty();
    }
    long[] extents = dims.stream().mapToLong(d -> ((Dim.Fixed) d).size()).toArray();
    try {
      return Optional.of(new Constant(value, type, Shape.of(extents), Optional.empty(), behind(value)));
    } catch (IllegalArgumentException e) {
      // More elements than can be counted: nothing that a runtime could compute either.
      return Optional.empty();
    }
  }

  private List<Initializer> behind(String value) {
    List<Initializer> found = new ArrayList<>();
    walk(value, found, new ArrayList<>());
    return found;
  }

  /** The nodes that compute a constant from what the file keeps. */
  List<Node> nodesBehind(String value) {
    List<Node> found = new ArrayList<>();
    walk(value, new ArrayList<>(), found);
    return found;
  }

  private void walk(String value, List<Initializer> kept, List<Node> nodes) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(value));
    while (!open.isEmpty()) {
      String next = index.unaliased(open.pop());
      if (!next.isEmpty() && seen.add(next)) {
        Optional<Initializer> constant = index.constant(next);
        constant.ifPresent(kept::add);
        Optional<Node> node = constant.isPresent() ? Optional.empty() : index.producer(next);
        node.ifPresent(n -> {
          nodes.add(n);
          open.addAll(n.inputs());
        });
      }
    }
  }
}
