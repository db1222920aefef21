/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.loupe.graph.Graph;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.graph.ValueInfo;

/** Reads graphs, and the small messages that graphs, models and functions share. */
final class GraphParser {
  private final WireInput in;
  private final TensorParser tensors;
  private final TypeParser types;
  private final NodeParser nodes;
  private int depth;

  GraphParser(WireInput in, TensorParser tensors) {
    this.in = in;
    this.tensors = tensors;
    this.types = new TypeParser(in);
    this.nodes = new NodeParser(in, this, tensors, types);
  }

  /** What has been read of a graph, which may come in several pieces. */
  static final class Parts {
    private String name = "";
    private final List<Node> nodes = new ArrayList<>();
    private final List<ValueInfo> inputs = new ArrayList<>();
    private final List<ValueInfo> outputs = new ArrayList<>();
    private final List<ValueInfo> valueInfos = new ArrayList<>();
    private final List<Initializer> initializers = new ArrayList<>();

    Graph build() {
      return new Graph(name, nodes, inputs, outputs, valueInfos, initializers);
    }
  }

  /** Reads a graph message and adds it to what is there. */
  void parse(Parts parts) throws IOException {
    in.limits().checkGraphDepth(in.file(), ++depth);
    in.limits().charge(in.file(), 400);
    in.message(field -> {
      switch (field) {
        case OnnxFields.Graph.NAME -> parts.name = in.string();
        case OnnxFields.Graph.NODE -> parts.nodes.add(nodes.parse(parts.nodes.size()));
        case OnnxFields.Graph.INPUT -> parts.inputs.add(types.valueInfo());
        case OnnxFields.Graph.OUTPUT -> parts.outputs.add(types.valueInfo());
        case OnnxFields.Graph.VALUE_INFO -> parts.valueInfos.add(types.valueInfo());
        case OnnxFields.Graph.INITIALIZER -> parts.initializers.add(tensors.tensor());
        case OnnxFields.Graph.SPARSE_INITIALIZER -> parts.initializers.add(tensors.sparse());
        default -> in.skip();
      }
    });
    depth--;
  }

  NodeParser nodes() {
    return nodes;
  }

  /** Reads the version of one operator domain. */
  void opset(Map<String, Long> opsets) throws IOException {
    in.limits().charge(in.file(), 100);
    String[] domain = {""};
    long[] version = {0};
    in.message(field -> {
      switch (field) {
        case OnnxFields.OpsetId.DOMAIN -> domain[0] = NodeParser.domain(in.string());
        case OnnxFields.OpsetId.VERSION -> version[0] = in.integer();
        default -> in.skip();
      }
    });
    opsets.put(domain[0], version[0]);
  }
}
