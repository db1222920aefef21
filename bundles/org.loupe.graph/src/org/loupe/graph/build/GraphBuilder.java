/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.build;

import java.util.ArrayList;
import java.util.List;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.Graph;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.graph.ValueInfo;
import org.loupe.math.tensor.Tensor;

/**
 * Makes a graph. Extents are written as {@code "N, 3, 224, 224"}: numbers, names, {@code ?} for unknown, nothing for a
 * scalar.
 */
public final class GraphBuilder {
  private final String name;
  private final List<Node> nodes = new ArrayList<>();
  private final List<ValueInfo> inputs = new ArrayList<>();
  private final List<ValueInfo> outputs = new ArrayList<>();
  private final List<ValueInfo> valueInfos = new ArrayList<>();
  private final List<Initializer> initializers = new ArrayList<>();

  public GraphBuilder(String name) {
    this.name = name;
  }

  /** Starts from a copy of a graph. */
  public static GraphBuilder of(Graph graph) {
    GraphBuilder copy = new GraphBuilder(graph.name());
    copy.nodes.addAll(graph.nodes());
    copy.inputs.addAll(graph.inputs());
    copy.outputs.addAll(graph.outputs());
    copy.valueInfos.addAll(graph.valueInfos());
    copy.initializers.addAll(graph.initializers());
    return copy;
  }

  public GraphBuilder input(String value, DataType type, String dims) {
    return input(ValueInfo.tensor(value, type, Dim.list(dims)));
  }

  public GraphBuilder input(ValueInfo value) {
    inputs.add(value);
    return this;
  }

  public GraphBuilder output(String value, DataType type, String dims) {
    return output(ValueInfo.tensor(value, type, Dim.list(dims)));
  }

  public GraphBuilder output(ValueInfo value) {
    outputs.add(value);
    return this;
  }

  /** Declares the type of an inner value. */
  public GraphBuilder valueInfo(ValueInfo value) {
    valueInfos.add(value);
    return this;
  }

  public GraphBuilder initializer(String value, Tensor tensor) {
    return initializer(Initializer.of(value, tensor));
  }

  public GraphBuilder initializer(Initializer initializer) {
    initializers.add(initializer);
    return this;
  }

  /** Adds a node after those that are there. */
  public GraphBuilder node(NodeBuilder node) {
    nodes.add(node.build(nodes.size()));
    return this;
  }

  public Graph build() {
    return new Graph(name, nodes, inputs, outputs, valueInfos, initializers);
  }
}
